import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { describe, expect, it } from 'vitest';
import { ask, isFulfilled, patienceEnded, replied } from './asked.ts';

const view = { state: 'waiting' } as TicketView;

describe('what a patient asked for', () => {
  it('is not confirmed by an acknowledgement that is pending', () => {
    const asked = replied(ask('hold'), { ok: true, pending: true });
    expect(asked.state).toBe('asking');
    expect(patienceEnded(asked).state).toBe('unconfirmed');
  });

  it('is done, refused or unconfirmed as the clinic answers', () => {
    expect(replied(ask('hold'), { ok: true }).state).toBe('done');
    expect(replied(ask('hold'), { ok: false }).state).toBe('refused');
    expect(replied(ask('hold'), { ok: false, unanswered: true }).state).toBe('unconfirmed');
  });

  it('keeps its answer when patience ends afterwards', () => {
    expect(patienceEnded(replied(ask('resume'), { ok: true })).state).toBe('done');
  });

  it('is fulfilled when the view shows it, also late', () => {
    expect(isFulfilled(ask('hold'), view)).toBe(false);
    expect(isFulfilled(ask('hold'), { ...view, state: 'on-hold' })).toBe(true);
    expect(isFulfilled(ask('resume'), { ...view, state: 'on-hold' })).toBe(false);
    expect(isFulfilled(ask('resume'), { ...view, state: 'not-answered' })).toBe(false);
    expect(isFulfilled(ask('resume'), view)).toBe(true);
    const outside = { ...view, steppedOut: { whenAhead: 2, at: 1 } };
    expect([isFulfilled(ask('step-out'), view), isFulfilled(ask('step-out'), outside)]).toEqual([false, true]);
    expect([isFulfilled(ask('back-inside'), outside), isFulfilled(ask('back-inside'), view)]).toEqual([false, true]);
    expect(isFulfilled(ask('request-help'), view)).toBe(false);
    expect(isFulfilled(ask('request-help'), { ...view, help: 'sounding' })).toBe(true);
  });
});
