/**
 * The SQL by which a centre took in a relay, set by set, asked of an equal database again: the same statements with the
 * same values in the same transactions, and without the relay. Nothing is sent, packed, checked, opened or decided.
 */
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import type { Client } from 'pg';
import { writtenColumns } from './copied-rows.ts';
import type { RecordedStatement } from './sql-recorder.ts';

const before = 'before';

export interface RecordedSql {
  /** Does it to the database as it was before. Milliseconds. Throws where that leaves not what the relay left. */
  doAgain(): Promise<number>;
}

/** Lays aside what every table of a new centre holds; to be called before anything is relayed. */
export async function keepBefore(database: Client): Promise<void> {
  await database.query(`create schema ${before}`);
  for (const table of await tablesOf(database)) {
    await database.query(`create table ${before}.${table} as select * from ${table}`);
  }
}

/** `admin` and `service` are signed in to a copy of what the relay left. */
export async function recordedSql(file: string, admin: Client, service: Client): Promise<RecordedSql> {
  const transactions = deserialize(readFileSync(file)) as readonly (readonly RecordedStatement[])[];
  const tables = await tablesOf(admin);
  const filled = tablesFilledBy(transactions.flat());
  const left = await countRows(admin, filled);
  return {
    async doAgain() {
      await putBack(admin, tables);
      const startedAt = performance.now();
      for (const statements of transactions)
        for (const { text, values } of statements) await service.query(text, [...values]);
      const tookMs = performance.now() - startedAt;
      const found = await countRows(admin, filled);
      const differing = filled.filter((_, index) => found[index] !== left[index]);
      if (differing.length > 0) throw new Error(`the SQL alone leaves something else in ${differing.join(', ')}`);
      return tookMs;
    },
  };
}

function tablesFilledBy(statements: readonly RecordedStatement[]): readonly string[] {
  return [
    ...new Set(statements.flatMap(({ text }) => [...text.matchAll(/insert into (\w+)/g)].map(([, name]) => name!))),
  ];
}

/** As it was before the relay. What one table refers to may be put back behind it. */
async function putBack(admin: Client, tables: readonly string[]): Promise<void> {
  await admin.query(`begin; set local session_replication_role = replica; truncate ${tables.join(', ')}`);
  for (const table of tables) {
    const columns = await writtenColumns(admin, table);
    await admin.query(`insert into ${table} (${columns}) select ${columns} from ${before}.${table}`);
  }
  await admin.query('commit');
  await admin.query('checkpoint');
}

async function tablesOf(database: Client): Promise<readonly string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function countRows(database: Client, tables: readonly string[]): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const table of tables) {
    const { rows } = await database.query<{ count: string }>(`select count(*) from ${table}`);
    counts.push(Number(rows[0]?.count));
  }
  return counts;
}
