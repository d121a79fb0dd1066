import type { LiveDay, LiveReport } from '@foyer/contracts/live-report.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';

/** Takes the place of the report before; false, and nothing, where the one held was made from later rows. */
export async function putReport(
  tx: Transaction,
  clinicId: string,
  { epoch, seq, day }: LiveReport,
  heardAt: EpochMs,
): Promise<boolean> {
  const result = await sql`
    insert into live_reports (clinic_id, heard_at, epoch, seq, day)
    values (${clinicId}, ${new Date(heardAt)}, ${epoch}, ${seq}, ${JSON.stringify(day)}::jsonb)
    on conflict (clinic_id) do update set heard_at = excluded.heard_at, epoch = excluded.epoch, seq = excluded.seq,
      day = excluded.day
    where (live_reports.epoch, live_reports.seq) <= (excluded.epoch, excluded.seq)`.execute(tx);
  return result.numAffectedRows === 1n;
}

/** The public ids that were not reported before. */
export async function replaceTickets(
  tx: Transaction,
  clinicId: string,
  tickets: LiveReport['tickets'],
): Promise<readonly string[]> {
  const reported = JSON.stringify(tickets.map(({ publicId, view }) => ({ publicId, view })));
  await sql`
    delete from live_tickets where clinic_id = ${clinicId} and public_id not in (
      select r->>'publicId' from jsonb_array_elements(${reported}::jsonb) as r
    )`.execute(tx);
  const { rows } = await sql<{ publicId: string; isNew: boolean }>`
    insert into live_tickets (clinic_id, public_id, ticket_id, view)
    select ${clinicId}::uuid, r->>'publicId', (r->'view'->>'id')::uuid, r->'view'
    from jsonb_array_elements(${reported}::jsonb) as r
    on conflict (clinic_id, public_id) do update set ticket_id = excluded.ticket_id, view = excluded.view
    returning public_id as "publicId", xmax = 0 as "isNew"`.execute(tx);
  return rows.filter(({ isNew }) => isNew).map(({ publicId }) => publicId);
}

/** Only while the rows that it was made from are not here. */
export async function selectLiveTicket(
  tx: Transaction,
  clinicId: string,
  publicId: string,
): Promise<{ readonly view: TicketView; readonly heardAt: EpochMs } | undefined> {
  const { rows } = await sql<{ view: TicketView; heardAt: EpochMs }>`
    select t.view, r.heard_at as "heardAt" from live_tickets t
    join live_reports r on r.clinic_id = t.clinic_id
    join inbox_heads h on h.clinic_id = t.clinic_id
    where t.clinic_id = ${clinicId} and t.public_id = ${publicId}
      and (r.epoch, r.seq) > (h.epoch, h.seq)`.execute(tx);
  return rows[0];
}

/** Only while the rows that it was made from are not here. */
export async function selectLiveDay(
  tx: Transaction,
  clinicId: string,
): Promise<{ readonly day: LiveDay; readonly heardAt: EpochMs } | undefined> {
  const { rows } = await sql<{ day: LiveDay; heardAt: EpochMs }>`
    select r.day, r.heard_at as "heardAt" from live_reports r
    join inbox_heads h on h.clinic_id = r.clinic_id
    where r.clinic_id = ${clinicId} and (r.epoch, r.seq) > (h.epoch, h.seq)`.execute(tx);
  return rows[0];
}

export async function deleteReport(tx: Transaction, clinicId: string): Promise<void> {
  await sql`delete from live_tickets where clinic_id = ${clinicId}`.execute(tx);
  await sql`delete from live_reports where clinic_id = ${clinicId}`.execute(tx);
}
