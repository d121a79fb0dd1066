// The projections over the writer's connection.

import type {
  ClinicRow,
  PatientRow,
  Projections,
  RecordKind,
  RequestRow,
  StoredRecords,
  TemporaryStaffRow,
  WorkItemRow,
} from '../../ports/projections.ts';
import type { Connection, Statement } from './connection.ts';
import { createChosenDetails } from './detail-conflicts.ts';
import { createDisplayLayouts } from './display-layouts.ts';
import { createThingSetUps } from './thing-set-ups.ts';
import { createSettings } from './settings.ts';
import { createPeopleIndex } from './find/people-index.ts';
import { createFormResponses } from './form-responses.ts';
import { createLeases } from './leases.ts';
import {
  findSql,
  insertSql,
  recordKinds,
  recordTables,
  updateAllSql,
  updateRecordSql,
  walkedSql,
} from './record-tables.ts';
import { createUsedCodes } from './used-codes.ts';
import { createWaitRecords } from './wait-tables.ts';

export const CHARGES_OF_TICKET = 'SELECT record FROM charges WHERE ticket_id = ? ORDER BY id';
export const CHARGES_OF_PATIENT = 'SELECT record FROM charges WHERE patient_id = ? ORDER BY id';
export const TICKETS_OF_PATIENT = 'SELECT id FROM tickets WHERE patient_id = ? ORDER BY id';
export const FIND_PATIENT =
  'SELECT id, details, central_patient_id, provisional, erased, changed_seq FROM patients WHERE id = ?';
export const LINKED_TO = 'SELECT id FROM patients WHERE central_patient_id = ? ORDER BY id';
export const PUT_PATIENT = `
  INSERT INTO patients (id, birth_date, central_patient_id, provisional, erased, changed_seq, details)
  VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET birth_date = excluded.birth_date, central_patient_id = excluded.central_patient_id,
    provisional = excluded.provisional, erased = excluded.erased, changed_seq = excluded.changed_seq,
    details = excluded.details`;
export const CLEAR_IDENTIFIERS = 'DELETE FROM patient_identifiers WHERE patient_id = ?';
export const ADD_IDENTIFIER = 'INSERT OR IGNORE INTO patient_identifiers (kind, value, patient_id) VALUES (?, ?, ?)';
export const FIND_CLINIC = 'SELECT clinic_id, code, version, configuration, clock_frozen, own_parts FROM clinic';
export const PUT_CLINIC = `
  INSERT INTO clinic (id, clinic_id, code, version, configuration, clock_frozen, own_parts)
  VALUES (1, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET code = excluded.code, version = excluded.version,
    configuration = excluded.configuration, clock_frozen = excluded.clock_frozen, own_parts = excluded.own_parts`;
export const PUT_CHECKED_IN = `
  INSERT INTO checked_in_appointments (appointment_id, ticket_id) VALUES (?, ?)
  ON CONFLICT (appointment_id) DO UPDATE SET ticket_id = excluded.ticket_id`;
export const FORGET_CHECKED_IN = 'DELETE FROM checked_in_appointments WHERE appointment_id = ?';
export const FIND_CHECKED_IN = 'SELECT ticket_id FROM checked_in_appointments WHERE appointment_id = ?';
export const PUT_OWN_APPOINTMENT = `
  INSERT INTO own_appointments (id, patient_id, service_id, at, minutes, mode, practitioner_id, status)
  VALUES (?, ?, ?, ?, ?, ?, ?, 'booked')
  ON CONFLICT (id) DO NOTHING`;
export const MOVE_OWN_APPOINTMENT = 'UPDATE own_appointments SET service_id = ?, at = ? WHERE id = ?';
export const CANCEL_OWN_APPOINTMENT = `UPDATE own_appointments SET status = 'cancelled' WHERE id = ?`;
export const FORGET_OWN_APPOINTMENTS = 'DELETE FROM own_appointments WHERE patient_id = ?';
export const PUT_ANSWER =
  'INSERT INTO answers (command_id, epoch, seq, actor, result, body_hash) VALUES (?, ?, ?, ?, ?, ?)';
export const FIND_REQUEST = 'SELECT id, kind, ours, at, accepted, code, about FROM requests WHERE id = ?';
export const PUT_REQUEST = `
  INSERT INTO requests (id, kind, ours, at, accepted, code, about) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET accepted = excluded.accepted, code = excluded.code`;
export const FIND_WORK_ITEM = 'SELECT id, kind, code, at, about, resolved_at, resolved_by FROM work_items WHERE id = ?';
export const ADD_WORK_ITEM = 'INSERT OR IGNORE INTO work_items (id, kind, code, at, about) VALUES (?, ?, ?, ?, ?)';
export const FIND_TEMPORARY_STAFF =
  'SELECT id, name, roles, until, ends_at, ended_at, accepted FROM temporary_staff WHERE id = ?';
