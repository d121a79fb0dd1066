// Whether what came back is whole: every page of every table reads, the tables that never lose a row have at least what the
// backup counted, and the log of every clinic is one chain that ends where its inbox says. Asked as the owner of all, who
// sees every clinic's rows.

import { createHash } from 'node:crypto';
import { hashInput, type LogRow } from '@foyer/contracts/log-row.ts';
import type pg from 'pg';

export interface RestoredState {
  /** Of each table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly clinics: number;
  /** In words, each with its place; empty where all is whole. */
  readonly faults: readonly string[];
}

/** Nobody who serves can take a row away there. */
const neverFewer = ['log_rows', 'access_log'];
const pageRows = 2_000;
const genesis = Buffer.alloc(32);

/** Of those that never lose one, as far as they are there. */
export async function countRows(client: pg.Client): Promise<Record<string, number>> {
  const there = (await tablesOf(client)).filter((table) => neverFewer.includes(table));
  return countEach(client, there);
}

export async function checkRestored(
  client: pg.Client,
  rowsAtLeast: Readonly<Record<string, number>>,
): Promise<RestoredState> {
  const tables = await tablesOf(client);
  const rows = await countEach(client, tables);
  const missing = Object.entries(rowsAtLeast).filter(([table, count]) => (rows[table] ?? 0) < count);
  const faults = missing.map(([table, count]) => `${table} has ${rows[table] ?? 0} rows and had ${count}`);
  const clinics = tables.includes('log_rows') ? await clinicsWithRows(client) : [];
  for (const clinicId of clinics) faults.push(...(await chainFaults(client, clinicId)));
  return { rows, clinics: clinics.length, faults };
}

/** Tables with forced row-level security show an owner nothing: a superuser asks. */
async function tablesOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname`);
  return rows.map(({ name }) => name);
}

/** Reads each page, and PostgreSQL compares its checksum. */
async function countEach(client: pg.Client, tables: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${client.escapeIdentifier(table)}`);
    counts[table] = Number(rows[0]?.n);
  }
  return counts;
}

async function clinicsWithRows(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>('select clinic_id as id from clinics order by clinic_id');
  return rows.map(({ id }) => id);
}

/** The first place where the clinic's log does not follow; none where it does. */
async function chainFaults(client: pg.Client, clinicId: string): Promise<readonly string[]> {
  let last: LogRow | undefined;
  for (;;) {
    const page = await readPage(client, clinicId, last);
    for (const row of page) {
      const follows = last?.epoch === row.epoch ? isAfter(last, row) : await isBegun(client, row);
      const isOwn = createHash('sha256').update(hashInput(row, row.prevHash)).digest().equals(row.hash);
      if (!follows || !isOwn) return [`clinic ${clinicId}: the chain breaks at ${row.epoch}.${row.seq}`];
      last = row;
    }
    if (page.length < pageRows) return headFaults(client, clinicId, last);
  }
}

async function readPage(client: pg.Client, clinicId: string, after: LogRow | undefined): Promise<readonly LogRow[]> {
  const { rows } = await client.query<LogRow>(
    `select clinic_id as "clinicId", epoch, seq::float8 as seq, id, type, at::float8 as at,
       business_day::text as "businessDay", actor, command_id as "commandId", body, subject_id as "subjectId", sealed,
       prev_hash as "prevHash", hash
     from log_rows where clinic_id = $1 and (epoch, seq) > ($2, $3) order by epoch, seq limit ${pageRows}`,
    [clinicId, after?.epoch ?? 0, after?.seq ?? 0],
  );
  return rows;
}

function isAfter(last: LogRow, row: LogRow): boolean {
  return row.seq === last.seq + 1 && Buffer.from(last.hash).equals(row.prevHash);
}

/** An epoch goes on behind a row of the one before, not always its last, and the first behind nothing. */
async function isBegun(client: pg.Client, row: LogRow): Promise<boolean> {
  if (genesis.equals(row.prevHash)) return row.seq === 1;
  const { rowCount } = await client.query(
    'select from log_rows where clinic_id = $1 and epoch < $2 and seq = $3 and hash = $4 limit 1',
    [row.clinicId, row.epoch, row.seq - 1, row.prevHash],
  );
  return rowCount === 1;
}

async function headFaults(client: pg.Client, clinicId: string, last: LogRow | undefined): Promise<readonly string[]> {
  const { rows } = await client.query<{ epoch: number; seq: number; hash: Buffer }>(
    'select epoch, seq::float8 as seq, hash from inbox_heads where clinic_id = $1 and seq > 0',
    [clinicId],
  );
  const [head] = rows;
  const isSame = head === undefined ? last === undefined : last !== undefined && head.hash.equals(last.hash);
  return isSame ? [] : [`clinic ${clinicId}: the inbox ends elsewhere than its log`];
}
