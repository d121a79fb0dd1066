// What every refusal has in common, at both doors and both servers: a code of the one list, with that code's status, in
// one of the two shapes.

import { expect } from 'vitest';
import { type ErrorCode, errorCodes } from '@foyer/contracts/error-codes.ts';

export interface Refused {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The code of an answer that is not a success; fails when its shape or status is not the list's. */
export function codeOf({ status, body }: Refused): string {
  expect(body, JSON.stringify(body)).toMatchObject({ ok: false });
  const said = (body['refusal'] ?? body['error']) as {
    readonly code: string;
    readonly message?: string;
  };
  expect(Object.keys(errorCodes)).toContain(said.code);
  expect(`${said.code} ${status}`).toBe(`${said.code} ${errorCodes[said.code as ErrorCode].status}`);
  if (body['refusal'] === undefined) expect(said.message).toBe(messageOf(said.code, said.message));
  return said.code;
}

/** A message begins with the code's meaning; it never repeats what was sent. */
function messageOf(code: string, message: string | undefined): string {
  const { meaning } = errorCodes[code as ErrorCode];
  return message?.startsWith(meaning) === true ? message : meaning;
}

/** An answer of a socket's command, which carries its status beside the rest. */
export function ofSocket(answer: { readonly status: number }): Refused {
  const { status, ...body } = answer;
  return { status, body };
}
