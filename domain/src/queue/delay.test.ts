import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sender } from '../decision.ts';
import { addDays } from '../calendar/business-day.ts';
import { delayedPoint, delaysNow, mayWaitFor } from './delay.ts';
import { aConfiguration, idOf, rooms, services, TestQueue } from './testing.ts';

const [lim, amira] = [idOf(301), idOf(302)];
const inRoomOne: Sender = {
  actor: `staff:${amira}`,
  roles: ['nurse'],
  staffId: amira,
  servicePointId: rooms.one,
};
const told = ({ state, businessDay }: TestQueue) =>
  delaysNow(state, businessDay).map(({ id, minutes }) => [id, minutes] as const);

describe('a delay that is announced', () => {
  it('is of a room or of a person, and the longest stands first', () => {
    const queue = new TestQueue();
    queue.send({ type: 'announce-delay', servicePointId: rooms.one, minutes: 20 });
    queue.send({ type: 'announce-delay', staffId: lim, minutes: 40 });
    expect(told(queue)).toEqual([
      [lim, 40],
      [rooms.one, 20],
    ]);
  });

  it('is refused of both, of neither, and of a room that is not there', () => {
    const queue = new TestQueue();
    const refusal = (whose: object) => queue.send({ type: 'announce-delay', minutes: 10, ...whose });
    const refused = (code: string) => ({ ok: false, refusal: { code } });
    expect(refusal({})).toEqual(refused('invalid-request'));
    expect(refusal({ staffId: lim, servicePointId: rooms.one })).toEqual(refused('invalid-request'));
    expect(refusal({ servicePointId: idOf(99) })).toEqual(refused('unknown-service-point'));
  });

  it('is announced anew, ended with 0, and said once', () => {
    const queue = new TestQueue();
    for (const minutes of [40, 40, 15, 0, 0]) {
      queue.send({ type: 'announce-delay', servicePointId: rooms.one, minutes });
    }
    expect(told(queue)).toEqual([]);
    const facts = queue.rows.flatMap((row) => (row.type === 'v1.DelayAnnounced' ? [row.body.minutes] : []));
    expect(facts).toEqual([40, 15, 0]);
  });

  it('ends by itself with its business day, and may be announced again on the next', () => {
    const queue = new TestQueue();
    queue.send({ type: 'announce-delay', servicePointId: rooms.one, minutes: 40 });
    queue.businessDay = addDays(queue.businessDay, 1);
    expect(told(queue)).toEqual([]);
    queue.send({ type: 'announce-delay', servicePointId: rooms.one, minutes: 40 });
    expect(told(queue)).toEqual([[rooms.one, 40]]);
  });

  it('is a nurse’s to announce of themselves and of who works in their room, and of nobody else', () => {
    const queue = new TestQueue().open(rooms.one);
    const other = { ok: false, refusal: { code: 'other-service-point' } };
    expect(queue.send({ type: 'announce-delay', staffId: lim, minutes: 40 }, inRoomOne)).toEqual(other);
    expect(queue.send({ type: 'announce-delay', staffId: amira, minutes: 5 }, inRoomOne).ok).toBe(true);
    queue.send({ type: 'hand-over', servicePointId: rooms.one, toStaffId: lim });
    expect(queue.send({ type: 'announce-delay', staffId: lim, minutes: 40 }, inRoomOne).ok).toBe(true);
  });

  it('is felt in the room where the person works', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    queue.send({ type: 'hand-over', servicePointId: rooms.two, toStaffId: lim });
    queue.send({ type: 'announce-delay', staffId: lim, minutes: 40 });
    const [delay] = delaysNow(queue.state, queue.businessDay);
    expect(delayedPoint(delay!, queue.state)).toBe(rooms.two);
  });

  it('makes those wait who are bound to the room, or to none while it serves what they are here for', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const bound = queue.issue();
    queue.send({ type: 'transfer', ticketId: bound, toServicePointId: rooms.two, placement: 'by-time' });
    const free = queue.issue(services.blood);
    const point = (id: string) => aConfiguration.servicePoints.find((each) => each.id === id)!;
    expect(mayWaitFor(queue.ticket(bound), point(rooms.two))).toBe(true);
    expect(mayWaitFor(queue.ticket(bound), point(rooms.one))).toBe(false);
    expect(mayWaitFor(queue.ticket(free), point(rooms.one))).toBe(true);
    expect(mayWaitFor(queue.ticket(free), point(rooms.two))).toBe(false);
  });

  it('never lasts beyond its day, nor is anything told but what was said last', () => {
    const say = fc.record({ of: fc.constantFrom(rooms.one, rooms.two), minutes: fc.nat({ max: 90 }) });
    fc.assert(
      fc.property(fc.array(fc.oneof(say, fc.constant('next day' as const))), (steps) => {
        const queue = new TestQueue();
        let expected = new Map<string, number>();
        for (const step of steps) {
          if (step === 'next day') {
            queue.businessDay = addDays(queue.businessDay, 1);
            expected = new Map();
          } else {
            queue.send({ type: 'announce-delay', servicePointId: step.of, minutes: step.minutes });
            expected.set(step.of, step.minutes);
          }
          const lasting = [...expected].filter(([, minutes]) => minutes > 0);
          expect(Object.fromEntries(told(queue))).toEqual(Object.fromEntries(lasting));
        }
      }),
    );
  });
});
