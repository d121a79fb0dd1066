/**
 * What a relay left at a centre, written again without the relay: the same rows into the same tables, keys and indexes,
 * set by set in SQL alone, a commit for each set. Nothing is sent, packed, checked, opened or decided on the way.
 */
import type { Client } from 'pg';

/** A table with fewer rows is what every centre has, or what is noted once for a batch. */
const fewRows = 50;

export interface CopiedRows {
  /** Writes all of it into the emptied tables. Milliseconds. */
  writeAgain(): Promise<number>;
}

/** Of a database of its own: what it holds is laid aside, in as many parts as `sets`. */
export async function layAside(database: Client, sets: number): Promise<CopiedRows> {
  const tables = await filledTables(database);
  await database.query('drop schema if exists aside cascade; create schema aside');
  const inserts: string[] = [];
  for (const table of tables) {
    await database.query(
      `create table aside.${table} as select *, ntile(${sets}) over (order by ctid) as part from ${table}`,
    );
    await database.query(`create index on aside.${table} (part)`);
    const columns = await writtenColumns(database, table);
    inserts.push(`insert into ${table} (${columns}) select ${columns} from aside.${table} where part = $1`);
  }
  return {
    async writeAgain() {
      await database.query(`truncate ${tables.join(', ')} cascade`);
      await database.query('checkpoint');
      const startedAt = performance.now();
      for (let part = 1; part <= sets; part += 1) {
        await database.query('begin');
        for (const insert of inserts) await database.query(insert, [part]);
        await database.query('commit');
      }
      return performance.now() - startedAt;
    },
  };
}

/** Those that a relay fills, each behind what it refers to. */
async function filledTables(database: Client): Promise<readonly string[]> {
  const { rows } = await database.query<{ name: string; refersTo: string[] }>(`
    select c.relname as name, array(
      select f.confrelid::regclass::text from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid
    ) as "refersTo"
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`);
  const left = new Map<string, readonly string[]>();
  for (const { name, refersTo } of rows) {
    const counted = await database.query<{ count: string }>(`select count(*) from ${name}`);
    if (Number(counted.rows[0]?.count) >= fewRows) left.set(name, refersTo);
  }
  const ordered: string[] = [];
  while (left.size > 0) {
    const [next] = [...left].find(([, refersTo]) => !refersTo.some((other) => left.has(other))) ?? [];
    if (next === undefined) throw new Error(`tables that refer to one another: ${[...left.keys()].join(', ')}`);
    ordered.push(next);
    left.delete(next);
  }
  return ordered;
}

/** Its columns but for those that the database makes itself, as SQL. */
export async function writtenColumns(database: Client, table: string): Promise<string> {
  const { rows } = await database.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name).join(', ');
}
