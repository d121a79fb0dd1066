import type { BusinessDay } from '@foyer/contracts/time.ts';
import type { DelayRecord } from '@foyer/domain/queue/queue-state.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';

/** Of each person and room once: what was announced last. */
export async function putDelays(tx: Transaction, clinicId: string, delays: readonly DelayRecord[]): Promise<void> {
  await sql`
    insert into delays (clinic_id, delayed_id, business_day, record)
    select ${clinicId}::uuid, (d->>'id')::uuid, (d->>'businessDay')::date, d
    from jsonb_array_elements(${JSON.stringify(delays)}::jsonb) as d
    on conflict (clinic_id, delayed_id) do update set business_day = excluded.business_day,
      record = excluded.record`.execute(tx);
}

export async function selectDelays(tx: Transaction, clinicId: string, day: BusinessDay): Promise<DelayRecord[]> {
  const { rows } = await sql<{ record: DelayRecord }>`select record from delays
    where clinic_id = ${clinicId} and business_day = ${day}`.execute(tx);
  return rows.map(({ record }) => record);
}
