import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { dayMs, hourMs } from '@foyer/contracts/time.ts';
import type { Sender } from '@foyer/domain/decision.ts';
import { composeAudit } from './compose-audit.ts';
import {
  aConfiguration,
  anId,
  clinicId,
  consultation,
  EngineUnderTest,
  laboratory,
  nurseId,
  startOfTests,
} from './testing/a-writer.ts';

const reception: Sender = { actor: `staff:${nurseId}`, roles: ['reception'], staffId: nurseId };
const nurse: Sender = { actor: `staff:${nurseId}`, roles: ['nurse'], staffId: nurseId };
const maria = { name: { given: 'Maria', family: 'Sklodowska' }, birthDate: '1967-11-07' };
const at = startOfTests + hourMs;

function aClinic(): EngineUnderTest {
  return new EngineUnderTest().initialise();
}
function book(clinic: EngineUnderTest, changes: { patientId?: string; at?: number; serviceId?: string } = {}) {
  const who = changes.patientId === undefined ? { patient: maria } : {};
  const fields = { ...who, serviceId: consultation, at, ...changes };
  return clinic.result('add-appointment', fields, reception) as { appointmentId: string; patientId: string };
}
function adopt(clinic: EngineUnderTest): void {
  const item: FeedItem = { number: 1, kind: 'configuration', id: clinicId, body: aConfiguration() };
  const page = { version: 1, serverTime: clinic.clock.wall(), items: [item], next: 1 } as const;
  clinic.perform({ kind: 'feed', page });
}

describe('a clinic that no centre has adopted', () => {
  it('books somebody new, who is then found and checked in as any booked patient', () => {
    const clinic = aClinic();
    const { appointmentId, patientId } = book(clinic);
    const found = clinic.reading((read) => ({
      born: read.patientsBornOn('1967-11-07').map(({ id }) => id),
      booked: read.appointmentsBetween(at, at + 1),
      hers: read.appointmentsOfPatient(patientId, at, at + 1),
    }));
    const appointment = { id: appointmentId, patientId, serviceId: consultation, at, status: 'booked', ticketId: null };
    expect(found).toEqual({ born: [patientId], booked: [appointment], hers: [appointment] });
    const arrived = clinic.result('check-in', { patientId }, reception)['ticket'] as { id: string };
    expect(clinic.recordOf(arrived.id)).toMatchObject({ patientId, appointmentId, appointmentAt: at });
    expect(clinic.reading((read) => read.appointment(appointmentId)?.ticketId)).toBe(arrived.id);
  });

  it('books somebody known under the id they have', () => {
    const clinic = aClinic();
    const { patientId } = book(clinic);
    expect(book(clinic, { patientId, at: at + hourMs }).patientId).toBe(patientId);
    expect(clinic.reading((read) => read.patientsBornOn('1967-11-07'))).toHaveLength(1);
  });

  it('books nobody twice for one service at one moment', () => {
    const clinic = aClinic();
    const { patientId, appointmentId } = book(clinic);
    expect(clinic.refusal('add-appointment', { patientId, serviceId: consultation, at }, reception)).toBe('slot-taken');
    expect(book(clinic, { patientId, serviceId: laboratory }).patientId).toBe(patientId);
    clinic.result('cancel-appointment', { appointmentId }, reception);
    expect(book(clinic, { patientId }).appointmentId).not.toBe(appointmentId);
  });

  it('takes any time of today, and none of yesterday or of the year after next', () => {
    const clinic = aClinic();
    const refusedAt = (moment: number) =>
      clinic.refusal('add-appointment', { patient: maria, serviceId: consultation, at: moment }, reception);
    expect(refusedAt(startOfTests - 4 * hourMs)).toBeUndefined();
    expect(refusedAt(startOfTests - dayMs)).toBe('appointment-time-out-of-range');
    expect(refusedAt(startOfTests + 400 * dayMs)).toBe('appointment-time-out-of-range');
  });

  it('refuses a service and a patient that it does not know', () => {
    const clinic = aClinic();
    const refusal = (fields: { patientId?: string; patient?: typeof maria; serviceId: string }) =>
      clinic.refusal('add-appointment', { at, ...fields }, reception);
    expect(refusal({ patient: maria, serviceId: anId() })).toBe('unknown-service');
    expect(refusal({ patientId: anId(), serviceId: consultation })).toBe('unknown-patient');
    expect(refusal({ serviceId: consultation })).toBe('unknown-patient');
  });

  it('lets reception, supervisors and administrators book, and nobody else', () => {
    const clinic = aClinic();
    const fields = { patient: maria, serviceId: consultation, at };
    expect(clinic.refusal('add-appointment', fields, nurse)).toBe('not-allowed');
    const admin: Sender = { ...reception, roles: ['admin'] };
    expect(clinic.refusal('add-appointment', fields, admin)).toBeUndefined();
  });

  it('calls an appointment off, once, and not behind somebody who has arrived', () => {
    const clinic = aClinic();
    const { appointmentId } = book(clinic);
    clinic.result('cancel-appointment', { appointmentId }, reception);
    clinic.result('cancel-appointment', { appointmentId }, reception);
    expect(clinic.refusal('check-in', { appointmentId }, reception)).toBe('appointment-cancelled');
    const other = book(clinic, { at: at + hourMs });
    clinic.result('check-in', { appointmentId: other.appointmentId }, reception);
    expect(clinic.refusal('cancel-appointment', { appointmentId: other.appointmentId }, reception)).toBe(
      'appointment-used',
    );
    expect(clinic.refusal('cancel-appointment', { appointmentId: anId() }, reception)).toBe('unknown-appointment');
  });
});

