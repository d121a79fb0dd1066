import type { BusinessDay } from '@foyer/contracts/time.ts';
import type {
  EvacuationRecord,
  HelpRecord,
  ServicePointRecord,
  TicketRecord,
} from '@foyer/domain/queue/queue-state.ts';
import { sql } from 'kysely';
import { anArray, recordset } from '../../adapters/postgres/recordset.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { ChangedServicePoint, ServicesGiven, Visit } from './types.ts';

/** By their own ids, and those of the patients named. */
export async function selectVisits(
  tx: Transaction,
  clinicId: string,
  ticketIds: readonly string[],
  patientIds: readonly string[],
): Promise<Visit[]> {
  const { rows } = await sql<Visit>`
    select record as ticket, first_called_at as "firstCalledAt" from visits
      where clinic_id = ${clinicId} and ticket_id = any(${anArray('uuid', ticketIds)})
    union all
    select record, first_called_at from visits
      where clinic_id = ${clinicId} and patient_id = any(${anArray('uuid', patientIds)})
        and not ticket_id = any(${anArray('uuid', ticketIds)})`.execute(tx);
  return rows;
}

export async function selectVisitByPublicId(
  tx: Transaction,
  clinicId: string,
  publicId: string,
): Promise<TicketRecord | undefined> {
  const { rows } = await sql<{ record: TicketRecord }>`select record from visits
    where clinic_id = ${clinicId} and public_id = ${publicId}`.execute(tx);
  return rows[0]?.record;
}

/** Of a day and of those beside it: a clinic that never closes has two in one queue. */
export async function selectWaiting(
  tx: Transaction,
  clinicId: string,
  businessDay: BusinessDay,
): Promise<TicketRecord[]> {
  const { rows } = await sql<{ record: TicketRecord }>`select record from visits
    where clinic_id = ${clinicId} and state = 'waiting'
      and business_day between ${businessDay}::date - 1 and ${businessDay}::date + 1`.execute(tx);
  return rows.map((row) => row.record);
}

export async function putVisits(tx: Transaction, clinicId: string, visits: readonly Visit[]): Promise<void> {
  const rows = visits.map(({ ticket, firstCalledAt }) => ({
    ...ticket,
    serviceId: ticket.standing.serviceId,
    state: ticket.standing.state,
    firstCalledAt,
    record: ticket,
  }));
  await sql`
    insert into visits (clinic_id, ticket_id, public_id, business_day, service_id, state, patient_id, appointment_id,
      issued_at, first_called_at, closed_at, record)
    select ${clinicId}::uuid, v.* from ${recordset(rows, 'v', {
      id: 'uuid',
      publicId: 'text',
      businessDay: 'date',
      serviceId: 'uuid',
      state: 'text',
      patientId: 'uuid',
      appointmentId: 'uuid',
      issuedAt: 'timestamptz',
      firstCalledAt: 'timestamptz',
      closedAt: 'timestamptz',
      record: 'jsonb',
    })}
    on conflict (clinic_id, ticket_id) do update set service_id = excluded.service_id, state = excluded.state,
      patient_id = excluded.patient_id, first_called_at = excluded.first_called_at, closed_at = excluded.closed_at,
      record = excluded.record`.execute(tx);
}

export async function selectServicePoints(
  tx: Transaction,
  clinicId: string,
  ids: readonly string[],
): Promise<ServicePointRecord[]> {
  const { rows } = await sql<{ record: ServicePointRecord }>`select record from service_points
    where clinic_id = ${clinicId} and service_point_id = any(${ids}::uuid[])`.execute(tx);
  return rows.map((row) => row.record);
}

export async function putServicePoints(
  tx: Transaction,
  clinicId: string,
  points: readonly ChangedServicePoint[],
): Promise<void> {
  await sql`
    insert into service_points (clinic_id, service_point_id, changed_at, record)
    select ${clinicId}::uuid, (p.point->>'id')::uuid, to_timestamp(p."changedAt" / 1000), p.point
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as p (point jsonb, "changedAt" double precision)
    on conflict (clinic_id, service_point_id) do update set changed_at = excluded.changed_at,
      record = excluded.record`.execute(tx);
}

export async function putServicesGiven(
  tx: Transaction,
  clinicId: string,
  { given, takenBack }: ServicesGiven,
): Promise<void> {
  if (takenBack.length > 0) {
    await sql`
      delete from services_given using jsonb_to_recordset(${JSON.stringify(takenBack)}::jsonb) as u (epoch integer, seq bigint)
      where clinic_id = ${clinicId} and services_given.epoch = u.epoch and services_given.seq = u.seq`.execute(tx);
  }
  if (given.length === 0) return;
  await sql`
    insert into services_given (clinic_id, epoch, seq, ticket_id, service_id, service_point_id, staff_id, started_at, ended_at)
    select ${clinicId}::uuid, g.* from ${recordset(given, 'g', {
      epoch: 'integer',
      seq: 'bigint',
      ticketId: 'uuid',
      serviceId: 'uuid',
      servicePointId: 'uuid',
      staffId: 'uuid',
      startedAt: 'timestamptz',
      endedAt: 'timestamptz',
    })}
    on conflict (clinic_id, epoch, seq) do nothing`.execute(tx);
}

export async function selectHelp(tx: Transaction, clinicId: string, ids: readonly string[]): Promise<HelpRecord[]> {
  const { rows } = await sql<{ record: HelpRecord }>`select record from help_calls
    where clinic_id = ${clinicId} and help_id = any(${ids}::uuid[])`.execute(tx);
  return rows.map((row) => row.record);
}

export async function selectLatestHelp(
  tx: Transaction,
  clinicId: string,
  ticketId: string,
): Promise<HelpRecord | undefined> {
  const { rows } = await sql<{ record: HelpRecord }>`select record from help_calls
    where clinic_id = ${clinicId} and ticket_id = ${ticketId} order by at desc limit 1`.execute(tx);
  return rows[0]?.record;
}

export async function putHelp(tx: Transaction, clinicId: string, help: readonly HelpRecord[]): Promise<void> {
  await sql`
    insert into help_calls (clinic_id, help_id, ticket_id, at, acknowledged_at, record)
    select ${clinicId}::uuid, (h->>'id')::uuid, (h->>'ticketId')::uuid, to_timestamp((h->>'at')::bigint / 1000.0),
      to_timestamp((h->>'acknowledgedAt')::bigint / 1000.0), h
    from jsonb_array_elements(${JSON.stringify(help)}::jsonb) as h
    on conflict (clinic_id, help_id) do update set acknowledged_at = excluded.acknowledged_at,
      record = excluded.record`.execute(tx);
}

/** The latest, over or not. */
export async function selectEvacuation(tx: Transaction, clinicId: string): Promise<EvacuationRecord | undefined> {
  const { rows } = await sql<{ record: EvacuationRecord }>`select record from evacuations
    where clinic_id = ${clinicId}`.execute(tx);
  return rows[0]?.record;
}

export async function putEvacuation(tx: Transaction, clinicId: string, evacuation: EvacuationRecord): Promise<void> {
  await sql`
    insert into evacuations (clinic_id, record) values (${clinicId}, ${JSON.stringify(evacuation)}::jsonb)
    on conflict (clinic_id) do update set record = excluded.record`.execute(tx);
}
