/** The centre's side, read from its database as the administrator of the server, whom no policy holds back. */
import type { Client } from 'pg';
import { balanceThing, detailsThing, type HeldRow, type Side, type Thing, thingsBy, type Things } from './sides.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Of one moment, where the caller has a transaction that keeps to one. */
export async function readCentre(database: Client, clinicId: string): Promise<Side> {
  const all = async <R extends object = Row>(sql: string): Promise<readonly R[]> =>
    (await database.query<R>(sql.replaceAll(':clinic', `'${clinicId}'::uuid`))).rows;
  const things = async (sql: string): Promise<Things> => thingsBy('id', await all<Row & { id: string }>(sql));
  const patients = await all<{ id: string; details: Readonly<Record<string, unknown>> | null; linked: string | null }>(
    PATIENTS,
  );
  const [amiss] = await all(AMISS);
  return {
    rows: await all<HeldRow>(ROWS),
    things: {
      visit: await things(VISITS),
      charge: await things(CHARGES),
      payment: await things(PAYMENTS),
      till: await things(TILLS),
      'takings of a day': await things(TAKINGS),
      patient: new Map(patients.map(({ id, details, linked }) => [id, detailsThing(details, linked)])),
      appointment: await things(APPOINTMENTS),
      arrival: await things(ARRIVALS),
      price: await things(PRICES),
      'member of staff': await things(STAFF),
      request: await things(REQUESTS),
      'open balance': balancesOf(await all<OpenCharge>(OPEN_CHARGES)),
    },
    setAside: Number(amiss?.['setAside']),
    feedNumber: Number(amiss?.['feedNumber']),
  };
}

const ms = (column: string): string => `round(extract(epoch from ${column}) * 1000)::float8`;

const ROWS = `
  select clinic_id::text as "clinicId", epoch, seq::float8 as seq, id::text as id, type, at::float8 as at,
    business_day::text as "businessDay", actor, command_id::text as "commandId", body, subject_id::text as "subjectId",
    sealed, prev_hash as "prevHash", hash
  from log_rows where clinic_id = :clinic order by epoch, seq`;
const VISITS = `
  select ticket_id::text as id, state, service_id::text as "serviceId",
    (record->'standing'->>'callCount')::float8 as "callCount", business_day::text as "businessDay",
    record->>'number' as number, patient_id::text as "patientId", appointment_id::text as "appointmentId",
    ${ms('issued_at')} as "issuedAt", ${ms('closed_at')} as "closedAt"
  from visits where clinic_id = :clinic`;
const CHARGES = `
  select charge_id::text as id, ticket_id::text as "ticketId", service_id::text as "serviceId",
    patient_id::text as "patientId", amount_minor::float8 as "amountMinor", currency, ${ms('at')} as at,
    payment_id::text as "paymentId"
  from charges where clinic_id = :clinic`;
const PAYMENTS = `
  select payment_id::text as id, till_id::text as "tillId", means, amount_minor::float8 as "amountMinor",
    tendered_minor::float8 as "tenderedMinor", change_minor::float8 as "changeMinor", currency,
    receipt_number as "receiptNumber", receipt_ordinal::float8 as "receiptOrdinal", ${ms('at')} as at
  from payments where clinic_id = :clinic`;
const TILLS = `
  select till_id::text as id, ${ms('opened_at')} as "openedAt", ${ms('closed_at')} as "closedAt", currency,
    float_minor::float8 as "floatMinor", counted_minor::float8 as "countedMinor",
    expected_minor::float8 as "expectedMinor"
  from tills where clinic_id = :clinic`;
const TAKINGS = `
  select business_day::text || ' ' || means as id, count(*)::float8 as payments,
    sum(amount_minor)::float8 as "amountMinor"
  from payments where clinic_id = :clinic group by business_day, means`;
/** Whom the clinic has to know: who was booked there, and whom it registered itself. */
const PATIENTS = `
  select patient_id::text as id, details, linked_to::text as linked from patients p
  where clinic_id = :clinic and (
    exists (select from appointments a where a.clinic_id = :clinic and a.patient_id = p.patient_id)
    or exists (select from log_rows r
      where r.clinic_id = :clinic and r.type = 'v1.PatientRegistered' and r.subject_id = p.patient_id))`;
const APPOINTMENTS = `
  select appointment_id::text as id, patient_id::text as "patientId", service_id::text as "serviceId",
    ${ms('starts_at')} as at, (extract(epoch from ends_at - starts_at) / 60)::float8 as minutes,
    status = 'cancelled' as cancelled
  from appointments where clinic_id = :clinic`;
/** Who came although the centre had called the appointment off was seen all the same: the visit says so. */
const ARRIVALS = `
  select appointment_id::text as id, ticket_id::text as "ticketId" from appointments
    where clinic_id = :clinic and status = 'arrived'
  union
  select a.appointment_id::text, v.ticket_id::text from appointments a
    join visits v on v.clinic_id = a.clinic_id and v.appointment_id = a.appointment_id
    where a.clinic_id = :clinic and a.status = 'cancelled'`;
const PRICES = `
  select service_id::text as id, amount_minor::float8 as "amountMinor", currency, version from prices
  where clinic_id = :clinic`;
const STAFF = `
  select staff_id::text as id, name, (select string_agg(r, ', ' order by r) from unnest(roles) r) as roles, active
  from staff where clinic_id = :clinic`;
const REQUESTS = `
  select request_id::text as id, kind, state, code from requests q
  where clinic_id = :clinic and raised_by = 'edge' and not exists (
    select from log_rows r where r.clinic_id = :clinic and r.type = 'v1.RequestWithdrawn'
      and r.body::jsonb->>'requestId' = q.request_id::text)`;
const OPEN_CHARGES = `
  select patient_id::text as "patientId", charge_id::text as "chargeId", amount_minor::float8 as "amountMinor"
  from charges where clinic_id = :clinic and payment_id is null and patient_id is not null`;
const AMISS = `
  select (select count(*) from dead_letters where clinic_id = :clinic)
      + (select count(*) from quarantined_batches where clinic_id = :clinic) as "setAside",
    (select number from feed_heads where clinic_id = :clinic) as "feedNumber"`;

interface OpenCharge {
  readonly patientId: string;
  readonly chargeId: string;
  readonly amountMinor: number;
}

function balancesOf(charges: readonly OpenCharge[]): Things {
  const open = Map.groupBy(charges, ({ patientId }) => patientId);
  return new Map([...open].map(([patientId, ofPatient]): [string, Thing] => [patientId, balanceThing(ofPatient)]));
}
