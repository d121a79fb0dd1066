// Checksums of the tables outside the log and its projections, as 0064 keeps them: of each row a SHA-256, one XORed with
// the other, so that a change costs its own rows alone. Triggers of the writer's connection keep them within the
// transaction that changes a table; they are temporary, because no other program has the function that they call.

import { hash } from 'node:crypto';
import type { Connection } from './connection.ts';
import { projectionNames } from './projection-digests.ts';

interface TableSum {
  readonly rows: number;
  readonly sum: Uint8Array;
}
interface TableFault {
  readonly table: string;
  /** Those that it has, and those that it should have. */
  readonly rows: number;
  readonly expected: number;
}

/** Proven by the chain, by a rebuild, or by the files that they name. */
const provenOtherwise: ReadonlySet<string> = new Set([...projectionNames, 'log', 'migrations', 'table_sums']);
/** A flipped bit in one of these would let somebody in. They are small: each start looks at them. */
export const tablesThatLetIn: readonly string[] = [
  'badges',
  'devices',
  'fenced_devices',
  'local_pins',
  'pin_failures',
  'reference_keys',
  'reference_staff',
  'sessions',
  'thing_credentials',
  'thing_passwords',
];
/** Every release writes it soon after its start, so that it tells whether one without sums was here. */
const writtenByEveryRelease = 'heartbeat';
const sumBytes = 32;

type Value = string | number | bigint | Uint8Array | null;

/** Keeps the sums from now on. All of them are taken anew where a migration, or another release, has changed the tables. */
export function keepTableSums(db: Connection, isMigrated: boolean): void {
  // What takes the place of a row tells of the row that it takes it of.
  db.exec('PRAGMA recursive_triggers = ON');
  db.function('row_into_sum', { varargs: true, deterministic: true }, rowIntoSum);
  const tables = summedTables(db);
  const kept = keptSums(db);
  const beat = kept.get(writtenByEveryRelease);
  const isOurs = !isMigrated && beat !== undefined && isEqual(beat, sumOf(db, writtenByEveryRelease));
  if (!isOurs) takeSums(db, tables);
  for (const table of tables) watchTable(db, table);
}

/** Rewrites whole tables that stay as they are, at the price of their rows alone. */
export function withoutSums(db: Connection, tables: readonly string[], rewrite: () => void): void {
  const watched = tables.filter((table) => !provenOtherwise.has(table));
  for (const table of watched)
    for (const event of events) db.exec(`DROP TRIGGER IF EXISTS temp.${nameOf(table, event)}`);
  rewrite();
  for (const table of watched) watchTable(db, table);
}

/** The tables whose rows are not those that were written. Of a database that was never summed none is judged. */
export function faultyTables(db: Connection, among: readonly string[] = summedTables(db)): readonly TableFault[] {
  if (!hasSums(db)) return [];
  const kept = keptSums(db);
  return among.flatMap((table) => {
    const expected = kept.get(table);
    const found = sumOf(db, table);
    const isAsWritten = expected !== undefined && isEqual(found, expected);
    return isAsWritten ? [] : [{ table, rows: found.rows, expected: expected?.rows ?? 0 }];
  });
}

/** A database of before the sums, or one that no writer has opened yet. */
function hasSums(db: Connection): boolean {
  const isThere = db.prepare(`SELECT 1 FROM main.sqlite_schema WHERE name = 'table_sums'`).get() !== undefined;
  return isThere && db.prepare('SELECT 1 FROM table_sums LIMIT 1').get() !== undefined;
}

/** Those with sums, by name. */
export function summedTables(db: Connection): readonly string[] {
  return db
    .prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !provenOtherwise.has(name));
}

const events = ['INSERT', 'DELETE', 'UPDATE'] as const;
const nameOf = (table: string, event: (typeof events)[number]): string => `sum_${table}_${event.toLowerCase()}`;

function watchTable(db: Connection, table: string): void {
  const columns = columnsOf(db, table);
  const row = (which: 'new' | 'old'): string => columns.map((column) => `${which}.${column}`).join(', ');
  const changes = {
    INSERT: `rows = rows + 1, sum = row_into_sum(sum, ${row('new')})`,
    DELETE: `rows = rows - 1, sum = row_into_sum(sum, ${row('old')})`,
    UPDATE: `sum = row_into_sum(row_into_sum(sum, ${row('old')}), ${row('new')})`,
  } as const;
  for (const event of events) {
    db.exec(`CREATE TEMP TRIGGER IF NOT EXISTS ${nameOf(table, event)} AFTER ${event} ON main.${table}
      BEGIN UPDATE table_sums SET ${changes[event]} WHERE name = '${table}'; END`);
  }
}

function takeSums(db: Connection, tables: readonly string[]): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec('DELETE FROM table_sums');
    const put = db.prepare('INSERT INTO table_sums (name, rows, sum) VALUES (?, ?, ?)');
    for (const table of tables) {
      const { rows, sum } = sumOf(db, table);
      put.run(table, rows, sum);
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function sumOf(db: Connection, table: string): TableSum {
  const columns = columnsOf(db, table);
  const sum = new Uint8Array(sumBytes);
  let rows = 0;
  for (const row of db.prepare(`SELECT ${columns.join(', ')} FROM main.${table}`).iterate()) {
    addRow(
      sum,
      columns.map((column) => row[column] as Value),
    );
    rows += 1;
  }
  return { rows, sum };
}

function keptSums(db: Connection): ReadonlyMap<string, TableSum> {
  const kept = db.prepare('SELECT name, rows, sum FROM table_sums').all();
  return new Map(kept.map(({ name, rows, sum }) => [String(name), { rows: rows as number, sum: sum as Uint8Array }]));
}

export function columnsOf(db: Connection, table: string): readonly string[] {
  return db
    .prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid')
    .all(table)
    .map(({ name }) => String(name));
}

function rowIntoSum(sum: unknown, ...row: readonly unknown[]): Uint8Array {
  const into = Uint8Array.from(sum as Uint8Array);
  addRow(into, row as readonly Value[]);
  return into;
}

/** XORs the row's hash in: the same again takes it out. */
function addRow(sum: Uint8Array, row: readonly Value[]): void {
  const digest = hash('sha256', JSON.stringify(row.map(asText)), 'buffer');
  for (let at = 0; at < sumBytes; at += 1) sum[at] = (sum[at] ?? 0) ^ (digest[at] ?? 0);
}

/** A blob is not taken for the text of its digits, nor a number for its own. */
function asText(value: Value): string | number | null | { readonly blob: string } {
  if (value instanceof Uint8Array) return { blob: Buffer.from(value).toString('hex') };
  return typeof value === 'bigint' ? String(value) : value;
}

function isEqual(a: TableSum, b: TableSum): boolean {
  return a.rows === b.rows && Buffer.from(a.sum).equals(b.sum);
}
