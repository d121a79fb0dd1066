import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { explain } from './explain.ts';
import { previewRules } from './preview-rules.ts';
import { calls, someRules, under } from './testing/calls.ts';
import { rooms, services, TestQueue } from './testing.ts';

/** Two walk-ins, then somebody with priority. */
function aQueue() {
  const queue = new TestQueue().open(rooms.one, rooms.two);
  const [first, second] = [queue.issue(), queue.issue()];
  const urgent = queue.issue(services.general, { priorityClass: 'priority' });
  return { queue, first, second, urgent };
}
const ids = (list: readonly { readonly ticketId: string }[] = []) => list.map(({ ticketId }) => ticketId);

describe('the preview of rules', () => {
  it('says of every point whom it calls now and whom it would call, and who moves by how much', () => {
    const { queue, first, second, urgent } = aQueue();
    const { points } = previewRules(queue.state, someRules({ usual: { order: 'by-arrival' } }), queue.world);
    expect(points.map(({ servicePointId }) => servicePointId)).toEqual(Object.values(rooms));
    const [one, , lab] = points;
    expect(ids(one?.now)).toEqual([urgent, first, second]);
    expect(one?.now[0]).not.toHaveProperty('chosenBy');
    expect(ids(one?.changed)).toEqual([first, second, urgent]);
    expect(one?.changed[0]?.chosenBy).toEqual({ rule: 'order' });
    expect(one?.moves.map(({ ticketId, by }) => [ticketId, by])).toEqual([
      [first, 1],
      [second, 1],
      [urgent, -2],
    ]);
    expect(lab).toEqual({ servicePointId: rooms.lab, now: [], changed: [], moves: [] });
  });

  it('changes nothing, and is what happens once the rules are set', () => {
    const { queue } = aQueue();
    const rules = someRules({ usual: { shares: { priority: 1, booked: 1, 'walk-in': 1 }, order: 'by-arrival' } });
    const before = queue.state;
    const then = ids(previewRules(queue.state, rules, queue.world).points[0]?.changed);
    expect(queue.state).toBe(before);
    queue.send({ type: 'set-calling-rules', rules });
    expect(then).toEqual(then.map(() => calls(queue, rooms.one)?.ticketId));
  });

  it('shows who would be held back as moved behind everybody', () => {
    const { queue, first, second, urgent } = aQueue();
    const profiles = [
      { servicePointId: rooms.one, serves: [services.blood], conditions: [], order: 'by-class' as const },
    ];
    const [one] = previewRules(queue.state, someRules({ profiles }), queue.world).points;
    expect(ids(one?.changed)).toEqual([]);
    expect(ids(one?.now)).toEqual([urgent, first, second]);
    expect(one?.moves.map(({ by, only }) => [by, only])).toEqual([
      [-3, 'now'],
      [-2, 'now'],
      [-1, 'now'],
    ]);
  });

  it('shows ten at most, and those who come into the ten', () => {
    const queue = new TestQueue().open(rooms.one);
    for (let people = 0; people < 12; people += 1) queue.issue();
    const urgent = queue.issue(services.general, { priorityClass: 'priority' });
    under(queue, { usual: { order: 'by-arrival' } });
    const [one] = previewRules(queue.state, null, queue.world).points;
    expect([one?.now.length, one?.changed.length]).toEqual([10, 10]);
    expect(ids(one?.changed)[0]).toBe(urgent);
    expect(one?.moves[0]).toMatchObject({ ticketId: urgent, by: 12 });
  });
});

describe('why, under rules', () => {
  it('says what a ticket counts as, and which rule calls each before it', () => {
    const queue = new TestQueue().open(rooms.one);
    under(queue, { usual: { conditions: [{ serviceId: services.blood, overMinutes: 30 }] } });
    const blood = queue.issue(services.blood);
    queue.pass(31 * minuteMs);
    const alarm = queue.issue(services.general, { priorityClass: 'emergency' });
    const urgent = queue.issue(services.general, { priorityClass: 'priority' });
    const ticketId = queue.issue();
    queue.pass(5 * minuteMs);
    expect(explain(queue.state, ticketId, queue.world)).toMatchObject({
      rule: 'calling-rules',
      position: 4,
      waiting: 4,
      before: [
        { ticketId: alarm, because: 'emergency' },
        { ticketId: blood, because: 'condition' },
        { ticketId: urgent, because: 'order' },
      ],
      claim: { revision: 1, priorityClass: 'walk-in', waitedMinutes: 5, isDue: true },
    });
  });

  it('says what holds it back at a point', () => {
    const profiles = [
      { servicePointId: rooms.one, serves: [services.blood], conditions: [], order: 'by-class' as const },
    ];
    const queue = under(new TestQueue().open(rooms.one, rooms.two), { profiles });
    const ticketId = queue.issue();
    expect(explain(queue.state, ticketId, queue.world)?.points).toMatchObject([
      { servicePointId: rooms.two, position: 1 },
      { servicePointId: rooms.one, position: 1, heldBack: 'not-served' },
    ]);
  });
});
