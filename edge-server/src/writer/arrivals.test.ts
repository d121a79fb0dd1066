import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { TicketNote } from '@foyer/contracts/ticket-note.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import type { Identified } from '../ports/writer.ts';
import { anId, consultation, EngineUnderTest, kiosk, laboratory, startOfTests } from './testing/a-writer.ts';

type Item = { [K in FeedItem['kind']]: Omit<Extract<FeedItem, { kind: K }>, 'number'> }[FeedItem['kind']];

class ClinicOfNetwork extends EngineUnderTest {
  #number = 0;

  feed(...items: Item[]): void {
    const numbered = items.map((item) => ({ ...item, number: (this.#number += 1) }) as FeedItem);
    const page = { version: 1, serverTime: this.clock.wall(), items: numbered, next: this.#number } as const;
    this.perform({ kind: 'feed', page });
  }

  patient(): string {
    const id = anId();
    this.feed({ kind: 'patient', id, body: { id, details: { birthDate: '1967-11-07' } } });
    return id;
  }
}
const aClinic = () => new ClinicOfNetwork().initialise();
const expired = (patientId: string, ...appointmentIds: string[]): Identified => ({
  ...{ identificationId: anId(), patientId, appointmentIds },
  notes: [TicketNote.documentExpired],
});
const booking = (patientId: string, changes: object = {}) => {
  const id = anId();
  const body = { id, patientId, serviceId: consultation, at: startOfTests + hourMs, minutes: 20, status: 'booked' };
  return { kind: 'appointment', id, body: { ...body, ...changes } } as Extract<Item, { kind: 'appointment' }>;
};

describe('a document that has expired', () => {
  it('stands on the number that is given in its session, however it is given, and still after a restart', () => {
    const clinic = aClinic();
    const patientId = clinic.patient();
    const appointment = booking(patientId);
    clinic.feed(appointment);
    const identificationId = anId();
    const checkedIn = clinic.result('check-in', { identificationId }, kiosk, expired(patientId, appointment.id));
    const taken = clinic.result('issue-ticket', { identificationId, serviceId: laboratory }, kiosk, expired(patientId));
    const ids = [checkedIn, taken].map(({ ticket }) => (ticket as { id: string }).id);
    const notes = () => ids.map((id) => clinic.recordOf(id)?.notes);
    expect(notes()).toEqual([['document-expired'], ['document-expired']]);
    clinic.reopen();
    expect(notes()).toEqual([['document-expired'], ['document-expired']]);
  });

  it('leaves every other number as it is, and a check-in that gives none', () => {
    const clinic = aClinic();
    const patientId = clinic.patient();
    const appointment = booking(patientId);
    clinic.feed(appointment);
    const { ticket } = clinic.result('check-in', { appointmentId: appointment.id }) as { ticket: { id: string } };
    const again = clinic.result('check-in', { identificationId: anId() }, kiosk, expired(patientId, appointment.id));
    expect(again).toMatchObject({ alreadyCheckedIn: true });
    expect(clinic.recordOf(ticket.id)).not.toHaveProperty('notes');
  });
});

describe('what the feed says of an arrival', () => {
  it('is how the visit takes place, in person where it says nothing, and staff may check in all the same', () => {
    const clinic = aClinic();
    const patientId = clinic.patient();
    const [video, plain] = [booking(patientId, { mode: 'video' }), booking(clinic.patient())];
    clinic.feed(video, plain);
    const read = (id: string) => clinic.reading((model) => model.appointment(id));
    expect(read(video.id)).toMatchObject({ mode: 'video' });
    expect(read(plain.id)).not.toHaveProperty('mode');
    expect(clinic.result('check-in', { appointmentId: video.id })).toMatchObject({ ticket: { state: 'waiting' } });
  });

  it('is what is still to be paid, until it is taken off or the patient is erased', () => {
    const clinic = aClinic();
    const patientId = clinic.patient();
    const charges = [{ chargeId: anId(), amountMinor: 4_500 }];
    const item = { kind: 'balance', id: patientId, body: { patientId, currency: 'EUR', charges } } as const;
    const read = () => clinic.reading((model) => model.balanceOf(patientId));
    clinic.feed(item);
    expect(read()).toEqual({ currency: 'EUR', charges });
    clinic.feed({ ...item, body: null });
    expect(read()).toBeUndefined();
    clinic.feed(item);
    clinic.result('erase-patient', { patientId, reason: 'asked for it' });
    expect(read()).toBeUndefined();
    clinic.feed(item);
    expect(read()).toBeUndefined();
  });

  it('is where the other clinics of the network are', () => {
    const clinic = aClinic();
    const id = anId();
    const place = { name: 'Northside', address: '41 Mill Lane', position: { latitude: 43.4, longitude: -5.82 } };
    const publicKey = Buffer.alloc(32, 7).toString('base64');
    clinic.feed({ kind: 'network-clinic', id, body: { id, ...place, publicKey } });
    const read = () => clinic.reading((model) => model.networkClinic(id));
    expect({ ...read(), publicKey: Buffer.from(read()?.publicKey ?? []) }).toEqual({
      ...place,
      publicKey: Buffer.alloc(32, 7),
    });
    clinic.feed({ kind: 'network-clinic', id, body: null });
    expect(read()).toBeUndefined();
  });
});

describe('an appointment that the clinic made itself', () => {
  it('says how it takes place', () => {
    const clinic = aClinic();
    const patient = { name: { family: 'Okafor' } };
    const time = { serviceId: consultation, at: startOfTests + hourMs };
    const { appointmentId } = clinic.result('add-appointment', { patient, ...time, mode: 'phone' });
    expect(clinic.reading((model) => model.appointment(appointmentId as string))).toMatchObject({ mode: 'phone' });
  });
});
