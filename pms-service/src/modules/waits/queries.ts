import type { EventBody } from '@foyer/contracts/events.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import type { EstimatedWait } from '@foyer/contracts/wait-events.ts';
import { sql } from 'kysely';
import { recordset } from '../../adapters/postgres/recordset.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';

/** The first of each ticket stays. */
export async function addEstimates(
  tx: Transaction,
  clinicId: string,
  estimates: readonly EstimatedWait[],
): Promise<void> {
  const rows = estimates.map((record) => ({ ticketId: record.ticketId, record }));
  await sql`
    insert into wait_estimates (clinic_id, ticket_id, record)
    select ${clinicId}::uuid, e.* from ${recordset(rows, 'e', { ticketId: 'uuid', record: 'jsonb' })}
    on conflict (clinic_id, ticket_id) do nothing`.execute(tx);
}

export async function selectEstimate(
  tx: Transaction,
  clinicId: string,
  ticketId: string,
): Promise<EstimatedWait | undefined> {
  const { rows } = await sql<{ record: EstimatedWait }>`
    select record from wait_estimates where clinic_id = ${clinicId} and ticket_id = ${ticketId}`.execute(tx);
  return rows[0]?.record;
}

export async function putGrades(
  tx: Transaction,
  clinicId: string,
  grades: readonly EventBody<'v1.WaitGraded'>[],
): Promise<void> {
  await sql`
    insert into wait_grades (clinic_id, business_day, record)
    select ${clinicId}::uuid, (g->>'businessDay')::date, g
    from jsonb_array_elements(${JSON.stringify(grades)}::jsonb) as g
    on conflict (clinic_id, business_day) do update set record = excluded.record`.execute(tx);
}

/** Of a day on which somebody who had an estimate was called. */
export async function selectNewestGrades(
  tx: Transaction,
  clinicId: string,
  until: BusinessDay,
): Promise<EventBody<'v1.WaitGraded'> | undefined> {
  const { rows } = await sql<{ record: EventBody<'v1.WaitGraded'> }>`
    select record from wait_grades where clinic_id = ${clinicId} and business_day <= ${until}
      and jsonb_array_length(record->'services') > 0
    order by business_day desc limit 1`.execute(tx);
  return rows[0]?.record;
}