describe('a table of appointments', () => {
  const person = (birthDate: string, ...times: readonly number[]) => ({
    patient: { ...maria, birthDate },
    appointments: times.map((moment) => ({ serviceId: consultation, at: moment })),
  });

  it('is taken over whole, each person once', () => {
    const clinic = aClinic();
    const people = [person('1967-11-07', at, at + hourMs), person('1982-03-23', at)];
    expect(clinic.result('import-appointments', { people }, reception)).toEqual({ added: 3 });
    expect(clinic.reading((read) => read.appointmentsBetween(at, at + dayMs))).toHaveLength(3);
    expect(clinic.reading((read) => read.patientsBornOn('1967-11-07'))).toHaveLength(1);
  });

  it('is not taken over at all when one of its rows is refused', () => {
    const clinic = aClinic();
    const { patientId } = book(clinic);
    const again = { patientId, appointments: [{ serviceId: consultation, at }] };
    const before = clinic.reading((read) => read.position());
    const answer = clinic.send('import-appointments', { people: [person('1982-03-23', at), again] }, reception);
    expect(answer).toMatchObject({ refusal: { code: 'slot-taken', person: 1 } });
    expect(clinic.reading((read) => read.position())).toEqual(before);
  });

  it('books nobody twice for one moment, even where it names them twice', () => {
    const clinic = aClinic();
    const { patientId } = book(clinic);
    const twice = { patientId, appointments: [{ serviceId: consultation, at: at + hourMs }] };
    expect(clinic.refusal('import-appointments', { people: [twice, twice] }, reception)).toBe('slot-taken');
  });
});

describe('once a centre has adopted the clinic', () => {
  it('its schedule is the centre’s, and what was booked here before still counts', () => {
    const clinic = aClinic();
    const { appointmentId, patientId } = book(clinic);
    adopt(clinic);
    const fields = { patientId, serviceId: laboratory, at };
    expect(clinic.refusal('add-appointment', fields, reception)).toBe('centre-owns-schedule');
    expect(clinic.refusal('cancel-appointment', { appointmentId }, reception)).toBe('centre-owns-schedule');
    const people = [{ patientId, appointments: [{ serviceId: laboratory, at }] }];
    expect(clinic.refusal('import-appointments', { people }, reception)).toBe('centre-owns-schedule');
    expect(clinic.refusal('check-in', { appointmentId }, reception)).toBeUndefined();
  });

  it('the centre’s word about an appointment of ours takes the place of ours', () => {
    const clinic = aClinic();
    const { appointmentId, patientId } = book(clinic);
    const moved = at + 2 * hourMs;
    const body = { id: appointmentId, patientId, serviceId: consultation, at: moved, minutes: 20, status: 'booked' };
    const item = { number: 1, kind: 'appointment', id: appointmentId, body } as FeedItem;
    const page = { version: 1, serverTime: clinic.clock.wall(), items: [item], next: 1 } as const;
    clinic.perform({ kind: 'feed', page });
    const all = clinic.reading((read) => read.appointmentsBetween(at - dayMs, at + dayMs));
    expect(all.map(({ id, at: when }) => [id, when])).toEqual([[appointmentId, moved]]);
  });
});

describe('erasing a patient', () => {
  it('takes the appointments along, live and in a rebuild', () => {
    const clinic = aClinic();
    const { appointmentId, patientId } = book(clinic);
    clinic.result('erase-patient', { patientId, reason: 'asked' });
    expect(clinic.reading((read) => read.appointment(appointmentId))).toBeUndefined();
    const audit = composeAudit(clinic.settings);
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});