export const PUT_TEMPORARY_STAFF = `
  INSERT INTO temporary_staff (id, name, roles, until, ends_at, ended_at, accepted) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, accepted = excluded.accepted`;
export const RESOLVE_WORK_ITEM = `
  UPDATE work_items SET resolved_at = ?, resolved_by = ? WHERE id = ? AND resolved_at IS NULL`;

export function createProjections(db: Connection): Projections {
  const records = recordStatements(db);
  const chargesOfTicket = db.prepare(CHARGES_OF_TICKET);
  const chargesOfPatient = db.prepare(CHARGES_OF_PATIENT);
  const ticketsOfPatient = db.prepare(TICKETS_OF_PATIENT);
  const findPatient = db.prepare(FIND_PATIENT);
  const linkedTo = db.prepare(LINKED_TO);
  const people = createPeopleIndex(db);
  const putPatient = db.prepare(PUT_PATIENT);
  const clearIdentifiers = db.prepare(CLEAR_IDENTIFIERS);
  const addIdentifier = db.prepare(ADD_IDENTIFIER);
  const findClinic = db.prepare(FIND_CLINIC);
  const putClinic = db.prepare(PUT_CLINIC);
  const putCheckedIn = db.prepare(PUT_CHECKED_IN);
  const forgetCheckedIn = db.prepare(FORGET_CHECKED_IN);
  const findCheckedIn = db.prepare(FIND_CHECKED_IN);
  const putOwnAppointment = db.prepare(PUT_OWN_APPOINTMENT);
  const moveOwnAppointment = db.prepare(MOVE_OWN_APPOINTMENT);
  const cancelOwnAppointment = db.prepare(CANCEL_OWN_APPOINTMENT);
  const forgetOwnAppointments = db.prepare(FORGET_OWN_APPOINTMENTS);
  const putAnswer = db.prepare(PUT_ANSWER);
  const findRequest = db.prepare(FIND_REQUEST);
  const putRequest = db.prepare(PUT_REQUEST);
  const findWorkItem = db.prepare(FIND_WORK_ITEM);
  const addWorkItem = db.prepare(ADD_WORK_ITEM);
  const resolveWorkItem = db.prepare(RESOLVE_WORK_ITEM);
  const findTemporaryStaff = db.prepare(FIND_TEMPORARY_STAFF);
  const putTemporaryStaff = db.prepare(PUT_TEMPORARY_STAFF);

  return {
    walked(kind) {
      const sql = walkedSql(kind);
      return sql === undefined
        ? []
        : db
            .prepare(sql)
            .all()
            .map((row) => parse(row['record']));
    },
    find(kind, id) {
      const row = records[kind].find.get(id);
      return row === undefined ? undefined : parse(row['record']);
    },
    put(kind, record, before) {
      putRecord(records[kind], kind, record, before);
    },
    chargesOfTicket: (ticketId) => chargesOfTicket.all(ticketId).map((row) => parse(row['record'])),
    chargesOfPatient: (patientId) => chargesOfPatient.all(patientId).map((row) => parse(row['record'])),
    ticketIdsOfPatient: (patientId) => ticketsOfPatient.all(patientId).map((row) => row['id'] as string),
    patient(id) {
      const row = findPatient.get(id);
      return row === undefined ? undefined : toPatientRow(row);
    },
    putPatient(patient) {
      const { id, details, centralPatientId, provisional, erased, changedSeq } = patient;
      putPatient.run(
        id,
        details.birthDate ?? null,
        centralPatientId,
        Number(provisional),
        Number(erased),
        changedSeq,
        JSON.stringify(details),
      );
      clearIdentifiers.run(id);
      for (const { kind, value } of details.identifiers ?? []) addIdentifier.run(kind, value, id);
      people.patientChanged(id);
    },
    linkedTo: (centralPatientId) => linkedTo.all(centralPatientId).map((row) => row['id'] as string),
    clinic() {
      const row = findClinic.get();
      return row === undefined ? undefined : toClinicRow(row);
    },
    putClinic({ clinicId, code, version, configuration, clockFrozen, ownParts }) {
      const text = configuration === null ? null : JSON.stringify(configuration);
      putClinic.run(clinicId, code, version, text, Number(clockFrozen), JSON.stringify(ownParts));
    },
    checkedIn(appointmentId, ticketId) {
      putCheckedIn.run(appointmentId, ticketId);
    },
    checkInUndone(appointmentId) {
      forgetCheckedIn.run(appointmentId);
    },
    ticketOfAppointment: (appointmentId) => findCheckedIn.get(appointmentId)?.['ticket_id'] as string | undefined,
    putAppointment({ id, patientId, serviceId, at, minutes, mode = null, practitionerId = null }) {
      putOwnAppointment.run(id, patientId, serviceId, at, minutes, mode, practitionerId);
    },
    moveAppointment(id, serviceId, at) {
      moveOwnAppointment.run(serviceId, at, id);
    },
    cancelAppointment(id) {
      cancelOwnAppointment.run(id);
    },
    forgetAppointmentsOf(patientId) {
      forgetOwnAppointments.run(patientId);
    },
    putAnswer({ commandId, epoch, seq, actor, result, bodyHash }) {
      putAnswer.run(commandId, epoch, seq, actor, JSON.stringify(result), bodyHash);
    },
    ...createFormResponses(db),
    ...createWaitRecords(db),
    ...createDisplayLayouts(db),
    ...createChosenDetails(db),
    ...createLeases(db),
    ...createThingSetUps(db),
    ...createSettings(db),
    ...createUsedCodes(db),
    request(id) {
      const row = findRequest.get(id);
      return row === undefined ? undefined : toRequestRow(row);
    },
    putRequest({ id, kind, ours, at, accepted, code, about }) {
      const answered = accepted === null ? null : Number(accepted);
      putRequest.run(id, kind, Number(ours), at, answered, code, JSON.stringify(about));
    },
    temporaryStaff(id) {
      const row = findTemporaryStaff.get(id);
      return row === undefined ? undefined : toTemporaryStaff(row);
    },
    putTemporaryStaff({ id, name, roles, until, endsAt, endedAt, accepted }) {
      putTemporaryStaff.run(id, name, JSON.stringify(roles), until, endsAt, endedAt, Number(accepted));
    },
    workItem(id) {
      const row = findWorkItem.get(id);
      return row === undefined ? undefined : toWorkItemRow(row);
    },
    addWorkItem({ id, kind, code, at, about }) {
      addWorkItem.run(id, kind, code, at, JSON.stringify(about));
    },
    resolveWorkItem(id, at, by) {
      resolveWorkItem.run(at, by, id);
    },
  };
}

