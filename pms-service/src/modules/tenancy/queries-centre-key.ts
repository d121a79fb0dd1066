import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';

/** Keeps the first that it is ever given; returns the one that is kept. */
export async function keepFingerprint(tx: Transaction, fingerprint: Uint8Array): Promise<Uint8Array> {
  await sql`insert into centre_key (fingerprint) values (${fingerprint}) on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ fingerprint: Uint8Array }>`select fingerprint from centre_key`.execute(tx);
  return rows[0]?.fingerprint ?? fingerprint;
}
