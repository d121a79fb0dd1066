// The line over HTTP(S): JSON, compressed upward with gzip, the edge's token as Bearer. An answer that is not whole, not
// in time or not of the protocol rejects; the pumps decide what follows. It finds out by itself which version the centre
// speaks: an older centre says so with 426, or by not saying what it speaks.

import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { DeviceReport } from '@foyer/contracts/device-report.ts';
import type { CheckpointAnswer } from '@foyer/contracts/log-checkpoint.ts';
import type { LiveReport } from '@foyer/contracts/live-report.ts';
import {
  commonVersion,
  protocolVersion,
  relayHeaders,
  type BusyAnswer,
  type ProtocolVersion,
  type VersionAnswer,
} from '@foyer/contracts/relay-line.ts';
import type {
  EscrowAnswer,
  FeedPage,
  FeedPlace,
  HeldRows,
  Position,
  UpAnswer,
  UpBatch,
} from '@foyer/contracts/sync-protocol.ts';
import { base64 } from '../batch.ts';
import { Busy, type HealthTransport, type LiveTransport, type RelayTransport } from '../ports.ts';
import type { LogPosition } from '../sync-state.ts';

const compress = promisify(gzip);
const pack = (body: object): Promise<Buffer> => compress(JSON.stringify(body), { level: 3 });
/** A request that is packed has left by then. */
const leavesWithinMs = 5;
/** Where a centre, or a proxy before it, says that it is busy and not for how long. */
const usualRetryMs = 5_000;

export interface HttpTransportOptions {
  /** Of the PMS, without a path. */
  readonly url: string;
  /** Read at every request, so that a renewed credential is used without a restart. */
  readonly token: () => string;
  /** A UUID of this run of the edge, kept nowhere; absent: the centre cannot tell two boxes apart. */
  readonly run?: string;
  readonly timeoutMs?: number;
}

interface Asked {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  readonly body?: object;
  /** The body as it goes over the line, where that was made before. */
  readonly packed?: Promise<Buffer> | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly extraMs?: number;
}

export class HttpTransport implements RelayTransport, HealthTransport, LiveTransport {
  readonly #options: HttpTransportOptions;
  #version: ProtocolVersion = protocolVersion;
  readonly #packed = new WeakMap<UpBatch, { readonly version: ProtocolVersion; readonly body: Promise<Buffer> }>();

  constructor(options: HttpTransportOptions) {
    this.#options = options;
  }

  /** That the centre speaks, as far as it has said. */
  get version(): ProtocolVersion {
    return this.#version;
  }

