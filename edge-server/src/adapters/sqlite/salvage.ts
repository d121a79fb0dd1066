// What can still be read of a damaged database, row by row: a page that SQLite cannot read costs what was on it alone.

import type { LogRow } from '@foyer/contracts/log-row.ts';
import { type Connection, openForReading } from './connection.ts';
import { FIND_KEY, ROWS_AFTER, toLogRow } from './event-log.ts';
import { faultyTables } from './table-sums.ts';

const rowsAtOnce = 1_000;

export type TableRow = Readonly<Record<string, string | number | Uint8Array | null>>;

export interface Salvage {
  /** In the order of their numbers, as far as they can be read; whether they are whole is another question. */
  rows(): Generator<LogRow>;
  wrappedKey(subjectId: string): Uint8Array | undefined;
  /** Whoever has a key here, or had one that was destroyed. */
  subjects(): readonly { readonly subjectId: string; readonly isDestroyed: boolean }[];
  /** Undefined where it cannot be read. */
  reading<T>(read: (db: Connection) => T): T | undefined;
  /** `isWhole`: all rows, as they were written. */
  table(name: string, columns: readonly string[]): { readonly rows: readonly TableRow[]; readonly isWhole: boolean };
  /** What the box alone remembers of accepted commands. */
  bodyHashes(): readonly { readonly commandId: string; readonly bodyHash: Uint8Array }[];
  close(): void;
}

export function openSalvage(path: string): Salvage {
  const db = orNothing(() => openForReading(path));
  const faulty = orNothing(() => new Set(db === undefined ? [] : faultyTables(db).map(({ table }) => table)));
  return {
    *rows() {
      if (db !== undefined) yield* readableRows(db);
    },
    wrappedKey(subjectId) {
      const wrapped = orNothing(() => db?.prepare(FIND_KEY).get(subjectId)?.['wrapped']);
      return wrapped instanceof Uint8Array ? wrapped : undefined;
    },
    subjects() {
      const { rows } = readUntilFault(db, 'SELECT subject_id, wrapped FROM subject_keys');
      return rows.map((row) => ({ subjectId: String(row['subject_id']), isDestroyed: row['wrapped'] === null }));
    },
    reading: (read) => orNothing(() => (db === undefined ? undefined : read(db))),
    table(name, columns) {
      const read = readUntilFault(db, `SELECT ${columns.join(', ')} FROM ${name}`);
      return { rows: read.rows, isWhole: read.isWhole && faulty !== undefined && !faulty.has(name) };
    },
    bodyHashes() {
      const { rows } = readUntilFault(db, 'SELECT command_id, body_hash FROM answers WHERE body_hash IS NOT NULL');
      return rows.flatMap(({ command_id: commandId, body_hash: bodyHash }) =>
        typeof commandId === 'string' && bodyHash instanceof Uint8Array ? [{ commandId, bodyHash }] : [],
      );
    },
    close: () => db?.close(),
  };
}

function* readableRows(db: Connection): Generator<LogRow> {
  const newest = orNothing(() => Number(db.prepare('SELECT max(seq) AS seq FROM log').get()?.['seq'] ?? 0)) ?? 0;
  const after = orNothing(() => db.prepare(ROWS_AFTER));
  for (let seq = 0; after !== undefined;) {
    const rows = orNothing(() => after.all(seq, rowsAtOnce));
    // Where a page among them cannot be read, they are read one by one, and from behind it on.
    const found = rows ?? orNothing(() => after.all(seq, 1)) ?? [];
    yield* found.map((row) => toLogRow(asWritten(row)));
    const last = found.at(-1)?.['seq'] as number | undefined;
    if (last === undefined && (rows !== undefined || seq >= newest)) return;
    seq = last === undefined ? seq + 1 : Math.max(last, seq + 1);
  }
}

const columnsOfBytes = new Set(['sealed', 'prev_hash', 'hash']);

/** A text that a flipped bit has made a blob of has the same bytes, and a blob that is a text now as well. */
function asWritten(row: Record<string, unknown>): Record<string, unknown> {
  const written = (column: string, value: unknown): unknown => {
    const isOfBytes = columnsOfBytes.has(column);
    if (value instanceof Uint8Array && !isOfBytes) return Buffer.from(value).toString('utf8');
    return typeof value === 'string' && isOfBytes ? Buffer.from(value, 'utf8') : value;
  };
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, written(column, value)] as const));
}

function readUntilFault(
  db: Connection | undefined,
  sql: string,
): { readonly rows: TableRow[]; readonly isWhole: boolean } {
  const rows: TableRow[] = [];
  const isRead = orNothing(() => {
    if (db === undefined) return false;
    for (const row of db.prepare(sql).iterate()) rows.push(row as TableRow);
    return true;
  });
  return { rows, isWhole: isRead === true };
}

/** Undefined where the file cannot be read there, or the table is not in it. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'errcode' in error) return undefined;
    throw error;
  }
}
