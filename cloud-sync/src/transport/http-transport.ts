// The line over HTTP(S): JSON, compressed upward with gzip, the edge's token as Bearer. An answer that is not whole, not
// in time or not of the protocol rejects; the pumps decide what follows.

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { DeviceReport } from '@foyer/contracts/device-report.ts';
import type { EscrowAnswer, FeedPage, Position, UpAnswer, UpBatch } from '@foyer/contracts/sync-protocol.ts';
import { base64 } from '../batch.ts';
import type { HealthTransport, RelayTransport } from '../ports.ts';

const compress = promisify(gzip);

export interface HttpTransportOptions {
  /** Of the PMS, without a path. */
  readonly url: string;
  /** Read at every request, so that a renewed credential is used without a restart. */
  readonly token: () => string;
  readonly timeoutMs?: number;
}

export class HttpTransport implements RelayTransport, HealthTransport {
  readonly #options: HttpTransportOptions;

  constructor(options: HttpTransportOptions) {
    this.#options = options;
  }

  async position(signal: AbortSignal): Promise<Position> {
    return (await this.#request('GET', '/sync/v1/position', signal)) as Position;
  }

  async escrow(clinicKey: Uint8Array, signal: AbortSignal): Promise<EscrowAnswer> {
    const body = { clinicKey: base64(clinicKey) };
    return (await this.#request('PUT', '/sync/v1/clinic-key', signal, body)) as EscrowAnswer;
  }

  async push(batch: UpBatch, signal: AbortSignal): Promise<UpAnswer> {
    return (await this.#request('POST', '/sync/v1/rows', signal, batch)) as UpAnswer;
  }

  async pull(after: number, waitSeconds: number, signal: AbortSignal): Promise<FeedPage> {
    const path = `/sync/v1/feed?after=${after}&wait=${waitSeconds}`;
    return (await this.#request('GET', path, signal, undefined, waitSeconds * 1_000)) as FeedPage;
  }

  async report(report: DeviceReport, signal: AbortSignal): Promise<void> {
    await this.#request('PUT', '/sync/v1/device-health', signal, report);
  }

  async #request(method: string, path: string, signal: AbortSignal, body?: unknown, extraMs = 0): Promise<unknown> {
    const { url, token, timeoutMs = 30_000 } = this.#options;
    const response = await fetch(new URL(path, url), {
      method,
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs + extraMs)]),
      headers: {
        authorization: `Bearer ${token()}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
      },
      ...(body === undefined ? {} : { body: await compress(JSON.stringify(body), { level: 3 }) }),
    });
    const answer: unknown = await response.json();
    // A refusal (409) is an answer of the protocol; anything else that is not a success is the line's fault.
    if (response.ok || response.status === 409) return answer;
    throw new AppError('not-ready', { status: response.status });
  }
}
