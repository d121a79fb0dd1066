// What of an error says that the line to the database, or the server behind it, is no longer there. Everything else is an
// answer of the database and goes to whoever asked.

import pg from 'pg';

/**
 * PostgreSQL's codes: it shuts down, crashed or starts; it takes no writes (any more), or no more connections; the statement
 * was broken off.
 */
const goneCodes = new Set(['57P01', '57P02', '57P03', '25006', '53300', '57014']);
const lockTimedOut = '55P03';
/** What the driver says of a line that it lost; it has no codes for these. */
const driverWords =
  /connection (terminated|error)|not queryable|client was closed|timeout e(xpired|xceeded)|read timeout/i;
const socketCode = /^(E[A-Z]+|ERR_STREAM_.*)$/;

export function isLineLost(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) {
    const { code = '' } = error;
    return goneCodes.has(code) || code.startsWith('08');
  }
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string') return socketCode.test(code);
  return typeof message === 'string' && driverWords.test(message);
}

/** The transaction waited for one whose commit waits for the standby. */
export function isLockTimedOut(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === lockTimedOut;
}
