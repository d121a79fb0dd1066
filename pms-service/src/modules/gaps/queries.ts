import type { Gap } from '@foyer/contracts/gap.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';

export async function putGaps(tx: Transaction, clinicId: string, gaps: readonly Gap[]): Promise<void> {
  await sql`
    insert into gaps (clinic_id, from_at, until_at)
    select ${clinicId}::uuid, to_timestamp((g->>'from')::bigint / 1000.0), to_timestamp((g->>'until')::bigint / 1000.0)
    from jsonb_array_elements(${JSON.stringify(gaps)}::jsonb) as g
    on conflict (clinic_id, from_at) do update set until_at = excluded.until_at`.execute(tx);
}

export async function selectGapsSince(tx: Transaction, clinicId: string, since: EpochMs): Promise<readonly Gap[]> {
  const { rows } = await sql<Gap>`
    select from_at as "from", until_at as until from gaps
    where clinic_id = ${clinicId} and until_at > to_timestamp(${since}::bigint / 1000.0) order by from_at`.execute(tx);
  return rows;
}
