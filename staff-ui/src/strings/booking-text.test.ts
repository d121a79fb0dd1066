import { expect, it } from 'vitest';
import type { BookingRequestView } from '@foyer/contracts/booking.ts';
import { aPatient, aStaffView, id, services } from '../../testing/a-staff-view.ts';
import { bookingStateText, bookingText } from './booking-text.ts';

const view = aStaffView({ patients: [aPatient(1, 'Zoë Ferreira')] });
const asked: BookingRequestView = {
  id: 'request',
  kind: 'book-appointment',
  state: 'waiting',
  askedAt: Date.UTC(2026, 10, 24, 10, 2),
  appointmentId: id('appointment', 1),
  patientId: id('patient', 1),
  serviceId: services.laboratory,
  at: Date.UTC(2026, 10, 26, 10, 30),
};
const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '');

it('a booking is said as who, when and what for, each in its own direction', () => {
  expect(bookingText(asked, view)).toContain('\u2068Zoë Ferreira\u2069');
  expect(plain(bookingText(asked, view))).toBe('Zoë Ferreira: Thu 26 Nov, 10:30, Blood count');
  const move = { ...asked, kind: 'move-appointment', fromAt: Date.UTC(2026, 10, 24, 9) } as const;
  expect(plain(bookingText(move, view))).toBe('Zoë Ferreira: from Tue 24 Nov, 09:00 to Thu 26 Nov, 10:30');
});

it.each([
  [{}, 'Asked for at 10:02, waiting for the office'],
  [{ state: 'refused', code: 'slot-full' }, 'The office says no: The time is full.'],
  [{ state: 'accepted', kind: 'cancel-appointment' }, 'Cancelled. It can be booked again while the time is free.'],
] as const)('what became of it is said: %j', (changes, words) => {
  expect(bookingStateText({ ...asked, ...changes }, view)).toBe(words);
});
