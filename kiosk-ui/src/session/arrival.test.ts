import { describe, expect, it } from 'vitest';
import type { Ticket } from '@foyer/contracts/board-view.ts';
import type { AppointmentSummary } from '@foyer/contracts/kiosk-view.ts';
import { arrivalOf, notesOf, type Found } from './arrival.ts';

const booked = (id: string, at: number, more: Partial<AppointmentSummary> = {}): AppointmentSummary => ({
  ...{ id, serviceId: 's', time: '10:40', at, initials: 'M. O.', checkedIn: false },
  ...more,
});
const matched = (...appointments: AppointmentSummary[]): Extract<Found, { matched: true }> => ({
  ...{ identificationId: 'i1', matched: true, appointments },
});
const unmatched = (more: Partial<Extract<Found, { matched: false }>>): Found => ({
  ...{ identificationId: 'i1', matched: false, askDesk: true, ...more },
});
const ticket = { id: 't1', number: 'A012', state: 'waiting' } as Ticket;

describe('who is found', () => {
  it('is checked in for the earliest that they come to, before one that needs nobody here', () => {
    const [video, later, first] = [booked('v', 1, { mode: 'video' }), booked('b', 3), booked('a', 2)];
    expect(arrivalOf(matched(later, video, first))).toEqual({ next: 'check-in', appointment: first });
  });

  it('hears that the visit is by video or by phone, and is not checked in unasked', () => {
    const video = booked('v', 1, { mode: 'video' });
    const screen = { page: 'remote', identificationId: 'i1', appointment: video };
    expect(arrivalOf(matched(video))).toEqual({ next: 'screen', screen });
    expect(arrivalOf(matched(booked('d', 0, { checkedIn: true }), video))).toEqual({ next: 'screen', screen });
  });

  it('and is checked in already hears the number; who was called and not there is checked in again', () => {
    const again = { ...ticket, ahead: 4 };
    expect(arrivalOf(matched(booked('a', 1, { checkedIn: true, ticket: again })))).toEqual({
      next: 'screen',
      screen: { page: 'already', identificationId: 'i1', ticket: again },
    });
    const missed = booked('a', 1, { checkedIn: true });
    expect(arrivalOf(matched(missed))).toEqual({ next: 'check-in', appointment: missed });
  });

  it('and comes on another day has a number for the desk under their own name', () => {
    const otherDay = { date: '2026-11-24', time: '10:40' };
    const found = { ...matched(), otherDay };
    expect(arrivalOf(found)).toEqual({ next: 'other-day', otherDay, identificationId: 'i1' });
    expect(arrivalOf(matched())).toEqual({ next: 'as-answered' });
  });

  it('has what is open and what has expired on the screen of the ticket', () => {
    const balance = { amountMinor: 4_500, currency: 'EUR' };
    expect(notesOf({ ...matched(), balance, documentExpired: true })).toEqual({ balance, documentExpired: true });
    expect(notesOf(matched())).toEqual({});
  });
});

describe('a code that opens nothing', () => {
  const date = '2026-11-24';

  it('of a clinic that is known shows which, and of one that is not leaves it to the answer', () => {
    const clinic = { name: 'Northside' };
    const reason = 'code-of-another-clinic';
    expect(arrivalOf(unmatched({ reason, clinic, date, time: '10:40' }))).toEqual({
      next: 'screen',
      screen: { page: 'wrong-clinic', clinic, when: { date, time: '10:40' } },
    });
    expect(arrivalOf(unmatched({ reason }))).toEqual({ next: 'as-answered' });
  });

  it('of another day gives a number at once, of the patient where that is known', () => {
    const reason = 'code-of-another-day';
    expect(arrivalOf(unmatched({ reason, date }))).toEqual({ next: 'other-day', otherDay: { date } });
    expect(arrivalOf(unmatched({ reason, date, identified: true }))).toMatchObject({ identificationId: 'i1' });
  });
});
