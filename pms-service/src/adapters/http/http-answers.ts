// What goes wrong on the way, as the one shape that API.md promises.

import { AppError } from '@foyer/contracts/app-error.ts';
import { errorCodes, type ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { ErrorAnswer } from '@foyer/contracts/http-api.ts';
import { InvalidRequest } from './validator.ts';

export interface Failure {
  readonly status: number;
  readonly body: ErrorAnswer;
  /** Of what is over soon. */
  readonly retryAfterSeconds?: number;
}

export function failure(code: ErrorCode, path?: string): Failure {
  const { status, meaning } = errorCodes[code];
  return {
    status,
    body: { ok: false, error: { code, message: meaning, ...(path === undefined ? {} : { path }) } },
  };
}

/** A thrown thing as an answer. Only our own fault comes out as `internal`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) {
    const { retryAfterSeconds } = error.facts;
    return { ...failure(error.code), ...(typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {}) };
  }
  if (error instanceof InvalidRequest) return failure('invalid-request', error.path);
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return failure('body-too-large');
  if (statusCode === 429) return failure('rate-limited');
  if (statusCode === 400 || statusCode === 415) return failure('not-json');
  return failure('internal');
}
