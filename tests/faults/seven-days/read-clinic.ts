/** The clinic's side, read from the database of its box. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { balanceThing, detailsThing, type HeldRow, type Side, type Thing, thingsBy, type Things } from './sides.ts';

type Row = Readonly<Record<string, SQLOutputValue>>;
/** The records of the box, as far as they are compared. */
interface Ticket {
  readonly standing: { readonly state: string; readonly serviceId: string; readonly callCount: number };
  readonly businessDay: string;
  readonly number: string;
  readonly patientId: string | null;
  readonly appointmentId: string | null;
  readonly issuedAt: number;
  readonly closedAt: number | null;
}

export function readClinic(box: DatabaseSync): Side {
  const all = (sql: string): readonly Row[] => box.prepare(sql).all();
  const records = <R>(table: string): readonly (readonly [string, R])[] =>
    all(`SELECT id, record FROM ${table}`).map(({ id, record }) => [String(id), JSON.parse(String(record)) as R]);
  const rows = all('SELECT * FROM log ORDER BY seq').map(asRow);
  const payments = records<Thing>('payments');
  return {
    rows,
    things: {
      visit: new Map(records<Ticket>('tickets').map(([id, ticket]) => [id, visitThing(ticket)])),
      charge: new Map(records<Thing>('charges').map(([id, charge]) => [id, chargeThing(charge)])),
      payment: new Map(payments.map(([id, payment]) => [id, paymentThing(payment)])),
      till: new Map(records<Thing>('tills').map(([id, till]) => [id, tillThing(till)])),
      'takings of a day': takingsOf(payments, rows),
      patient: patientsOf(all(PATIENTS)),
      appointment: thingsBy('id', all(APPOINTMENTS).map(asThing)),
      arrival: thingsBy(
        'id',
        all('SELECT appointment_id AS id, ticket_id AS ticketId FROM checked_in_appointments').map(asThing),
      ),
      price: thingsBy('id', all(PRICES).map(asThing)),
      'member of staff': new Map(all('SELECT id, name, roles, active FROM reference_staff').map(staffEntry)),
      request: new Map(all(REQUESTS).map(requestEntry)),
      'open balance': new Map(all('SELECT patient_id, charges FROM reference_balances').map(balanceEntry)),
    },
    setAside: Number(all('SELECT count(*) AS n FROM feed_failures')[0]?.['n']),
    feedNumber: Number(all('SELECT feed_number AS n FROM relay')[0]?.['n']),
  };
}

/** What the centre sent, or else what was registered here. */
const PATIENTS = `
  SELECT coalesce(r.id, p.id) AS id, coalesce(r.details, p.details) AS details, p.central_patient_id AS linked
  FROM reference_patients r FULL JOIN patients p ON p.id = r.id`;
const APPOINTMENTS = `
  SELECT id, patient_id AS patientId, service_id AS serviceId, at, minutes, status = 'cancelled' AS cancelled
  FROM reference_appointments`;
/** What was taken back before the centre heard of it is no request. */
const REQUESTS = `
  SELECT id, kind, accepted, code FROM requests WHERE ours = 1 AND code IS NOT 'request-withdrawn'`;
const PRICES = 'SELECT service_id AS id, amount_minor AS amountMinor, currency, version FROM reference_prices';

function asRow(row: Row): HeldRow {
  return {
    clinicId: String(row['clinic_id']),
    epoch: Number(row['epoch']),
    seq: Number(row['seq']),
    id: String(row['id']),
    type: String(row['type']),
    at: Number(row['at']),
    businessDay: String(row['business_day']),
    actor: String(row['actor']),
    commandId: row['command_id'] as string | null,
    body: String(row['body']),
    subjectId: row['subject_id'] as string | null,
    sealed: row['sealed'] as Uint8Array | null,
    prevHash: row['prev_hash'] as Uint8Array,
    hash: row['hash'] as Uint8Array,
  };
}

function asThing(row: Row): Thing & { readonly id: string } {
  const { id, cancelled, ...rest } = row as Readonly<Record<string, string | number | null>>;
  return { id: String(id), ...rest, ...(cancelled === undefined ? {} : { cancelled: cancelled === 1 }) };
}

function visitThing({ standing, businessDay, number, patientId, appointmentId, issuedAt, closedAt }: Ticket): Thing {
  const { state, serviceId, callCount } = standing;
  return { state, serviceId, callCount, businessDay, number, patientId, appointmentId, issuedAt, closedAt };
}

function chargeThing({ ticketId, serviceId, patientId, amountMinor, currency, at, paymentId }: Thing): Thing {
  return { ticketId, serviceId, patientId, amountMinor, currency, at, paymentId } as Thing;
}

function paymentThing(payment: Thing): Thing {
  const { tillId, means, amountMinor, tenderedMinor, changeMinor, currency, receiptNumber, receiptOrdinal, at } =
    payment;
  return {
    ...{ tillId, means, amountMinor, tenderedMinor, changeMinor, currency, receiptNumber, receiptOrdinal, at },
  } as Thing;
}

function tillThing(till: Thing): Thing {
  const { openedAt, closedAt, currency, floatMinor, takenCashMinor, countedMinor } = till;
  const expectedMinor = countedMinor === null ? null : Number(floatMinor) + Number(takenCashMinor);
  return { openedAt, closedAt, currency, floatMinor, countedMinor, expectedMinor } as Thing;
}

/** A payment is of the business day of its row. */
function takingsOf(payments: readonly (readonly [string, Thing])[], rows: readonly HeldRow[]): Things {
  const dayOf = new Map(
    rows
      .filter(({ type }) => type === 'v1.PaymentTaken')
      .map(({ body, businessDay }) => [(JSON.parse(body) as { paymentId: string }).paymentId, businessDay]),
  );
  const takings = Map.groupBy(payments, ([id, { means }]) => `${dayOf.get(id)} ${means}`);
  return new Map(
    [...takings].map(([key, ofDay]) => [
      key,
      { payments: ofDay.length, amountMinor: ofDay.reduce((sum, [, { amountMinor }]) => sum + Number(amountMinor), 0) },
    ]),
  );
}

function patientsOf(rows: readonly Row[]): Things {
  return new Map(
    rows.map(({ id, details, linked }) => {
      const known = JSON.parse(String(details)) as Readonly<Record<string, unknown>>;
      return [String(id), detailsThing(known, linked === id ? null : (linked as string | null))];
    }),
  );
}

function staffEntry({ id, name, roles, active }: Row): readonly [string, Thing] {
  const names = (JSON.parse(String(roles)) as readonly string[]).toSorted().join(', ');
  return [String(id), { name: String(name), roles: names, active: active === 1 }];
}

function requestEntry({ id, kind, accepted, code }: Row): readonly [string, Thing] {
  const state = accepted === null ? 'pending' : accepted === 1 ? 'accepted' : 'refused';
  return [String(id), { kind: String(kind), state, code: code as string | null }];
}

function balanceEntry({ patient_id: id, charges }: Row): readonly [string, Thing] {
  const open = JSON.parse(String(charges)) as readonly { chargeId: string; amountMinor: number }[];
  return [String(id), balanceThing(open)];
}
