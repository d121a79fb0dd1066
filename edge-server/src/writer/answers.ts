// Answers in the one shape of every door.

import { errorCodes, type ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { StatusAnswer } from '../ports/writer.ts';

/** A refusal for codes of status 409, an error of its status for all others. */
export function refusalAnswer(refusal: Refusal): StatusAnswer {
  const { status, meaning } = errorCodes[refusal.code];
  if (status === 409) return { status, ok: false, refusal };
  return { status, ok: false, error: { code: refusal.code, message: meaning } };
}

export function codeAnswer(code: ErrorCode): StatusAnswer {
  return refusalAnswer({ code });
}
