import { copyFileSync, readFileSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import { composeAudit } from './compose-audit.ts';
import { aFolder, anId, consultation, EngineUnderTest, kiosk, room1, startOfTests } from './testing/a-writer.ts';

const secret = 'Sklodowska-Unmistakable';
const patient = {
  name: { family: secret, given: 'Maria' },
  birthDate: '1967-11-07',
  identifiers: [{ kind: 'passport' as const, value: 'UNMISTAKABLE7' }],
};

/** Whether any file of the database holds these bytes. */
function isOnDisk({ settings }: EngineUnderTest, text: string): boolean {
  return ['', '-wal', '-shm']
    .map((suffix) => settings.databasePath + suffix)
    .filter((path) => existsSync(path))
    .some((path) => readFileSync(path).includes(text));
}

function feed(clinic: EngineUnderTest, ...items: FeedItem[]): void {
  clinic.perform({
    kind: 'feed',
    page: { version: 1, serverTime: clinic.clock.wall(), items, next: items.at(-1)?.number ?? 0 },
  });
}

function visited(): {
  readonly clinic: EngineUnderTest;
  readonly patientId: string;
  readonly ticketId: string;
} {
  const clinic = new EngineUnderTest().initialise();
  const patientId = clinic.result('register-patient', { patient }, kiosk)['patientId'] as string;
  const ticket = clinic.issue({ reason: `${secret} is in a hurry` });
  clinic.result('identify-ticket', { ticketId: ticket.id, patientId });
  clinic.result('call-next', { servicePointId: room1 });
  return { clinic, patientId, ticketId: ticket.id };
}

describe('erasing a patient', () => {
  it('leaves no byte of the wrapped key, and never makes another', () => {
    const { clinic, patientId, ticketId } = visited();
    const wrapped = clinic.reading((read) => read.wrappedKeys([ticketId]))[0]?.wrapped ?? '';
    const erased = { subjectId: patientId };
    feed(clinic, { number: 1, kind: 'subject-erased', id: patientId, body: erased });
    clinic.result('cancel-ticket', { ticketId, reason: `${secret} went home` });
    expect(clinic.reading((read) => read.wrappedKeys([ticketId, patientId]))).toEqual([]);
    const last = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 100)).at(-1);
    expect(last).toMatchObject({ type: 'v1.TicketClosed', subjectId: null, sealed: null });
    clinic.tidy();
    const file = readFileSync(clinic.settings.databasePath);
    expect(file.includes(Buffer.from(wrapped, 'base64'))).toBe(false);
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });

  it('is refused while a ticket is open', () => {
    const { clinic, patientId } = visited();
    expect(clinic.refusal('erase-patient', { patientId, reason: 'asked' })).toBe('open-ticket');
    expect(isOnDisk(clinic, secret)).toBe(true);
  });

  it('destroys the keys of the patient and of the tickets, leaves no byte of the name, and a chain that verifies', () => {
    const { clinic, patientId, ticketId } = visited();
    clinic.result('finish-service', { servicePointId: room1, ticketId });
    expect(clinic.reading((read) => read.wrappedKeys([patientId, ticketId]))).toHaveLength(2);
    expect(clinic.result('erase-patient', { patientId, reason: 'asked to be forgotten' })).toEqual({});
    expect(clinic.lastOutcome?.committed?.subjects).toEqual([patientId]);
    expect(clinic.reading((read) => read.wrappedKeys([patientId, ticketId]))).toEqual([]);
    expect(clinic.reading((read) => read.patient(patientId))).toEqual({
      id: patientId,
      details: {},
      erased: true,
    });
    expect(clinic.reading((read) => read.patientsBornOn(patient.birthDate))).toEqual([]);
    expect(clinic.recordOf(ticketId)?.patientId).toBeNull();
    expect(isOnDisk(clinic, secret)).toBe(false);
    expect(isOnDisk(clinic, 'UNMISTAKABLE7')).toBe(false);
    const audit = composeAudit(clinic.settings);
    expect(audit.verify()).toMatchObject({ ok: true });
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });

  it('leaves no byte either where the power went between the commit and the cleaning', () => {
    const { clinic, patientId, ticketId } = visited();
    clinic.result('finish-service', { servicePointId: room1, ticketId });
    clinic.tidy();
    clinic.result('update-patient', { patientId, patient });
    const { prepare } = clinic.db;
    clinic.db.prepare = (sql) => {
      if (sql.startsWith('PRAGMA wal_checkpoint')) throw new Error('the power is gone');
      return prepare.call(clinic.db, sql);
    };
    expect(clinic.result('erase-patient', { patientId, reason: 'asked' })).toEqual({});
    const left = aFolder();
    for (const suffix of ['', '-wal']) {
      copyFileSync(clinic.settings.databasePath + suffix, left.databasePath + suffix);
    }
    copyFileSync(clinic.settings.clinicKeyPath, left.clinicKeyPath);
    const again = new EngineUnderTest(left);
    expect(isOnDisk(again, secret)).toBe(true);
    again.settle();
    expect(isOnDisk(again, secret)).toBe(false);
    expect(again.reading((read) => read.patient(patientId)?.erased)).toBe(true);
  });

  it('clears what the centre sent of the patient, and never takes it again', () => {
    const clinic = new EngineUnderTest().initialise();
    const id = anId();
    const appointmentId = anId();
    const at = startOfTests + hourMs;
    const sent = (number: number): FeedItem => ({
      number,
      kind: 'patient',
      id,
      body: { id, details: patient },
    });
    feed(clinic, sent(1), {
      number: 2,
      kind: 'appointment',
      id: appointmentId,
      body: {
        id: appointmentId,
        patientId: id,
        serviceId: consultation,
        at,
        minutes: 20,
        status: 'booked',
      },
    });
    expect(clinic.reading((read) => read.patientsBornOn(patient.birthDate))).toHaveLength(1);
    clinic.result('erase-patient', { patientId: id, reason: 'asked' });
    feed(clinic, sent(3));
    expect(clinic.reading((read) => read.patient(id)?.erased)).toBe(true);
    expect(clinic.reading((read) => read.appointment(appointmentId))).toBeUndefined();
    expect(clinic.refusal('issue-ticket', { serviceId: consultation, patientId: id })).toBe('unknown-patient');
    expect(isOnDisk(clinic, secret)).toBe(false);
  });

  it('that the centre has decided is done on its word, once, with the ticket that is open kept in the queue', () => {
    const { clinic, patientId, ticketId } = visited();
    const erased = (number: number): FeedItem => ({
      number,
      kind: 'subject-erased',
      id: patientId,
      body: { subjectId: patientId },
    });
    feed(clinic, erased(1));
    const after = clinic.reading((read) => read.position());
    feed(clinic, erased(2));
    expect(clinic.reading((read) => read.position())).toEqual(after);
    expect(clinic.recordOf(ticketId)).toMatchObject({
      patientId: null,
      standing: { state: 'called' },
    });
    expect(isOnDisk(clinic, secret)).toBe(false);
  });

  it('reaches the same person under the id of the centre', () => {
    const { clinic, patientId, ticketId } = visited();
    clinic.result('finish-service', { servicePointId: room1, ticketId });
    const central = anId();
    feed(
      clinic,
      {
        number: 1,
        kind: 'patient-linked',
        id: patientId,
        body: { patientId, centralPatientId: central },
      },
      { number: 2, kind: 'patient', id: central, body: { id: central, details: patient } },
    );
    expect(clinic.reading((read) => read.patientsBornOn(patient.birthDate)).map(({ id }) => id)).toEqual([central]);
    clinic.result('erase-patient', { patientId: central, reason: 'asked' });
    expect(clinic.reading((read) => [read.patient(central)?.erased, read.patient(patientId)?.erased])).toEqual([
      true,
      true,
    ]);
    expect(isOnDisk(clinic, secret)).toBe(false);
  });
});
