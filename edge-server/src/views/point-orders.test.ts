import { describe, expect, it } from 'vitest';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import { underRules } from '@foyer/domain/queue/calling-rules.ts';
import { aClinic, nurseAna, room1, room2 } from '../testing/a-clinic.ts';
import { aState, aTicket } from '../testing/a-state.ts';
import { LatestOrders, pointOrders } from './point-orders.ts';
import { staffView } from './staff-view.ts';

const urgent = aTicket('3', { standing: { priorityClass: 'priority' } });
const waiting = aState({ tickets: [aTicket('2'), aTicket('1'), urgent] });
const under = (rules: CallingRules, state = waiting) => ({ ...state, queue: underRules(state.queue, rules) });
const byArrival = presetRules['by-arrival'];

describe('the order of a service point', () => {
  it('is by the rules, whom it calls next first, and says how it calls', () => {
    const order = pointOrders(under(byArrival)).get(room1);
    expect(order).toEqual({ nextTicketId: '1', order: ['1', '2', '3'], calledBy: { order: 'by-arrival' } });
  });

  it('says that the classes take turns', () => {
    const shares = { priority: 1, booked: 1, 'walk-in': 1 };
    const inTurns = { ...byArrival, usual: { ...byArrival.usual, shares } };
    expect(pointOrders(under(inTurns)).get(room1)?.calledBy).toEqual({ order: 'by-arrival', inTurns: true });
  });

  it('is of nobody where nobody waits', () => {
    expect(pointOrders(under(byArrival)).get(room2)).toEqual({ order: [], calledBy: { order: 'by-arrival' } });
  });

  it('is the next one alone without rules', () => {
    expect(pointOrders(waiting).get(room1)).toEqual({ nextTicketId: '3' });
  });

  it('has at most thirty', () => {
    const many = aState({ tickets: Array.from({ length: 40 }, (_, index) => aTicket(String(index + 1))) });
    expect(pointOrders(under(byArrival, many)).get(room1)?.order).toHaveLength(30);
  });

  it('is seen by who is signed in', () => {
    const audience = { namespace: '/staff', staffId: nurseAna, roles: ['nurse'], servicePointId: room1 } as const;
    expect(staffView(under(byArrival), audience).servicePoints[room1]).toMatchObject({ order: ['1', '2', '3'] });
    expect(staffView(waiting, audience).servicePoints[room1]).not.toHaveProperty('order');
  });
});

describe('the orders of one change', () => {
  it('are worked out once for everybody who is told of it', () => {
    const latest = new LatestOrders();
    const state = under(byArrival);
    expect(latest.at({ ...state, logNow: state.now + secondMs - 1 })).toBe(latest.at(state));
  });

  it.each([
    ['another commit', { seq: 10 }],
    ['another clinic', { configuration: aClinic() }],
    ['a later moment', { logNow: waiting.logNow + secondMs }],
  ])('are worked out anew for %s', (_what, change) => {
    const latest = new LatestOrders();
    const state = under(byArrival);
    const before = latest.at(state);
    expect(latest.at({ ...state, ...change })).not.toBe(before);
  });
});
