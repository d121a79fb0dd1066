// The line to the centre for backups: JSON over HTTPS. What is no answer of the protocol (a cut line, a proxy's page) is
// asked again, later and later; a refusal is an answer and ends it.

import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@foyer/contracts/app-error.ts';
import { errorCodes, type ErrorCode } from '@foyer/contracts/error-codes.ts';

export interface CentreLine {
  /** Throws the code that the centre refuses with, or `centre-not-reached` when it has no patience left. */
  request(method: 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown>;
}

export interface CentreLineOptions {
  /** Of the PMS, without a path. */
  readonly url: string;
  /** Absent: what is asked needs none. */
  readonly token?: string;
  /** Between one try and the next; each is waited once. */
  readonly waitsMs?: readonly number[];
}

const usualWaitsMs = [1_000, 5_000, 30_000, 60_000, 300_000, 900_000];
const answerMs = 60_000;

export function centreLine({ url, token, waitsMs = usualWaitsMs }: CentreLineOptions): CentreLine {
  return {
    async request(method, path, body) {
      for (const waitMs of [...waitsMs, undefined]) {
        const answer = await ask(method, new URL(path, url), token, body);
        if (answer !== undefined) return answer;
        if (waitMs !== undefined) await pause(waitMs);
      }
      throw new AppError('centre-not-reached', { url });
    },
  };
}

/** Undefined: it may go better later. */
async function ask(method: string, url: URL, token: string | undefined, body: unknown): Promise<unknown> {
  let response: Response;
  let said: unknown;
  try {
    response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(answerMs),
      headers: {
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    said = await response.json();
  } catch {
    // Cut off, not in time, or no JSON.
    return undefined;
  }
  if (response.ok) return said;
  const code = codeIn(said);
  if (response.status >= 500 || response.status === 429 || code === undefined) return undefined;
  throw new AppError(code, { status: response.status });
}

function codeIn(said: unknown): ErrorCode | undefined {
  const { refusal, error } = said as { readonly refusal?: Coded; readonly error?: Coded };
  const code = (refusal ?? error)?.code ?? '';
  return code in errorCodes ? (code as ErrorCode) : undefined;
}
interface Coded {
  readonly code?: string;
}
