// Asks one server, on a connection of its own, whether it takes writes.

import pg from 'pg';
import type { HostAnswer } from './choose-primary.ts';

const stateSql = `
  select case when pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' then null
    else ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer end as timeline`;

/** A machine that is gone answers nothing at all: after `limitMs` it is silent. */
export async function askServer(url: string, limitMs: number): Promise<HostAnswer> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'foyer-look',
    connectionTimeoutMillis: limitMs,
    query_timeout: limitMs,
  });
  client.on('error', () => undefined); // said by the query that fails of it
  try {
    await client.connect();
    const { rows } = await client.query<{ timeline: number | null }>(stateSql);
    const timeline = rows[0]?.timeline ?? null;
    return timeline === null ? { kind: 'read-only', url } : { kind: 'takes-writes', url, timeline };
  } catch (cause) {
    return { kind: 'silent', url, isSlow: /timeout/i.test(String(cause)), cause };
  } finally {
    // Not waited for: a machine that is gone does not say good-bye either.
    client.end().catch(() => undefined);
  }
}
