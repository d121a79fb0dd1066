// What the centre's feed brought: each item replaces the earlier one with its id.

import type { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import type { ReferenceAppointment, ReferenceItem, ReferenceTables } from '../../ports/reference-data.ts';
import { AWAITED_APPOINTMENTS, practitionerOf, withPractitioner } from './appointment-practitioner.ts';
import { createArrivalTables } from './arrival-tables.ts';
import type { Connection } from './connection.ts';
import { IS_DISPLAY, readDisplayLayouts } from './display-layouts.ts';
import { createConflictTables } from './detail-conflicts.ts';
import { createFeedPlace } from './feed-place.ts';
import { FIND_DEVICE } from './thing-set-ups.ts';
import { createPeopleIndex } from './find/people-index.ts';
import { READ_PATIENT, toPatient } from './patient-rows.ts';

export const FIND_APPOINTMENT = `
  SELECT a.id, a.patient_id, a.service_id, a.at, a.status, ${practitionerOf('a')}
  FROM known_appointments AS a WHERE a.id = ?`;
export const APPOINTMENTS_OF_PATIENT = `
  SELECT a.id, a.patient_id, a.service_id, a.at, a.status, ${practitionerOf('a')} FROM known_appointments AS a
  WHERE a.patient_id = ? AND a.at >= ? AND a.at < ? ORDER BY a.at, a.id`;
export const PUT_APPOINTMENT = `
  INSERT INTO reference_appointments (id, patient_id, service_id, at, minutes, status, mode, practitioner_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET patient_id = excluded.patient_id, service_id = excluded.service_id,
    at = excluded.at, minutes = excluded.minutes, status = excluded.status, mode = excluded.mode,
    practitioner_id = excluded.practitioner_id`;
export const PUT_INTERPRETER = 'UPDATE reference_appointments SET interpreter_booked = ? WHERE id = ?';
export const INTERPRETER_BOOKED = 'SELECT 1 FROM reference_appointments WHERE id = ? AND interpreter_booked = 1';
export const PUT_REFERENCE_PATIENT = `
  INSERT INTO reference_patients (id, birth_date, known_seq, details)
  VALUES (?, ?, (SELECT acknowledged_seq FROM relay), ?)
  ON CONFLICT (id) DO UPDATE SET birth_date = excluded.birth_date, known_seq = excluded.known_seq,
    details = excluded.details`;
export const PUT_PRICE = `
  INSERT INTO reference_prices (service_id, amount_minor, currency, version) VALUES (?, ?, ?, ?)
  ON CONFLICT (service_id) DO UPDATE SET amount_minor = excluded.amount_minor, currency = excluded.currency,
    version = excluded.version`;
export const PUT_STAFF = `
  INSERT INTO reference_staff (id, name, roles, pin_hash, pin_digits, active) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles, pin_hash = excluded.pin_hash,
    pin_digits = excluded.pin_digits, active = excluded.active`;
export const FIND_PRICE = 'SELECT amount_minor, currency, version FROM reference_prices WHERE service_id = ?';
/** Of `known_staff`, found by the id in each of its tables. */
export const KNOWS_STAFF = `
  SELECT roles FROM reference_staff WHERE id = ?1 AND active = 1
    AND NOT EXISTS (SELECT 1 FROM temporary_staff AS own WHERE own.id = ?1 AND own.ended_at IS NOT NULL)
  UNION ALL
  SELECT roles FROM temporary_staff WHERE id = ?1 AND ended_at IS NULL AND accepted = 0
    AND NOT EXISTS (SELECT 1 FROM reference_staff AS centre WHERE centre.id = ?1)`;
/** One probe of the index over the hashes. */
export const STAFF_OF_BADGE = 'SELECT staff_id FROM badges WHERE badge_hash = ?';
export const HAS_BADGE = 'SELECT 1 FROM badges WHERE staff_id = ?';
/** Whose PIN the centre changed: the one that was set here counts no more. */
const FORGET_OLDER_PIN = `
  DELETE FROM local_pins WHERE staff_id = ?1 AND ?2 <> ''
    AND ?2 IS NOT (SELECT pin_hash FROM reference_staff WHERE id = ?1)`;
/** Known to the centre or registered here, and not erased. */
export const KNOWS_PATIENT = `
  SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM patients WHERE id = ?1 AND erased = 1)
    AND (EXISTS (SELECT 1 FROM patients WHERE id = ?1) OR EXISTS (SELECT 1 FROM reference_patients WHERE id = ?1))`;
const checkInKey = 'check-in';
/** Of a PIN that does not say. */
const usualPinDigits = 4;

export function createReferenceTables(db: Connection): ReferenceTables {
  const findAppointment = db.prepare(FIND_APPOINTMENT);
  const appointmentsOfPatient = db.prepare(APPOINTMENTS_OF_PATIENT);
  const appointmentsBetween = db.prepare(AWAITED_APPOINTMENTS);
  const findPrice = db.prepare(FIND_PRICE);
  const knowsStaff = db.prepare(KNOWS_STAFF);
  const staffOfBadge = db.prepare(STAFF_OF_BADGE);
  const hasBadge = db.prepare(HAS_BADGE);
  const isDisplay = db.prepare(IS_DISPLAY);
  const layouts = readDisplayLayouts(db);
  const findDevice = db.prepare(FIND_DEVICE);
  const deviceRole = db.prepare('SELECT role FROM devices WHERE id = ? AND revoked = 0');
  const staffNamed = db.prepare('SELECT 1 FROM known_staff WHERE name = ? AND active = 1');
  const pinDigits = db.prepare(
    `SELECT DISTINCT coalesce(pin_digits, ${usualPinDigits}) AS digits FROM known_staff WHERE active = 1 AND pin_hash <> ''`,
  );
  const forgetOlderPin = db.prepare(FORGET_OLDER_PIN);
  const forgetLocalPin = db.prepare('DELETE FROM local_pins WHERE staff_id = ?');
  const knowsPatient = db.prepare(KNOWS_PATIENT);
  const findKey = db.prepare('SELECT public_key FROM reference_keys WHERE name = ?');
  const putKey = db.prepare(`
    INSERT INTO reference_keys (name, public_key) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET public_key = excluded.public_key`);
  const putAppointment = db.prepare(PUT_APPOINTMENT);
  const putInterpreter = db.prepare(PUT_INTERPRETER);
  const interpreterBooked = db.prepare(INTERPRETER_BOOKED);
  const putPatient = db.prepare(PUT_REFERENCE_PATIENT);
  const clearIdentifiers = db.prepare('DELETE FROM reference_identifiers WHERE patient_id = ?');
  const people = createPeopleIndex(db);
  const arrivals = createArrivalTables(db);
  const conflicts = createConflictTables(db);
  const readPatient = db.prepare(READ_PATIENT);
  const addIdentifier = db.prepare(
    'INSERT OR IGNORE INTO reference_identifiers (kind, value, patient_id) VALUES (?, ?, ?)',
  );
  const putPrice = db.prepare(PUT_PRICE);
  const putStaff = db.prepare(PUT_STAFF);
  const removals = {
    patient: db.prepare('DELETE FROM reference_patients WHERE id = ?'),
    appointment: db.prepare('DELETE FROM reference_appointments WHERE id = ?'),
    'detail-conflict': conflicts.removeConflict,
    balance: arrivals.removeBalance,
    'network-clinic': arrivals.removeClinic,
    price: db.prepare('DELETE FROM reference_prices WHERE service_id = ?'),
    staff: db.prepare('DELETE FROM reference_staff WHERE id = ?'),
    'check-in-key': db.prepare(`DELETE FROM reference_keys WHERE name = '${checkInKey}' AND ?1 IS NOT NULL`),
  } as const;
  const forgetAppointments = db.prepare('DELETE FROM reference_appointments WHERE patient_id = ?');
  const relay = db.prepare('SELECT feed_number, acknowledged_epoch, acknowledged_seq FROM relay');
  const advance = db.prepare('UPDATE relay SET feed_number = max(feed_number, ?)');
  const acknowledge = db.prepare('UPDATE relay SET acknowledged_epoch = ?, acknowledged_seq = ?');
  const failed = db.prepare('INSERT OR REPLACE INTO feed_failures (number, kind, id, code, at) VALUES (?, ?, ?, ?, ?)');

  const removePatient = (id: string): void => {
    removals.patient.run(id);
    clearIdentifiers.run(id);
    people.patientChanged(id);
  };
  const put = (item: ReferenceItem): void => {
    switch (item.kind) {
      case 'patient': {
        if (item.body === null) return;
        const { id, details } = item.body;
        putPatient.run(id, details.birthDate ?? null, JSON.stringify(details));
        clearIdentifiers.run(id);
        for (const { kind, value } of details.identifiers ?? []) addIdentifier.run(kind, value, id);
        people.patientChanged(id);
        return;
      }
      case 'appointment': {
        if (item.body === null) return;
        const { id, patientId, serviceId, at, minutes, status, mode = null, practitionerId = null } = item.body;
        putAppointment.run(id, patientId, serviceId, at, minutes, status, mode, practitionerId);
        putInterpreter.run(item.body.interpreterBooked ? 1 : 0, id);
        return;
      }
      case 'price': {
        if (item.body === null) return;
        const { serviceId, amountMinor, currency, version } = item.body;
        putPrice.run(serviceId, amountMinor, currency, version);
        return;
      }
      case 'staff': {
        if (item.body === null) return;
        const { id, name, roles, pinHash, pinDigits = null, active } = item.body;
        forgetOlderPin.run(id, pinHash);
        putStaff.run(id, name, JSON.stringify(roles), pinHash, pinDigits, Number(active));
        return;
      }
      case 'check-in-key': {
        if (item.body === null) return;
        putKey.run(checkInKey, Buffer.from(item.body.publicKey, 'base64'));
        return;
      }
      case 'detail-conflict':
        if (item.body !== null) conflicts.putConflict(item.body);
        return;
      case 'balance':
        return arrivals.putBalance(item.body);
      case 'network-clinic':
        return arrivals.putClinic(item.body);
    }
  };

  return {
    feedPlace: createFeedPlace(db),
    appointment(id) {
      const row = findAppointment.get(id);
      return row === undefined ? undefined : toAppointment(row);
    },
    appointmentsOfPatient: (patientId, from, until) =>
      appointmentsOfPatient.all(patientId, from, until).map(toAppointment),
    appointmentsBetween: (from, until) =>
      appointmentsBetween.all(from, until).map((row) => ({
        ...toAppointment(row),
        minutes: row['minutes'] as number,
        ...(row['mode'] === null ? {} : { mode: row['mode'] as AppointmentMode }),
      })),
    price(serviceId) {
      const row = findPrice.get(serviceId);
      if (row === undefined) return undefined;
      const amountMinor = row['amount_minor'] as number;
      return {
        amountMinor,
        currency: row['currency'] as string,
        version: row['version'] as number,
      };
    },
    knowsPatient: (id) => knowsPatient.get(id) !== undefined,
    patientDetails(id) {
      const row = readPatient.get(id);
      return row === undefined ? undefined : toPatient(row).details;
    },
    detailConflict: (id) => conflicts.detailConflict(id),
    knowsStaff: (id) => knowsStaff.get(id) !== undefined,
    staffRoles(id) {
      const roles = knowsStaff.get(id)?.['roles'] as string | undefined;
      return roles === undefined ? undefined : (JSON.parse(roles) as readonly StaffRole[]);
    },
    staffOfBadge: (badgeHash) => staffOfBadge.get(badgeHash)?.['staff_id'] as string | undefined,
    interpreterBooked: (appointmentId) => interpreterBooked.get(appointmentId) !== undefined,
    hasBadge: (staffId) => hasBadge.get(staffId) !== undefined,
    deviceRole: (deviceId) => deviceRole.get(deviceId)?.['role'] as string | undefined,
    isDisplay: (deviceId) => isDisplay.get(deviceId) !== undefined,
    displayLayouts: () =>
      new Map([...layouts.displayLayouts()].filter(([deviceId]) => isDisplay.get(deviceId) !== undefined)),
    device(id) {
      const row = findDevice.get(id);
      if (row === undefined) return undefined;
      return { role: row['role'] as string, servicePointId: row['service_point_id'] as string | null };
    },
    staffNamed: (name) => staffNamed.get(name) !== undefined,
    pinDigits: () => pinDigits.all().map((row) => row['digits'] as number),
    checkInPublicKey: () => findKey.get(checkInKey)?.['public_key'] as Uint8Array | undefined,
    isAdopted: () => (relay.get()?.['feed_number'] as number) > 0,
    apply(item) {
      if (item.body !== null) put(item);
      else if (item.kind === 'patient') removePatient(item.id);
      else removals[item.kind].run(item.id);
    },
    forgetLocalPin(staffId) {
      forgetLocalPin.run(staffId);
    },
    forgetPatient(patientId) {
      removePatient(patientId);
      forgetAppointments.run(patientId);
      arrivals.removeBalance.run(patientId);
      conflicts.forgetConflictsOf.run(patientId);
    },
    feedNumber: () => relay.get()?.['feed_number'] as number,
    advanceFeed(number) {
      advance.run(number);
    },
    failed(item, code, at) {
      failed.run(item.number, item.kind, item.id, code, at);
    },
    acknowledged() {
      const row = relay.get();
      return {
        epoch: row?.['acknowledged_epoch'] as number,
        seq: row?.['acknowledged_seq'] as number,
      };
    },
    acknowledge({ epoch, seq }) {
      acknowledge.run(epoch, seq);
    },
  };
}

function toAppointment(row: Record<string, unknown>): ReferenceAppointment {
  return {
    id: row['id'] as string,
    patientId: row['patient_id'] as string,
    serviceId: row['service_id'] as string,
    at: row['at'] as number,
    status: row['status'] as ReferenceAppointment['status'],
    ...withPractitioner(row),
  };
}
