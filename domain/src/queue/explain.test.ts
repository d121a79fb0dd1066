import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { explain } from './explain.ts';
import { under } from './testing/calls.ts';
import { rooms, services, TestQueue } from './testing.ts';

describe('why a ticket is where it is', () => {
  it('says its position at every room that may call it, and who comes before it where it is called soonest', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const urgent = queue.issue(services.blood, { priorityClass: 'priority' });
    const first = queue.issue();
    const ticketId = queue.issue();
    expect(explain(queue.state, ticketId, queue.world)).toMatchObject({
      waiting: 2,
      position: 2,
      points: [
        { servicePointId: rooms.two, position: 2 },
        { servicePointId: rooms.one, position: 3 },
      ],
      before: [{ ticketId: first, because: 'longer-wait' }],
    });
    queue.send({ type: 'close-service-point', servicePointId: rooms.two });
    expect(explain(queue.state, ticketId, queue.world)).toMatchObject({
      waiting: 3,
      position: 3,
      before: [
        { ticketId: urgent, because: 'higher-class' },
        { ticketId: first, because: 'longer-wait' },
      ],
    });
  });

  it('names the room that a ticket is bound to, and does not count it elsewhere', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const bound = queue.issue();
    queue.send({ type: 'transfer', ticketId: bound, toServicePointId: rooms.two, placement: 'front' });
    const ticketId = queue.issue();
    expect(explain(queue.state, bound, queue.world)).toMatchObject({
      forServicePointId: rooms.two,
      points: [{ servicePointId: rooms.two, position: 1 }],
    });
    expect(explain(queue.state, ticketId, queue.world)).toMatchObject({ position: 1, waiting: 1, before: [] });
  });

  it('gives no position to a ticket that does not wait', () => {
    const queue = new TestQueue().open(rooms.one);
    const ticketId = queue.issue();
    queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    const explanation = explain(queue.state, ticketId, queue.world);
    expect(explanation).toMatchObject({ state: 'called', waiting: 1, points: [], before: [] });
    expect(explanation).not.toHaveProperty('position');
  });

  it('says under rules by which it is called in its turn, and of who is next whom that passes over', () => {
    const conditions = [{ serviceId: services.blood, overMinutes: 30 }];
    const shares = { priority: 2, booked: 1, 'walk-in': 1 };
    const queue = under(new TestQueue().open(rooms.one), { usual: { conditions, shares } });
    const ticketId = queue.issue();
    const blood = queue.issue(services.blood);
    queue.pass(31 * minuteMs);
    const at = (id: string) => explain(queue.state, id, queue.world)?.points[0];
    expect(at(blood)).toMatchObject({
      position: 1,
      reason: { rule: 'condition', ...conditions[0] },
      passedOver: [{ ticketId, waitedMinutes: 31, because: 'condition' }],
    });
    expect(at(ticketId)).toMatchObject({
      position: 2,
      reason: { rule: 'share', priorityClass: 'walk-in', share: 1, of: 4 },
    });
    expect(at(ticketId)).not.toHaveProperty('passedOver');
    const alarm = queue.issue(services.general, { priorityClass: 'emergency' });
    expect(at(alarm)?.reason).toEqual({ rule: 'emergency' });
    under(queue, { longestWaitMinutes: 30 });
    expect(at(ticketId)?.reason).toEqual({ rule: 'longest-wait', minutes: 30 });
  });

  it('says under rules what it counts as, because of which needs, and from when it is called in any case', () => {
    const needsEarlier = { needs: ['infant' as const], minutes: 15 };
    const queue = under(new TestQueue().open(rooms.one), {
      needsEarlier,
      longestWaitMinutes: 60,
      opensAfterMinutes: 20,
    });
    const plain = queue.issue();
    const ticketId = queue.issue(services.general, { needs: ['infant'] });
    queue.pass(10 * minuteMs);
    const { now } = queue.world;
    expect(explain(queue.state, ticketId, queue.world)?.claim).toMatchObject({
      waitedMinutes: 25,
      earlierMinutes: 15,
      opensAt: now - 5 * minuteMs,
      longestWaitAt: now + 35 * minuteMs,
    });
    expect(explain(queue.state, plain, queue.world)?.claim).not.toHaveProperty('earlierMinutes');
  });

  it('says what holds it back at a room, and no rule by which that room would call it', () => {
    const profile = {
      servicePointId: rooms.one,
      serves: [services.blood],
      conditions: [],
      order: 'by-arrival' as const,
    };
    const queue = under(new TestQueue().open(rooms.one), { profiles: [profile] });
    const ticketId = queue.issue();
    const point = explain(queue.state, ticketId, queue.world)?.points.find(
      ({ servicePointId }) => servicePointId === rooms.one,
    );
    expect(point).toMatchObject({ heldBack: 'not-served' });
    expect(point).not.toHaveProperty('reason');
  });
});
