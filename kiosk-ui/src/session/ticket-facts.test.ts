import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { describe, expect, it } from 'vitest';
import type { TicketScreen } from './screens.ts';
import { notMeSeconds, paperElsewhere, paperOf, punctuality } from './ticket-facts.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;
const aTicket = (more: Partial<TicketScreen> = {}): TicketScreen =>
  ({
    page: 'ticket',
    ticket: { id: 't1' },
    already: false,
    shownAt: NOW,
    booked: { initials: 'M. O.', time: '10:40', at: NOW },
    ...more,
  }) as TicketScreen;
const aView = (state?: string, printer = 'ready') =>
  ({
    printer,
    prints: state
      ? { j: { jobId: 'j', ticketId: 't1', state }, other: { jobId: 'o', ticketId: 't2', state: 'printed' } }
      : {},
  }) as unknown as KioskView;

describe('the ticket screen', () => {
  it.each([
    [20, { kind: 'late', minutes: 20 }],
    [246, { kind: 'very-late' }],
    [9, { kind: 'in-time' }],
    [-59, { kind: 'in-time' }],
    [-90, { kind: 'early', comeBackAt: NOW - 30 * MINUTE }],
  ])('for one who comes %i minutes after the time', (minutes, expected) => {
    expect(punctuality(NOW, NOW + minutes * MINUTE)).toEqual(expected);
  });
  it.each([
    [0, 10],
    [2_001, 8],
    [9_999, 1],
    [10_000, 0],
  ])('offers "Not me" after %i ms for another %i s', (after, seconds) => {
    expect(notMeSeconds(aTicket(), NOW + after)).toBe(seconds);
  });
  it('offers it neither to a walk-in nor for an earlier check-in', () => {
    const { booked: _booked, ...walkIn } = aTicket();
    expect([notMeSeconds(walkIn, NOW), notMeSeconds(aTicket({ already: true }), NOW)]).toEqual([0, 0]);
  });
  it.each([
    ['is printing', aView('printing'), 0, 'printing'],
    ['is printed', aView('printed'), 20_000, 'printed'],
    ['failed', aView('failed'), 0, 'none'],
    ['never said that it was done', aView('unknown'), 0, 'maybe'],
    ['says nothing yet', aView(), 0, 'printing'],
    ['says nothing for long', aView(), 8_000, 'none'],
    ['is known to be away', aView(undefined, 'unavailable'), 0, 'none'],
  ])('when the printer %s', (_, view, after, paper) => {
    expect(paperOf(view, aTicket(), NOW + after)).toBe(paper);
  });
  it('says where the ticket came out, where that is not here', () => {
    const print = { jobId: 'j', ticketId: 't1', state: 'printed' as const };
    const printed = (more: object) => ({ ...aView(), prints: { j: { ...print, ...more } } });
    expect(paperElsewhere(printed({ printer: 'Desk' }), aTicket())).toBe('Desk');
    expect(paperElsewhere(printed({}), aTicket())).toBeUndefined();
    expect(paperElsewhere(printed({ ticketId: 't2', printer: 'Desk' }), aTicket())).toBeUndefined();
  });
  it('promises no paper for a ticket that is only shown again', () => {
    expect(paperOf(aView(), aTicket({ already: true }), NOW)).toBe('none');
  });
});
