// One question to the centre: JSON, compressed upward, and an answer of its protocol. What is none (a cut line, a proxy's
// page) is `copy-not-reached`.

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { AppError } from '@foyer/contracts/app-error.ts';
import { errorCodes, type ErrorCode } from '@foyer/contracts/error-codes.ts';

const compress = promisify(gzip);
const usualAnswerMs = 30_000;

export interface CentreLineParts {
  /** Of the centre, without a path. */
  readonly url: string;
  /** Read at every question; absent: what is asked needs none. */
  readonly token?: () => string;
  readonly answerMs?: number;
}
export interface CentreLine {
  /** Throws the code that the centre refuses with, or `copy-not-reached`. */
  ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, signal?: AbortSignal): Promise<unknown>;
}

export function centreLine({ url, token, answerMs = usualAnswerMs }: CentreLineParts): CentreLine {
  return {
    async ask(method, path, body, signal) {
      const limit = AbortSignal.timeout(answerMs);
      let response: Response;
      let said: unknown;
      try {
        response = await fetch(new URL(path, url), {
          method,
          signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
          headers: {
            accept: 'application/json',
            ...(token === undefined ? {} : { authorization: `Bearer ${token()}` }),
            ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
          },
          ...(body === undefined ? {} : { body: await compress(JSON.stringify(body), { level: 1 }) }),
        });
        said = await response.json();
      } catch (cause) {
        throw new AppError('copy-not-reached', { place: 'centre' }, { cause });
      }
      if (response.ok) return said;
      throw refusedWith(response.status, said);
    },
  };
}

function refusedWith(status: number, said: unknown): AppError {
  const { refusal, error } = (said ?? {}) as { readonly refusal?: Coded; readonly error?: Coded };
  const { code, ...facts } = refusal ?? error ?? {};
  const isAnswer = code !== undefined && code in errorCodes && status < 500 && status !== 429;
  if (!isAnswer) return new AppError('copy-not-reached', { place: 'centre', status });
  const { message: _, ...rest } = facts;
  return new AppError(code as ErrorCode, rest);
}
interface Coded {
  readonly code?: string;
  readonly message?: string;
}