interface RecordStatements {
  readonly find: Statement;
  readonly insert: Statement;
  readonly updateRecord: Statement;
  readonly updateAll: Statement;
}

function recordStatements(db: Connection): { readonly [K in RecordKind]: RecordStatements } {
  const entries = recordKinds.map(
    (kind) =>
      [
        kind,
        {
          find: db.prepare(findSql(kind)),
          insert: db.prepare(insertSql(kind)),
          updateRecord: db.prepare(updateRecordSql(kind)),
          updateAll: db.prepare(updateAllSql(kind)),
        },
      ] as const,
  );
  return Object.fromEntries(entries) as { [K in RecordKind]: RecordStatements };
}

function putRecord<K extends RecordKind>(
  statements: RecordStatements,
  kind: K,
  record: StoredRecords[K],
  before: StoredRecords[K] | undefined,
): void {
  const table = recordTables[kind];
  const text = JSON.stringify(record);
  const values = table.changing.values(record);
  if (before === undefined) {
    statements.insert.run(record.id, text, ...table.fixed.values(record), ...values);
    return;
  }
  const old = table.changing.values(before);
  if (values.every((value, index) => value === old[index])) statements.updateRecord.run(text, record.id);
  else statements.updateAll.run(text, ...values, record.id);
}

function parse<R>(text: unknown): R {
  return JSON.parse(text as string) as R;
}

function toPatientRow(row: Record<string, unknown>): PatientRow {
  return {
    id: row['id'] as string,
    details: parse(row['details']),
    centralPatientId: row['central_patient_id'] as string | null,
    provisional: row['provisional'] === 1,
    erased: row['erased'] === 1,
    changedSeq: row['changed_seq'] as number,
  };
}

export function toClinicRow(row: Record<string, unknown>): ClinicRow {
  return {
    clinicId: row['clinic_id'] as string,
    code: row['code'] as string,
    version: row['version'] as number,
    configuration: row['configuration'] === null ? null : parse(row['configuration']),
    clockFrozen: row['clock_frozen'] === 1,
    ownParts: parse(row['own_parts']),
  };
}

export function toRequestRow(row: Record<string, unknown>): RequestRow {
  return {
    id: row['id'] as string,
    kind: row['kind'] as string,
    ours: row['ours'] === 1,
    at: row['at'] as number,
    accepted: row['accepted'] === null ? null : row['accepted'] === 1,
    code: row['code'] as string | null,
    about: parse(row['about']),
  };
}

export function toWorkItemRow(row: Record<string, unknown>): WorkItemRow {
  return {
    id: row['id'] as string,
    kind: row['kind'] as string,
    code: row['code'] as string,
    at: row['at'] as number,
    about: parse(row['about']),
    resolvedAt: row['resolved_at'] as number | null,
    resolvedBy: row['resolved_by'] as string | null,
  };
}

function toTemporaryStaff(row: Record<string, unknown>): TemporaryStaffRow {
  return {
    id: row['id'] as string,
    name: row['name'] as string,
    roles: JSON.parse(row['roles'] as string) as TemporaryStaffRow['roles'],
    until: row['until'] as string,
    endsAt: row['ends_at'] as number,
    endedAt: row['ended_at'] as number | null,
    accepted: row['accepted'] === 1,
  };
}
