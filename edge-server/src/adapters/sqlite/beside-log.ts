// What a copy of the log needs beside the rows: subjects' keys and record views, which only grow, and every other table
// that no fold of the log gives back. A table that a later migration makes is among them by itself, unless it is named here.

import type { Beside, CopiedKey, CopiedLine, CopiedPart, CopiedValue, CopySource } from '../../ports/log-copy.ts';
import { openForReading, type Connection } from './connection.ts';
import { projectionNames } from './projection-digests.ts';
import { RECORD_VIEWS } from './read-model.ts';

const atOnce = 2_000;
/** `refusals` are lost with the box; the others are made anew, or are copied row by row. */
const leftOut = new Set<string>([
  ...projectionNames,
  'log',
  'subject_keys',
  'access_log',
  'refusals',
  'heartbeat',
  'migrations',
  'table_sums',
  'people',
  'people_words',
  'people_words_version',
]);
/** As large as the centre's patients are many, and moved on by its feed alone; and what a pruned log begins with. */
const isReference = (table: string): boolean =>
  /^(reference_|network_clinics$|relay$|snapshot_|feed_|checkpoints$|log_base$|kept_set_up$)/.test(table);

export const SOME_KEYS =
  'SELECT subject_id, wrapped FROM subject_keys WHERE subject_id > ? ORDER BY subject_id LIMIT ?';

export type BesideLog = Omit<CopySource, 'files' | 'content'> & { close(): void };

/** One reader at a time. */
export function openBesideLog(path: string): BesideLog {
  const db = openForReading(path);
  const version = db.prepare('PRAGMA data_version');
  const someKeys = db.prepare(SOME_KEYS);
  const findKey = db.prepare('SELECT subject_id, wrapped FROM subject_keys WHERE subject_id = ?');
  const views = db.prepare(RECORD_VIEWS);
  const viewsAfter: BesideLog['viewsAfter'] = (number, limit) =>
    views.all(number, limit).map((row) => ({
      number: row['number'] as number,
      at: row['at'] as number,
      actor: row['actor'] as string,
      patientId: row['patient_id'] as string,
      purpose: row['purpose'] as string,
    }));

  async function* beside(): AsyncGenerator<Beside> {
    for (let after = ''; ;) {
      const keys = someKeys.all(after, atOnce).map(toKey);
      if (keys.length === 0) break;
      yield { keys, views: [] };
      after = keys.at(-1)!.subjectId;
    }
    for (let after = 0; ;) {
      const found = viewsAfter(after, atOnce);
      if (found.length === 0) break;
      yield { keys: [], views: found };
      after = found.at(-1)!.number;
    }
  }

  return {
    version: () => version.get()?.['data_version'] as number,
    keysOf: (subjectIds) => subjectIds.flatMap((id) => findKey.all(id).map(toKey)),
    viewsAfter,
    beside: () => inOneView(db, beside()),
    part: (part) => inOneView(db, linesOf(db, part)),
    close: () => db.close(),
  };
}

export function copiedTables(db: Connection, part: CopiedPart): readonly string[] {
  return db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .all()
    .map((row) => row['name'] as string)
    .filter((name) => !leftOut.has(name) && isReference(name) === (part === 'reference'));
}

/** Into a database of this release: what a column of another release has is passed over, and what was there makes way. */
export class CopiedTables {
  readonly #db: Connection;
  #insert: ((values: readonly CopiedValue[]) => void) | undefined;

  constructor(db: Connection) {
    this.#db = db;
  }

  take(line: Exclude<CopiedLine, { readonly file: string }>): void {
    if ('values' in line) this.#insert?.(line.values);
    else this.#begin(line.table, line.columns);
  }

  #begin(table: string, columns: readonly string[]): void {
    const known = columnsOf(this.#db, table);
    const kept = columns.flatMap((column, index) => (known.includes(column) ? [{ column, index }] : []));
    if (kept.length === 0) {
      this.#insert = undefined;
      return;
    }
    this.#db.exec(`DELETE FROM "${table}"`);
    const names = kept.map(({ column }) => `"${column}"`).join(', ');
    const put = this.#db.prepare(`INSERT INTO "${table}" (${names}) VALUES (${kept.map(() => '?').join(', ')})`);
    this.#insert = (values) => {
      put.run(...kept.map(({ index }) => values[index] ?? null));
    };
  }
}

async function* linesOf(db: Connection, part: CopiedPart): AsyncGenerator<readonly CopiedLine[]> {
  for (const table of copiedTables(db, part)) {
    const columns = columnsOf(db, table);
    let lines: CopiedLine[] = [{ table, columns }];
    const order = db.prepare(`SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk`).all(table);
    const key = order.map((row) => `"${String(row['name'])}"`).join(', ');
    for (const row of db.prepare(`SELECT * FROM "${table}"${key === '' ? '' : ` ORDER BY ${key}`}`).iterate()) {
      lines.push({ values: columns.map((column) => row[column] as CopiedValue) });
      if (lines.length < atOnce) continue;
      yield lines;
      lines = [];
    }
    yield lines;
  }
}

function columnsOf(db: Connection, table: string): readonly string[] {
  return db
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((row) => row['name'] as string);
}

function toKey(row: Record<string, unknown>): CopiedKey {
  return { subjectId: row['subject_id'] as string, wrapped: row['wrapped'] as Uint8Array | null };
}

async function* inOneView<T>(db: Connection, read: AsyncGenerator<T>): AsyncGenerator<T> {
  db.exec('BEGIN');
  try {
    yield* read;
  } finally {
    db.exec('ROLLBACK');
  }
}