  async position(signal: AbortSignal, own?: LogPosition, told?: LogPosition): Promise<Position> {
    // Asked in the newest version each time: the centre may have been updated meanwhile.
    this.#version = protocolVersion;
    const query = new URLSearchParams({
      ...(own === undefined ? {} : { epoch: String(own.epoch), seq: String(own.seq) }),
      ...(told === undefined ? {} : { toldEpoch: String(told.epoch), toldSeq: String(told.seq) }),
    });
    const path = query.size === 0 ? '/sync/v1/position' : `/sync/v1/position?${query.toString()}`;
    const position = (await this.#request({ method: 'GET', path }, signal)) as Position;
    this.#agree(position.speaks ?? [1]);
    return position;
  }

  async escrow(clinicKey: Uint8Array, signal: AbortSignal): Promise<EscrowAnswer> {
    const body = { clinicKey: base64(clinicKey) };
    return (await this.#request({ method: 'PUT', path: '/sync/v1/clinic-key', body }, signal)) as EscrowAnswer;
  }

  /** Rows of the epoch that the centre holds from a number on. Rejects where it is one that gives none back. */
  async heldRows({ epoch, seq }: LogPosition, signal: AbortSignal): Promise<HeldRows> {
    const path = `/sync/v1/rows?epoch=${epoch}&from=${seq}`;
    return (await this.#request({ method: 'GET', path }, signal)) as HeldRows;
  }

  /** Up to where the centre has held the log for so many days. Rejects where it is one that signs nothing. */
  async checkpoint(days: number, signal: AbortSignal): Promise<CheckpointAnswer> {
    return (await this.#request(
      { method: 'GET', path: `/sync/v1/checkpoint?days=${days}` },
      signal,
    )) as CheckpointAnswer;
  }

  async push(batch: UpBatch, signal: AbortSignal, behind = 0): Promise<UpAnswer> {
    const body = { ...batch, version: this.#version };
    const ready = this.#packed.get(batch);
    const packed = ready?.version === this.#version ? ready.body : undefined;
    const headers = { [relayHeaders.rows]: String(batch.rows.length), [relayHeaders.behind]: String(behind) };
    return (await this.#request({ method: 'POST', path: '/sync/v1/rows', body, packed, headers }, signal)) as UpAnswer;
  }

  async pack(make: () => UpBatch): Promise<void> {
    await sleep(leavesWithinMs);
    const batch = make();
    const version = this.#version;
    const body = pack({ ...batch, version });
    this.#packed.set(batch, { version, body });
    await body;
  }

  async pull(after: number, waitSeconds: number, signal: AbortSignal, place?: FeedPlace): Promise<FeedPage> {
    const query = new URLSearchParams({ after: String(after), wait: String(waitSeconds) });
    if (place !== undefined && this.#version > 1) {
      if (place.incarnation !== null) query.set('incarnation', place.incarnation);
      if (place.snapshot !== null) {
        query.set('snapshotAt', String(place.snapshot.at));
        query.set('snapshotFrom', String(place.snapshot.from));
      }
    }
    const asked = { method: 'GET', path: `/sync/v1/feed?${query.toString()}`, extraMs: waitSeconds * 1_000 } as const;
    return (await this.#request(asked, signal)) as FeedPage;
  }

  async report(report: DeviceReport, signal: AbortSignal): Promise<void> {
    await this.#request({ method: 'PUT', path: '/sync/v1/device-health', body: report }, signal);
  }

  async live(report: LiveReport, signal: AbortSignal): Promise<void> {
    await this.#request({ method: 'PUT', path: '/sync/v1/live', body: report }, signal);
  }

  async #request(asked: Asked, signal: AbortSignal): Promise<unknown> {
    const { url, token, run, timeoutMs = 30_000 } = this.#options;
    const { method, path, body, packed, headers = {}, extraMs = 0 } = asked;
    const response = await fetch(new URL(path, url), {
      method,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs + extraMs)]),
      headers: {
        authorization: `Bearer ${token()}`,
        accept: 'application/json',
        ...(this.#version === 1 ? {} : { [relayHeaders.version]: String(this.#version), ...headers }),
        ...(run === undefined || this.#version === 1 ? {} : { [relayHeaders.run]: run }),
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
      },
      ...(body === undefined ? {} : { body: await (packed ?? pack(body)) }),
    });
    const answer: unknown = await response.json();
    // A refusal (409) is an answer of the protocol; anything else that is not a success is the line's fault.
    if (response.ok || (response.status === 409 && isRefusal(answer))) return answer;
    if (response.status === 503 || response.status === 429) throw busy(response, answer);
    if (response.status === 426) this.#agree((answer as VersionAnswer).speaks ?? []);
    throw new AppError('not-ready', { status: response.status, code: codeOf(answer) });
  }

  /** Rejects where nothing is spoken on both sides. */
  #agree(speaks: readonly number[]): void {
    const common = commonVersion(speaks);
    if (common !== undefined) this.#version = common;
    else
      throw new AppError(Math.max(...speaks) > protocolVersion ? 'protocol-too-old' : 'protocol-too-new', { speaks });
  }
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'refusal' in answer;
}

function codeOf(answer: unknown): string | undefined {
  return (answer as { readonly error?: { readonly code?: string } } | null)?.error?.code;
}

/** `Retry-After` speaks for a proxy that answers in the centre's place. */
function busy(response: Response, answer: unknown): Busy {
  const { retryAfterMs, rows } = (answer ?? {}) as Partial<BusyAnswer>;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const said = retryAfterMs ?? (Number.isFinite(seconds) ? seconds * 1_000 : undefined);
  if (said === undefined && codeOf(answer) !== undefined) throw new AppError('not-ready', { status: response.status });
  return new Busy(said ?? usualRetryMs, rows);
}
