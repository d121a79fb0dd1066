import { minuteMs, type BusinessDay } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { Appointment, Arrival, NewPrice, Price, StaffMember } from './types.ts';

type StaffRow = Omit<StaffMember, 'until'> & { readonly until: BusinessDay | null };

const columns = sql.raw(`a.appointment_id as "appointmentId", a.patient_id as "patientId", a.service_id as "serviceId",
  a.practitioner_id as "practitionerId", a.starts_at as at,
  (extract(epoch from a.ends_at - a.starts_at) / 60)::integer as minutes, a.business_day as "businessDay", a.status,
  a.check_in_code as "checkInCode", a.mode, a.interpreter_booked as "interpreterBooked"`);

/** Breaks a constraint when a patient or a practitioner is booked elsewhere at the time. */
export async function insertAppointments(
  tx: Transaction,
  clinicId: string,
  appointments: readonly Appointment[],
): Promise<void> {
  await sql`
    insert into appointments (clinic_id, appointment_id, patient_id, service_id, practitioner_id, starts_at, ends_at,
      business_day, status, check_in_code, mode, interpreter_booked)
    select ${clinicId}::uuid, a."appointmentId", a."patientId", a."serviceId", a."practitionerId",
      to_timestamp(a.at / 1000), to_timestamp(a.at / 1000) + make_interval(mins => a.minutes), a."businessDay",
      a.status, a."checkInCode", coalesce(a.mode, 'in-person'), coalesce(a."interpreterBooked", false)
    from jsonb_to_recordset(${JSON.stringify(appointments)}::jsonb) as a ("appointmentId" uuid, "patientId" uuid,
      "serviceId" uuid, "practitionerId" uuid, at double precision, minutes integer, "businessDay" date, status text,
      "checkInCode" text, mode text, "interpreterBooked" boolean)`.execute(tx);
}

export async function selectAppointments(
  tx: Transaction,
  clinicId: string,
  ids: readonly string[],
): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`select ${columns} from appointments a
    where a.clinic_id = ${clinicId} and a.appointment_id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}

export async function selectAppointmentsBetween(
  tx: Transaction,
  clinicId: string,
  from: BusinessDay,
  until: BusinessDay,
): Promise<Appointment[]> {
  const { rows } = await sql<Appointment>`select ${columns} from appointments a
    where a.clinic_id = ${clinicId} and a.business_day between ${from} and ${until}
    order by a.starts_at`.execute(tx);
  return rows;
}

/** Its time, service, day and code in place of what they were; it is booked from now on. */
export async function putBooked(tx: Transaction, clinicId: string, placed: Appointment): Promise<void> {
  const { appointmentId, serviceId, at, minutes, businessDay, checkInCode } = placed;
  await sql`
    update appointments set status = 'booked', service_id = ${serviceId}, starts_at = ${new Date(at)},
      ends_at = ${new Date(at + minutes * minuteMs)}, business_day = ${businessDay}, check_in_code = ${checkInCode}
    where clinic_id = ${clinicId} and appointment_id = ${appointmentId}`.execute(tx);
}

/** The appointment after the change; undefined when it is not there or somebody arrived for it. */
export async function cancelBooked(
  tx: Transaction,
  clinicId: string,
  appointmentId: string,
): Promise<Appointment | undefined> {
  const { rows } = await sql<Appointment>`
    update appointments a set status = 'cancelled'
    where a.clinic_id = ${clinicId} and a.appointment_id = ${appointmentId} and a.status = 'booked'
    returning ${columns}`.execute(tx);
  return rows[0];
}

export async function putArrivals(tx: Transaction, clinicId: string, arrivals: readonly Arrival[]): Promise<void> {
  await sql`
    update appointments a set status = n.status, ticket_id = n."ticketId"
    from jsonb_to_recordset(${JSON.stringify(arrivals)}::jsonb) as n ("appointmentId" uuid, status text, "ticketId" uuid)
    where a.clinic_id = ${clinicId} and a.appointment_id = n."appointmentId" and a.status <> 'cancelled'`.execute(tx);
}

export async function putStaff(tx: Transaction, clinicId: string, staff: readonly StaffMember[]): Promise<void> {
  await sql`
    insert into staff (clinic_id, staff_id, name, roles, pin_hash, active, until)
    select ${clinicId}::uuid, s."staffId", s.name, s.roles, s."pinHash", s.active, s.until
    from jsonb_to_recordset(${JSON.stringify(staff)}::jsonb)
      as s ("staffId" uuid, name text, roles text[], "pinHash" text, active boolean, until date)
    on conflict (clinic_id, staff_id) do update set name = excluded.name, roles = excluded.roles,
      pin_hash = excluded.pin_hash, active = excluded.active, until = excluded.until`.execute(tx);
}

/** Those whose last day lies before this one, after the change. */
export async function endStaffBefore(tx: Transaction, clinicId: string, day: BusinessDay): Promise<StaffMember[]> {
  const { rows } = await sql<StaffRow>`
    update staff set active = false where clinic_id = ${clinicId} and active and until < ${day}
    returning staff_id as "staffId", name, roles, pin_hash as "pinHash", active, until`.execute(tx);
  return rows.map(asMember);
}

export async function selectStaff(tx: Transaction, clinicId: string): Promise<StaffMember[]> {
  const { rows } = await sql<StaffRow>`
    select staff_id as "staffId", name, roles, pin_hash as "pinHash", active, until from staff
    where clinic_id = ${clinicId}`.execute(tx);
  return rows.map(asMember);
}

/** Who stays has no last day. */
function asMember({ until, ...member }: StaffRow): StaffMember {
  return until === null ? member : { ...member, until };
}

/** The prices after the change; a price that stays as it was keeps its version and is left out. */
export async function putPrices(tx: Transaction, clinicId: string, prices: readonly NewPrice[]): Promise<Price[]> {
  const { rows } = await sql<Price>`
    insert into prices as p (clinic_id, service_id, amount_minor, currency, version)
    select ${clinicId}::uuid, n."serviceId", n."amountMinor", n.currency, 1
    from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb)
      as n ("serviceId" uuid, "amountMinor" bigint, currency text)
    on conflict (clinic_id, service_id) do update set amount_minor = excluded.amount_minor,
      currency = excluded.currency, version = p.version + 1
      where (p.amount_minor, p.currency) is distinct from (excluded.amount_minor, excluded.currency)
    returning p.service_id as "serviceId", p.amount_minor as "amountMinor", p.currency, p.version`.execute(tx);
  return rows;
}
