// The base of a pruned log as tables hold it: every projection row by row, in pieces of a bounded size, and the parts of
// it that are stored. What is in a part is its writer's matter: here it is bytes.

import type { Connection } from './connection.ts';
import { projectionColumns, projectionNames } from './projection-digests.ts';
import { columnsOf } from './table-sums.ts';

const charactersAtOnce = 512 * 1024;

type BaseValue = string | number | null;
/** Some rows of one table. */
export interface BasePiece {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly BaseValue[])[];
}

/** The projections, and the clinic's set-up from where it was last applied whole. */
const basedTables: readonly string[] = [...projectionNames, 'kept_set_up'];
/** Rows of the log that tell the clinic's set-up. */
const ofSetUp = `type IN ('v1.ConfigurationApplied', 'v1.ClinicChanged')`;
const setUpColumns = `seq, clinic_id, epoch, id, type, at, business_day, actor, command_id, body, subject_id, sealed,
  prev_hash, hash`;

export function* piecesOf(db: Connection): Generator<BasePiece> {
  for (const table of basedTables) {
    const columns = projectionColumns(table) ?? columnsOf(db, table);
    let rows: BaseValue[][] = [];
    let characters = 0;
    for (const row of db.prepare(`SELECT ${columns.join(', ')} FROM ${table}`).iterate()) {
      const values = columns.map((column) => asText(row[column]));
      characters += values.reduce((sum: number, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
      rows.push(values);
      if (characters < charactersAtOnce) continue;
      yield { table, columns, rows };
      [rows, characters] = [[], 0];
    }
    if (rows.length > 0) yield { table, columns, rows };
  }
}

/** A table or a column that this release has no more is left out. */
export function putPiece(db: Connection, { table, columns, rows }: BasePiece): void {
  const there = basedTables.includes(table) ? columnsOf(db, table) : [];
  const known = columns.flatMap((column, at) => (there.includes(column) ? [{ column, at }] : []));
  if (known.length === 0) return;
  const names = known.map(({ column }) => column).join(', ');
  const put = db.prepare(`INSERT OR REPLACE INTO ${table} (${names}) VALUES (${known.map(() => '?').join(', ')})`);
  for (const row of rows) put.run(...known.map(({ at }) => asValue(row[at] ?? null)));
}

/** Takes over the rows of the clinic's set-up up to this number, and lets go of those before it was last applied whole. */
export function keepSetUp(into: Connection, from: Connection, until: number): void {
  const marks = setUpColumns.split(',').map(() => '?');
  const put = into.prepare(`INSERT OR REPLACE INTO kept_set_up (${setUpColumns}) VALUES (${marks.join(', ')})`);
  for (const table of ['kept_set_up', 'log']) {
    const rows = from.prepare(`SELECT ${setUpColumns} FROM ${table} WHERE ${ofSetUp} AND seq <= ? ORDER BY seq`);
    for (const row of rows.all(until)) put.run(...Object.values(row));
  }
  into.exec(`DELETE FROM kept_set_up WHERE seq <
    (SELECT max(seq) FROM kept_set_up WHERE type = 'v1.ConfigurationApplied')`);
}

export interface StoredBases {
  put(seq: number, part: number, sealed: Uint8Array): void;
  /** In their order. */
  partsOf(seq: number): readonly Uint8Array[];
  keepOnly(seq: number): void;
  /** Of other bases than these two, so many parts at most. */
  dropSome(parts: number, kept: number, coming?: number): void;
  clear(): void;
}

export function createStoredBases(db: Connection): StoredBases {
  const put = db.prepare('INSERT OR REPLACE INTO log_base (seq, part, sealed) VALUES (?, ?, ?)');
  const parts = db.prepare('SELECT sealed FROM log_base WHERE seq = ? ORDER BY part');
  const dropOthers = db.prepare('DELETE FROM log_base WHERE seq <> ?');
  const dropSome = db.prepare(`
    DELETE FROM log_base WHERE rowid IN (SELECT rowid FROM log_base WHERE seq NOT IN (?, ?) ORDER BY seq LIMIT ?)`);
  const clear = db.prepare('DELETE FROM log_base');
  return {
    put: (seq, part, sealed) => void put.run(seq, part, sealed),
    partsOf: (seq) => parts.all(seq).map((row) => row['sealed'] as Uint8Array),
    keepOnly: (seq) => void dropOthers.run(seq),
    dropSome: (some, kept, coming = kept) => void dropSome.run(kept, coming, some),
    clear: () => void clear.run(),
  };
}

function asText(value: unknown): BaseValue {
  return value instanceof Uint8Array ? `x:${Buffer.from(value).toString('base64')}` : asMarked(value as BaseValue);
}

/** A text that begins like a blob is marked as a text. */
function asMarked(value: BaseValue): BaseValue {
  return typeof value === 'string' && /^[xt]:/.test(value) ? `t:${value}` : value;
}

function asValue(value: BaseValue): BaseValue | Uint8Array {
  if (typeof value !== 'string') return value;
  if (value.startsWith('x:')) return new Uint8Array(Buffer.from(value.slice(2), 'base64'));
  return value.startsWith('t:') ? value.slice(2) : value;
}
