// What each request of the relay says beside its body, so that the centre can decide before it reads one: the version of
// the protocol, which run of which box speaks, and how much is coming. Source: docs/protocol.md, "The relay".

/** The newest first. A centre speaks both, an edge falls back to what its centre speaks. */
export const spokenVersions = [2, 1] as const;
export type ProtocolVersion = (typeof spokenVersions)[number];
export const protocolVersion: ProtocolVersion = spokenVersions[0];

export const relayHeaders = {
  /** Absent: 1. */
  version: 'foyer-protocol',
  /** A UUID that the edge makes at each start and keeps nowhere: two boxes never share one, whatever was copied. */
  run: 'foyer-run',
  /** Of a batch: how many rows it has, and how many wait behind it. */
  rows: 'foyer-rows',
  behind: 'foyer-behind',
} as const;

/** Of a taken batch, in version 2: how many rows the next one may have, and how long to wait before it. */
export interface SendHint {
  readonly rows: number;
  readonly afterMs: number;
}

/** What a centre that is busy answers with 503 or 429, beside `Retry-After` in whole seconds. */
export interface BusyAnswer {
  readonly ok: false;
  readonly error: { readonly code: 'centre-busy' | 'one-at-a-time'; readonly message: string };
  readonly retryAfterMs: number;
  /** How many rows to send then, at most. */
  readonly rows: number;
}

/** 426: the centre does not speak the request's version. */
export interface VersionAnswer {
  readonly ok: false;
  readonly error: { readonly code: 'protocol-too-old' | 'protocol-too-new'; readonly message: string };
  readonly speaks: readonly number[];
}

/** The newest that both speak; undefined where there is none. */
export function commonVersion(speaks: readonly number[]): ProtocolVersion | undefined {
  return spokenVersions.find((version) => speaks.includes(version));
}

/** What a request's header names: `too-new` and `too-old` are of no version that is spoken here. */
export function namedVersion(header: string | undefined): ProtocolVersion | 'too-new' | 'too-old' {
  if (header === undefined) return 1;
  const said = Number(header);
  const spoken = spokenVersions.find((version) => version === said);
  return spoken ?? (said > protocolVersion ? 'too-new' : 'too-old');
}
