import { type ErrorCode, errorCodes } from '@foyer/contracts/error-codes.ts';
import type { ErrorAnswer } from '@foyer/contracts/http-api.ts';
import type { StatusAnswer } from '../ports/writer.ts';

/** A refusal for the codes of 409, an error for all others: every door answers in this one shape. */
export function codedAnswer(
  code: ErrorCode,
  detail?: { readonly path?: string; readonly why?: string },
): Extract<StatusAnswer, { readonly ok: false }> {
  const { status } = errorCodes[code];
  return status === 409 ? { status, ok: false, refusal: { code } } : { status, ...errorAnswer(code, detail) };
}

export function errorAnswer(
  code: ErrorCode,
  detail: { readonly path?: string; readonly why?: string } = {},
): ErrorAnswer {
  const { path, why } = detail;
  const message = why === undefined ? errorCodes[code].meaning : `${errorCodes[code].meaning} ${path ?? ''} ${why}.`;
  return { ok: false, error: { code, message, ...(path === undefined ? {} : { path }) } };
}
