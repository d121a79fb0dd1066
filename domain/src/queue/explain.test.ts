import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
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
});
