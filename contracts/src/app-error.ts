import { errorCodes, type ErrorCode } from './error-codes.ts';

/** A broken world: a disk, a socket, a peer. An expected "no" is a value, never this. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Ids and figures only: no name, no birth date, no document number. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, facts: Readonly<Record<string, unknown>> = {}, options?: { cause?: unknown }) {
    super(`${code}: ${errorCodes[code].meaning}`, options);
    this.name = 'AppError';
    this.code = code;
    this.facts = facts;
  }
}

/** Our own mistake: a case that the types say cannot be. */
export function assertNever(value: never): never {
  throw new Error(`unexpected: ${JSON.stringify(value)}`);
}

export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${what}`);
}
