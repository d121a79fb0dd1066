// What a request of the relay says of itself before its body is read, and how it is answered where it comes no further.

import { errorCodes } from '@foyer/contracts/error-codes.ts';
import {
  namedVersion,
  relayHeaders,
  spokenVersions,
  type BusyAnswer,
  type ProtocolVersion,
  type VersionAnswer,
} from '@foyer/contracts/relay-line.ts';
import { uuidPattern } from '@foyer/contracts/ids.ts';
import { maxRowsPerBatch } from '@foyer/contracts/sync-protocol.ts';
import type { Admitted, RouteAnswer, RouteRequest } from '../route.ts';
import type { Entry } from './turnstile.ts';

export interface Line {
  readonly version: ProtocolVersion;
  /** Which run of the edge speaks; undefined in version 1. */
  readonly run: string | undefined;
  /** Of a batch. Version 1 does not say: as many as there may be. */
  readonly rows: number;
  readonly behind: number | undefined;
}

type Headers = RouteRequest['headers'];

/** Of a request that was let in. */
export function lineOf(headers: Headers): Line {
  const named = namedVersion(header(headers, relayHeaders.version));
  const version = typeof named === 'number' ? named : 1;
  const run = header(headers, relayHeaders.run);
  return {
    version,
    run: version > 1 && run !== undefined && aUuid.test(run) ? run : undefined,
    rows: Math.min(maxRowsPerBatch, count(headers, relayHeaders.rows) ?? maxRowsPerBatch),
    behind: count(headers, relayHeaders.behind),
  };
}

/** Lets in what is of a version that is spoken here. */
export async function admitVersion({ headers }: { readonly headers: Headers }): Promise<Admitted> {
  const named = namedVersion(header(headers, relayHeaders.version));
  if (typeof named === 'number') return { ok: true, release: () => undefined };
  const code = named === 'too-new' ? 'protocol-too-new' : 'protocol-too-old';
  const { status, meaning } = errorCodes[code];
  const body: VersionAnswer = { ok: false, error: { code, message: meaning }, speaks: spokenVersions };
  return { ok: false, answer: { status, body } };
}

export function busyAnswer({ code, retryAfterMs, rows }: Extract<Entry, { ok: false }>): RouteAnswer {
  const { status, meaning } = errorCodes[code];
  const body: BusyAnswer = { ok: false, error: { code, message: meaning }, retryAfterMs, rows };
  return { status, body, retryAfterSeconds: Math.ceil(retryAfterMs / 1_000) };
}

const aUuid = new RegExp(uuidPattern);

function header(headers: Headers, name: string): string | undefined {
  const said = headers[name];
  return typeof said === 'string' ? said : undefined;
}

function count(headers: Headers, name: string): number | undefined {
  const said = header(headers, name);
  return said !== undefined && /^\d{1,9}$/.test(said) ? Number(said) : undefined;
}
