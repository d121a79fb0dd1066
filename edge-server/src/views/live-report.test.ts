import { describe, expect, it } from 'vitest';
import { LiveReport } from '@foyer/contracts/live-report.ts';
import { Check } from 'typebox/value';
import { room1 } from '../testing/a-clinic.ts';
import { aCalled, aState, aTicket, stateAt } from '../testing/a-state.ts';
import { liveReport } from './live-report.ts';
import { ticketView } from './ticket-view.ts';

const called = aCalled('1', room1);
const tickets = [
  called.ticket,
  aTicket('2', { issuedAt: stateAt - 600_000, appointmentId: 'an-appointment' }),
  aTicket('3', { businessDay: '2026-11-23', standing: { state: 'left' }, closedAt: stateAt - 3_600_000 }),
  aTicket('4', { standing: { state: 'completed' }, closedAt: stateAt - 60_000 }),
];
const state = aState({ tickets, calls: [called.call] });

describe('the report of how the clinic is now', () => {
  it('has each ticket’s own page as the edge shows it, open ones first', () => {
    const pages = liveReport(state)?.tickets ?? [];
    expect(pages.slice(0, 2).map(({ view }) => view)).toEqual(['1', '2'].map((id) => ticketView(state, id)));
    expect(pages.map(({ publicId }) => publicId)).toEqual(['1', '2', '4', '3'].map((id) => `public-of-${id}`));
  });

  it('counts the business day alone', () => {
    expect(liveReport(state)?.day).toMatchObject({
      businessDay: '2026-11-24',
      arrived: 3,
      arrivedWithoutBooking: 2,
      waiting: 1,
      waitingSince: stateAt - 600_000,
      withStaff: 1,
      served: 1,
      notHere: 0,
    });
  });

  it('is nothing before there is a clinic, or a row', () => {
    expect(liveReport(undefined)).toBeUndefined();
    expect(liveReport({ ...state, seq: 0 })).toBeUndefined();
  });

  it('is what the centre takes, but for ids that only tests have', () => {
    const report = liveReport({ ...state, epoch: 1, seq: 9 });
    expect(Check(LiveReport, { ...report, tickets: [], day: { ...report?.day, rooms: [] } })).toBe(true);
  });
});
