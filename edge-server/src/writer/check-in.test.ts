import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { checkInCodeBytes, encodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import type { Identified } from '../ports/writer.ts';
import {
  anId,
  clinicId,
  consultation,
  EngineUnderTest,
  kiosk,
  laboratory,
  room1,
  startOfTests,
} from './testing/a-writer.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const rawKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
const today = '2026-11-23';

function code(appointmentId: string, changes: { clinicId?: string; businessDay?: string } = {}): string {
  const said = { clinicId, appointmentId, businessDay: today, ...changes };
  return encodeCheckInCode(said, new Uint8Array(sign(null, checkInCodeBytes(said), privateKey)));
}

class BookedClinic extends EngineUnderTest {
  #number = 0;

  feed(...items: { [K in keyof FeedItem as K extends 'number' ? never : K]: FeedItem[K] }[]): void {
    const numbered = items.map((item) => ({ ...item, number: (this.#number += 1) }) as FeedItem);
    this.perform({
      kind: 'feed',
      page: { version: 1, serverTime: this.clock.wall(), items: numbered, next: this.#number },
    });
  }

  patient(): string {
    const id = anId();
    this.feed({ kind: 'patient', id, body: { id, details: { birthDate: '1967-11-07' } } });
    return id;
  }

  book(
    changes: Partial<{
      patientId: string;
      serviceId: string;
      at: number;
      status: 'booked' | 'cancelled';
      id: string;
      interpreterBooked: true;
    }> = {},
  ) {
    const id = changes.id ?? anId();
    const patientId = changes.patientId ?? this.patient();
    const body = {
      id,
      patientId,
      serviceId: consultation,
      at: startOfTests + hourMs,
      minutes: 20,
      status: 'booked' as const,
      ...changes,
    };
    this.feed({ kind: 'appointment', id, body });
    return { id, patientId };
  }
}
function booked(): BookedClinic {
  const clinic = new BookedClinic();
  clinic.initialise();
  clinic.feed({ kind: 'check-in-key', id: clinicId, body: { publicKey: rawKey } });
  return clinic;
}
const identifiedAs = (patientId: string, ...appointmentIds: string[]): Identified => ({
  identificationId: anId(),
  patientId,
  appointmentIds,
});

describe('check-in by the code of an appointment', () => {
  it('takes a number at once, with the booked time copied into the log', () => {
    const clinic = booked();
    const { id, patientId } = clinic.book();
    const result = clinic.result('check-in', { qr: code(id) }, kiosk);
    expect(result).toMatchObject({
      ticket: { number: 'A001', state: 'waiting', priorityClass: 'booked' },
      appointment: { id, at: startOfTests + hourMs },
    });
    const ticket = result['ticket'] as { id: string };
    expect(clinic.recordOf(ticket.id)).toMatchObject({
      patientId,
      appointmentId: id,
      appointmentAt: startOfTests + hourMs,
    });
    expect(clinic.reading((read) => read.appointment(id)?.ticketId)).toBe(ticket.id);
  });

  it('knows the interpreter whom the centre has booked for it, said or not', () => {
    const clinic = booked();
    const { id } = clinic.book({ interpreterBooked: true });
    const { ticket } = clinic.result('check-in', { qr: code(id) }, kiosk) as { ticket: { id: string } };
    expect(clinic.recordOf(ticket.id)).toMatchObject({
      needs: ['interpreter'],
      interpreter: { language: null, booked: true },
    });
  });

  it('shows the same ticket at the second scan', () => {
    const clinic = booked();
    const { id } = clinic.book();
    const first = clinic.result('check-in', { qr: code(id) }, kiosk);
    const second = clinic.result('check-in', { qr: code(id) }, kiosk);
    expect(second).toMatchObject({ ticket: first['ticket'], alreadyCheckedIn: true });
  });

  it('brings back who was called and was not there, or had left', () => {
    const clinic = booked();
    const { id } = clinic.book();
    const { ticket } = clinic.result('check-in', { qr: code(id) }, kiosk) as {
      ticket: { id: string };
    };
    clinic.result('call-next', { servicePointId: room1 });
    clinic.result('mark-not-answered', { ticketId: ticket.id });
    expect(clinic.result('check-in', { qr: code(id) }, kiosk)).toMatchObject({
      ticket: { id: ticket.id, state: 'waiting' },
    });
    clinic.result('mark-left', { ticketId: ticket.id, reason: 'went home' });
    expect(clinic.result('check-in', { qr: code(id) }, kiosk)).toMatchObject({
      ticket: { id: ticket.id, state: 'waiting' },
    });
  });

  it('does not bring back who has another number of the queue by now', () => {
    const clinic = booked();
    const { id, patientId } = clinic.book();
    const { ticket } = clinic.result('check-in', { qr: code(id) }, kiosk) as {
      ticket: { id: string };
    };
    clinic.result('mark-left', { ticketId: ticket.id, reason: 'went home' });
    clinic.issue({ patientId });
    expect(clinic.refusal('check-in', { qr: code(id) }, kiosk)).toBe('patient-has-open-ticket');
  });

  it('refuses a code of another clinic, of another day, forged, or of nothing', () => {
    const clinic = booked();
    const { id } = clinic.book();
    const scan = (qr: string) => clinic.refusal('check-in', { qr }, kiosk);
    expect(scan(code(id, { clinicId: anId() }))).toBe('code-of-another-clinic');
    expect(clinic.send('check-in', { qr: code(id, { businessDay: '2026-11-22' }) }, kiosk)).toMatchObject({
      refusal: { code: 'code-of-another-day', date: '2026-11-22' },
    });
    expect(scan('F1.AAAA')).toBe('code-invalid');
    expect(scan('https://example.org')).toBe('code-invalid');
    const good = code(id);
    const forged = `${good.slice(0, -4)}${good.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
    expect(scan(forged)).toBe('code-invalid');
    expect(scan(code(anId()))).toBe('unknown-appointment');
  });

  it('refuses a booking that was cancelled, or moved to another day', () => {
    const clinic = booked();
    const { id, patientId } = clinic.book();
    clinic.book({ id, patientId, status: 'cancelled' });
    expect(clinic.refusal('check-in', { qr: code(id) }, kiosk)).toBe('appointment-cancelled');
    clinic.book({ id, patientId, at: startOfTests + dayMs });
    expect(clinic.refusal('check-in', { qr: code(id) }, kiosk)).toBe('code-of-another-day');
  });

  it('accepts codes of either day while the change of day is frozen', () => {
    const clinic = booked();
    const todays = clinic.book();
    const tomorrows = clinic.book({ at: startOfTests + dayMs });
    clinic.clock.jump(dayMs);
    clinic.perform({ kind: 'look-at-clock' });
    expect(clinic.refusal('check-in', { qr: code(todays.id) }, kiosk)).toBeUndefined();
    expect(
      clinic.refusal('check-in', { qr: code(tomorrows.id, { businessDay: '2026-11-24' }) }, kiosk),
    ).toBeUndefined();
  });
});

describe('check-in of an identified patient', () => {
  it('takes the earliest appointment of today that was not used yet', () => {
    const clinic = booked();
    const patientId = clinic.patient();
    const late = clinic.book({ patientId, serviceId: laboratory, at: startOfTests + 3 * hourMs });
    const early = clinic.book({ patientId, at: startOfTests + minuteMs });
    const who = identifiedAs(patientId, early.id, late.id);
    const checkIn = () => clinic.result('check-in', { identificationId: who.identificationId }, kiosk, who);
    expect(checkIn()).toMatchObject({ appointment: { id: early.id } });
    expect(checkIn()).toMatchObject({ appointment: { id: late.id } });
    expect(checkIn()).toMatchObject({ alreadyCheckedIn: true, appointment: { id: early.id } });
  });

  it('takes the one that was chosen, and nobody else’s', () => {
    const clinic = booked();
    const mine = clinic.book();
    const other = clinic.book();
    const who = identifiedAs(mine.patientId, mine.id);
    const { identificationId } = who;
    expect(clinic.refusal('check-in', { identificationId, appointmentId: other.id }, kiosk, who)).toBe(
      'unknown-appointment',
    );
    expect(clinic.refusal('check-in', { identificationId, appointmentId: mine.id }, kiosk, who)).toBeUndefined();
  });

  it('is over with the kiosk session, and says when there is no appointment today', () => {
    const clinic = booked();
    expect(clinic.refusal('check-in', { identificationId: anId() }, kiosk)).toBe('identification-expired');
    const who = identifiedAs(clinic.patient());
    expect(clinic.refusal('check-in', { identificationId: who.identificationId }, kiosk, who)).toBe(
      'no-appointment-today',
    );
  });
});

describe('check-in by staff', () => {
  it('names the appointment, or the patient', () => {
    const clinic = booked();
    const one = clinic.book();
    const two = clinic.book();
    expect(clinic.result('check-in', { appointmentId: one.id })).toMatchObject({
      appointment: { id: one.id },
    });
    expect(clinic.result('check-in', { patientId: two.patientId })).toMatchObject({
      appointment: { id: two.id },
    });
    expect(clinic.refusal('check-in', { patientId: anId() })).toBe('no-appointment-today');
    expect(clinic.refusal('check-in', {})).toBe('identification-needed');
  });

  it('is free again after it was undone', () => {
    const clinic = booked();
    const { id } = clinic.book();
    const { ticket } = clinic.result('check-in', { appointmentId: id }) as {
      ticket: { id: string };
    };
    clinic.result('undo-check-in', { ticketId: ticket.id });
    expect(clinic.reading((read) => read.appointment(id)?.ticketId)).toBeNull();
    expect(clinic.result('check-in', { appointmentId: id })).toMatchObject({
      ticket: { number: 'A002' },
    });
  });
});
