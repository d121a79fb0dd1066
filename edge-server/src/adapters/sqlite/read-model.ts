// Reads for the main thread, over a connection that cannot write.

import type { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import type { RecordKind, StoredRecords } from '../../ports/projections.ts';
import type {
  ReadModel,
  StoredAppointment,
  StoredDevice,
  StoredPatient,
  StoredRecordView,
  StoredSession,
  StoredStaff,
} from '../../ports/read-model.ts';
import { practitionerOf, withPractitioner } from './appointment-practitioner.ts';
import { FIND_BALANCE, FIND_NETWORK_CLINIC, toBalance, toNetworkClinic } from './arrival-tables.ts';
import { openForReading, type Connection } from './connection.ts';
import { toLogRow } from './event-log.ts';
import { READ_PATIENT, toPatient } from './patient-rows.ts';
import { readConflicts } from './detail-conflicts.ts';
import { readDisplayLayouts } from './display-layouts.ts';
import { readBoxThings } from './box-things.ts';
import { readThingSetUps } from './thing-set-ups.ts';
import { readUsedCodes } from './used-codes.ts';
import { readSettings } from './settings.ts';
import { READ_FEED_PLACE, feedPlaceOf } from './feed-place.ts';
import { FORM_RESPONSES_OF_TICKET, toFormResponse } from './form-responses.ts';
import { LINKED_TO, toClinicRow, toRequestRow, toWorkItemRow } from './projections.ts';
import { findSql, shownSql } from './record-tables.ts';
import { STAFF_OF_BADGE } from './reference-tables.ts';
import { readWaits } from './wait-tables.ts';

export const POSITION = 'SELECT epoch, seq, at, business_day FROM log ORDER BY seq DESC LIMIT 1';
export const READ_CLINIC = 'SELECT clinic_id, code, version, configuration, clock_frozen, own_parts FROM clinic';
export const IDS_BORN_ON = `
  SELECT id FROM patients WHERE birth_date = ?1 UNION SELECT id FROM reference_patients WHERE birth_date = ?1`;
export const IDS_WITH_IDENTIFIER = `
  SELECT patient_id AS id FROM patient_identifiers WHERE kind = ?1 AND value = ?2
  UNION SELECT patient_id FROM reference_identifiers WHERE kind = ?1 AND value = ?2`;
const appointment = `
  SELECT a.id, a.patient_id, a.service_id, a.at, a.status, a.mode, c.ticket_id, ${practitionerOf('a')}
  FROM known_appointments a LEFT JOIN checked_in_appointments c ON c.appointment_id = a.id`;
export const READ_APPOINTMENT = `${appointment} WHERE a.id = ?`;
export const READ_APPOINTMENTS_OF_PATIENT = `${appointment}
  WHERE a.patient_id = ? AND a.at >= ? AND a.at < ? ORDER BY a.at, a.id`;
export const APPOINTMENTS_BETWEEN = `${appointment} WHERE a.at >= ? AND a.at < ? ORDER BY a.at, a.id`;
export const TICKET_BY_PUBLIC_ID = 'SELECT id FROM tickets WHERE public_id = ?';
export const SET_UP_UNTIL = `
  SELECT * FROM log
  WHERE type IN ('v1.ConfigurationApplied', 'v1.ClinicChanged') AND seq <= ? ORDER BY seq DESC`;
/** Of rows that were pruned. */
export const KEPT_SET_UP_UNTIL = 'SELECT * FROM kept_set_up WHERE seq <= ? ORDER BY seq DESC';
export const LOG_BEGIN = `
  SELECT coalesce((SELECT min(seq) FROM log), 0) AS first, coalesce((SELECT max(seq) FROM checkpoints), 0) AS checkpoint`;
export const READ_LOG_AFTER = 'SELECT * FROM log WHERE seq > ? ORDER BY seq LIMIT ?';
/** Asked of a restored box alone, whose newest epoch has few rows yet. */
export const LAST_UNTIL_EPOCH = 'SELECT epoch, seq FROM log WHERE epoch <= ? ORDER BY seq DESC LIMIT 1';
export const DEVICE_BY_TOKEN = `
  SELECT d.*, c.expires_at AS password_until FROM devices d LEFT JOIN thing_credentials c ON c.device_id = d.id
  WHERE d.token_hash = ?`;
export const SESSION_BY_TOKEN = 'SELECT * FROM sessions WHERE token_hash = ?';
export const OPEN_WORK_ITEMS = `
  SELECT id, kind, code, at, about, resolved_at, resolved_by FROM work_items
  WHERE resolved_at IS NULL ORDER BY at, id`;
/** Ours about appointments: what waits, and what was asked lately. */
export const BOOKING_REQUESTS = `
  SELECT id, kind, ours, at, accepted, code, about FROM requests
  WHERE ours = 1 AND accepted IS NULL AND kind LIKE '%-appointment'
  UNION
  SELECT id, kind, ours, at, accepted, code, about FROM requests WHERE at >= ? AND ours = 1 AND kind LIKE '%-appointment'
  ORDER BY at, id`;
export const RECORD_VIEWS = `
  SELECT number, at, actor, patient_id, purpose FROM access_log WHERE number > ? ORDER BY number LIMIT ?`;
export const RECORD_VIEWS_OF_PATIENT = `
  SELECT number, at, actor, patient_id, purpose FROM access_log
  WHERE patient_id = ? AND number > ? ORDER BY number LIMIT ?`;
export const READ_KEY = 'SELECT wrapped FROM subject_keys WHERE subject_id = ? AND wrapped IS NOT NULL';

type Row = Record<string, unknown>;
const recentMs = 2 * dayMs;
/** Of a PIN whose giver did not say. */
const usualPinDigits = 4;

/** Opens the database that the writer has migrated. `close` when the process stops. */
export function openReadModel(path: string): ReadModel & { close(): void } {
  const db = openForReading(path);
  return { ...createReadModel(db), close: () => db.close() };
}

export function createReadModel(db: Connection): ReadModel {
  const position = db.prepare(POSITION);
  const clinic = db.prepare(READ_CLINIC);
  const readPatient = db.prepare(READ_PATIENT);
  const idsBornOn = db.prepare(IDS_BORN_ON);
  const idsWithIdentifier = db.prepare(IDS_WITH_IDENTIFIER);
  const readAppointment = db.prepare(READ_APPOINTMENT);
  const appointmentsOfPatient = db.prepare(READ_APPOINTMENTS_OF_PATIENT);
  const appointmentsBetween = db.prepare(APPOINTMENTS_BETWEEN);
  const ticketByPublicId = db.prepare(TICKET_BY_PUBLIC_ID);
  const ticketById = db.prepare(findSql('tickets'));
  const callingRules = db.prepare(findSql('callingRules'));
  const prices = db.prepare(
    'SELECT service_id, amount_minor, currency, version FROM reference_prices ORDER BY service_id',
  );
  const staff = db.prepare(`
    SELECT s.id, s.name, s.roles, s.pin_hash, s.pin_digits, s.active, s.ends_at, f.failures, f.locked_until,
      b.staff_id IS NOT NULL AS has_badge
    FROM known_staff s LEFT JOIN pin_failures f ON f.staff_id = s.id LEFT JOIN badges b ON b.staff_id = s.id
    ORDER BY s.id`);
  const staffOfBadge = db.prepare(STAFF_OF_BADGE);
  const devices = db.prepare(`
    SELECT d.*, c.expires_at AS password_until FROM devices d LEFT JOIN thing_credentials c ON c.device_id = d.id
    ORDER BY d.id`);
  const deviceByToken = db.prepare(DEVICE_BY_TOKEN);
  const sessionByToken = db.prepare(SESSION_BY_TOKEN);
  const checkInKey = db.prepare(`SELECT public_key FROM reference_keys WHERE name = 'check-in'`);
  const networkClinic = db.prepare(FIND_NETWORK_CLINIC);
  const balance = db.prepare(FIND_BALANCE);
  const linkedTo = db.prepare(LINKED_TO);
  const workItems = db.prepare(OPEN_WORK_ITEMS);
  const bookingRequests = db.prepare(BOOKING_REQUESTS);
  const feedFailures = db.prepare('SELECT count(*) AS failed FROM feed_failures');
  const recordViews = db.prepare(RECORD_VIEWS);
  const recordViewsOfPatient = db.prepare(RECORD_VIEWS_OF_PATIENT);
  const formResponses = db.prepare(FORM_RESPONSES_OF_TICKET);
  const setUpUntil = db.prepare(SET_UP_UNTIL);
  const logAfter = db.prepare(READ_LOG_AFTER);
  const keptSetUpUntil = db.prepare(KEPT_SET_UP_UNTIL);
  const logBegin = db.prepare(LOG_BEGIN);
  const lastUntilEpoch = db.prepare(LAST_UNTIL_EPOCH);
  const readKey = db.prepare(READ_KEY);
  const refusals = db.prepare('SELECT at, actor, command, code FROM refusals ORDER BY number DESC LIMIT ?');
  const relay = db.prepare('SELECT feed_number, acknowledged_epoch, acknowledged_seq FROM relay');
  const feedPlace = db.prepare(READ_FEED_PLACE);

  const records = <K extends RecordKind>(kind: K): Map<string, StoredRecords[K]> => {
    const last = position.get();
    const from =
      kind === 'ordinals' || kind === 'reassignedAppointments'
        ? dayBefore(last?.['business_day'])
        : lowestId(((last?.['at'] as number) ?? 0) - recentMs);
    const rows = db.prepare(shownSql(kind)).all({ from });
    return new Map(rows.map((row) => [row['id'] as string, JSON.parse(row['record'] as string) as StoredRecords[K]]));
  };
  const patientOf = (id: string): StoredPatient | undefined => {
    const row = readPatient.get(id);
    return row === undefined ? undefined : toPatient(row);
  };
  /** One entry for each person: who is linked is found under the centre's id. */
  const people = (ids: readonly Row[]): readonly StoredPatient[] => {
    const found = ids.map(({ id }) => readPatient.get(id as string)).filter((row) => row !== undefined);
    const known = new Set(found.map((row) => row['id']));
    return found.filter((row) => row['erased'] !== 1 && !known.has(row['central_patient_id'] as string)).map(toPatient);
  };

  return {
    position() {
      const row = position.get();
      return {
        epoch: (row?.['epoch'] as number) ?? 0,
        seq: (row?.['seq'] as number) ?? 0,
        at: (row?.['at'] as number) ?? 0,
      };
    },
    configuration() {
      const row = clinic.get();
      return row === undefined ? undefined : (toClinicRow(row).configuration ?? undefined);
    },
    configurationVersion: () => Number(clinic.get()?.['version'] ?? 0),
    clockFrozen: () => clinic.get()?.['clock_frozen'] === 1,
    lastBusinessDay: () => position.get()?.['business_day'] as string | undefined,
    queue: () => ({
      tickets: records('tickets'),
      servicePoints: records('servicePoints'),
      calls: records('calls'),
      help: records('help'),
      ordinals: records('ordinals'),
      evacuations: records('evacuations'),
      closings: records('closings'),
      walkIns: records('walkIns'),
      delays: records('delays'),
      messages: records('messages'),
      reassignments: records('reassignments'),
      reassignedAppointments: records('reassignedAppointments'),
      paperNumbers: records('paperNumbers'),
      gaps: records('gaps'),
      forms: records('forms'),
      callingRules: records('callingRules'),
    }),
    billing: () => ({
      tills: records('tills'),
      charges: records('charges'),
      payments: records('payments'),
      series: records('series'),
    }),
    ticket(id) {
      const row = ticketById.get(id);
      return row === undefined ? undefined : (JSON.parse(row['record'] as string) as StoredRecords['tickets']);
    },
    callingRules(id) {
      const row = callingRules.get(id);
      return row === undefined ? undefined : (JSON.parse(row['record'] as string) as StoredRecords['callingRules']);
    },
    patient: patientOf,
    patientsBornOn: (birthDate) =>
      people(idsBornOn.all(birthDate)).filter(({ details }) => details.birthDate === birthDate),
    patientsWithIdentifier: (kind, value) => people(idsWithIdentifier.all(kind, value)),
    appointment(id) {
      const row = readAppointment.get(id);
      return row === undefined ? undefined : toAppointment(row);
    },
    appointmentsOfPatient: (patientId, from, until) =>
      appointmentsOfPatient.all(patientId, from, until).map(toAppointment),
    appointmentsBetween: (from, until) => appointmentsBetween.all(from, until).map(toAppointment),
    ticketIdByPublicId: (publicId) => ticketByPublicId.get(publicId)?.['id'] as string | undefined,
    prices: () =>
      prices.all().map((row) => ({
        serviceId: row['service_id'] as string,
        amountMinor: row['amount_minor'] as number,
        currency: row['currency'] as string,
        version: row['version'] as number,
      })),
    staff: () => staff.all().map(toStaff),
    staffOfBadge: (badgeHash) => staffOfBadge.get(badgeHash)?.['staff_id'] as string | undefined,
    devices: () => devices.all().map(toDevice),
    ...readDisplayLayouts(db),
    ...readConflicts(db),
    ...readThingSetUps(db),
    ...readBoxThings(db),
    ...readSettings(db),
    ...readUsedCodes(db),
    ...readWaits(db),
    deviceByTokenHash(hash) {
      const row = deviceByToken.get(hash);
      return row === undefined ? undefined : toDevice(row);
    },
    sessionByTokenHash(hash) {
      const row = sessionByToken.get(hash);
      return row === undefined ? undefined : toSession(row);
    },
    checkInPublicKey: () => checkInKey.get()?.['public_key'] as Uint8Array | undefined,
    networkClinic(id) {
      const row = networkClinic.get(id);
      return row === undefined ? undefined : toNetworkClinic(row);
    },
    balanceOf(patientId) {
      const row = balance.get(patientId);
      return row === undefined ? undefined : toBalance(row);
    },
    linkedTo: (patientId) => linkedTo.all(patientId).map(({ id }) => id as string),
    workItems: () => workItems.all().map(toWorkItemRow),
    formResponses: (ticketId) => formResponses.all(ticketId).map(toFormResponse),
    bookingRequests: (since) => bookingRequests.all(since).map(toRequestRow),
    feedFailures: () => feedFailures.get()?.['failed'] as number,
    logBegin() {
      const row = logBegin.get();
      return { first: row?.['first'] as number, checkpoint: row?.['checkpoint'] as number };
    },
    setUpUntil: (seq) => {
      const rows: LogRow[] = [];
      for (const statement of [setUpUntil, keptSetUpUntil]) {
        for (const row of statement.iterate(seq)) {
          rows.push(toLogRow(row));
          if (row['type'] === 'v1.ConfigurationApplied') return rows.toReversed();
        }
      }
      return rows.toReversed();
    },
    logAfter: ({ seq }, limit) => logAfter.all(seq, limit).map(toLogRow),
    lastUntilEpoch(until) {
      const row = lastUntilEpoch.get(until);
      return row === undefined ? undefined : { epoch: row['epoch'] as number, seq: row['seq'] as number };
    },
    wrappedKeys: (subjectIds) =>
      [...new Set(subjectIds)].flatMap((subjectId) => {
        const wrapped = readKey.get(subjectId)?.['wrapped'] as Uint8Array | undefined;
        return wrapped === undefined ? [] : [{ subjectId, wrapped: Buffer.from(wrapped).toString('base64') }];
      }),
    refusals: (limit) =>
      refusals.all(limit).map((row) => ({
        at: row['at'] as number,
        actor: row['actor'] as string,
        command: row['command'] as string,
        code: row['code'] as string,
      })),
    recordViews(after, limit, patientId) {
      const rows =
        patientId === undefined ? recordViews.all(after, limit) : recordViewsOfPatient.all(patientId, after, limit);
      return rows.map(toRecordView);
    },
    acknowledged() {
      const row = relay.get();
      return {
        epoch: row?.['acknowledged_epoch'] as number,
        seq: row?.['acknowledged_seq'] as number,
      };
    },
    feedNumber: () => relay.get()?.['feed_number'] as number,
    feedPlace: () => feedPlaceOf(feedPlace.get()),
  };
}

function toAppointment(row: Row): StoredAppointment {
  return {
    id: row['id'] as string,
    patientId: row['patient_id'] as string,
    serviceId: row['service_id'] as string,
    at: row['at'] as number,
    status: row['status'] as StoredAppointment['status'],
    ticketId: row['ticket_id'] as string | null,
    ...(row['mode'] === null ? {} : { mode: row['mode'] as AppointmentMode }),
    ...withPractitioner(row),
  };
}

function toStaff(row: Row): StoredStaff {
  return {
    id: row['id'] as string,
    name: row['name'] as string,
    roles: JSON.parse(row['roles'] as string) as StoredStaff['roles'],
    pinHash: row['pin_hash'] as string,
    pinDigits: (row['pin_digits'] as number | null) ?? usualPinDigits,
    active: row['active'] === 1,
    endsAt: row['ends_at'] as number | null,
    failures: (row['failures'] as number | null) ?? 0,
    lockedUntil: row['locked_until'] as number | null,
    hasBadge: row['has_badge'] === 1,
  };
}

function toDevice(row: Row): StoredDevice {
  return {
    id: row['id'] as string,
    name: row['name'] as string,
    role: row['role'] as string,
    servicePointId: row['service_point_id'] as string | null,
    loopbackOnly: row['loopback_only'] === 1,
    enrolledAt: row['enrolled_at'] as number,
    revoked: row['revoked'] === 1,
    ...keyOf(row),
    ...(row['renewed_late_at'] === null ? {} : { renewedLateAt: row['renewed_late_at'] as number }),
    ...(row['password_until'] === null ? {} : { passwordUntil: row['password_until'] as number }),
  };
}

function keyOf(row: Row): Pick<StoredDevice, 'key'> {
  const publicKey = row['public_key'] as Uint8Array | null;
  return publicKey === null ? {} : { key: { publicKey, expiresAt: row['expires_at'] as number } };
}

function toRecordView(row: Row): StoredRecordView {
  return {
    number: row['number'] as number,
    at: row['at'] as number,
    actor: row['actor'] as string,
    patientId: row['patient_id'] as string,
    purpose: row['purpose'] as string,
  };
}

function toSession(row: Row): StoredSession {
  return {
    staffId: row['staff_id'] as string,
    deviceId: row['device_id'] as string | null,
    servicePointId: row['service_point_id'] as string | null,
    roles: JSON.parse(row['roles'] as string) as StoredSession['roles'],
    expiresAt: row['expires_at'] as number,
  };
}

/** No id that was made at this moment or later is below it. */
function lowestId(at: number): string {
  const hex = Math.max(0, at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}

/** The business day before this one; an empty text is before all. */
function dayBefore(businessDay: unknown): string {
  if (typeof businessDay !== 'string') return '';
  return new Date(Date.parse(`${businessDay}T00:00:00Z`) - dayMs).toISOString().slice(0, 10);
}
