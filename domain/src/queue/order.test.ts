import { describe, expect, it } from 'vitest';
import { peopleAhead } from './order.ts';
import { aConfiguration, rooms, services, TestQueue } from './testing.ts';

/** A ticket of the nurses' queue, transferred to room 2. */
function boundToTwo(queue: TestQueue): string {
  const ticketId = queue.issue();
  queue.send({ type: 'transfer', ticketId, toServicePointId: rooms.two, placement: 'by-time' });
  return ticketId;
}
function calledTo(queue: TestQueue, servicePointId: string): string | null | undefined {
  queue.send({ type: 'call-next', servicePointId });
  return queue.state.servicePoints.get(servicePointId)?.ticketId;
}

describe('a ticket bound to a room', () => {
  it('is called by the other rooms of its service while that room is closed', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const ticketId = boundToTwo(queue);
    queue.send({ type: 'close-service-point', servicePointId: rooms.two });
    expect(calledTo(queue, rooms.one)).toBe(ticketId);
  });

  it('waits for that room while it pauses, and again once it is open', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const ticketId = boundToTwo(queue);
    queue.send({ type: 'pause-service-point', servicePointId: rooms.two });
    expect(calledTo(queue, rooms.one)).toBeNull();
    queue.send({ type: 'close-service-point', servicePointId: rooms.two });
    queue.open(rooms.two);
    expect(calledTo(queue, rooms.one)).toBeNull();
    expect(calledTo(queue, rooms.two)).toBe(ticketId);
  });

  it('is called by the others when the clinic has that room no more', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const ticketId = boundToTwo(queue);
    const servicePoints = aConfiguration.servicePoints.filter(({ id }) => id !== rooms.two);
    queue.configuration = { ...aConfiguration, servicePoints };
    expect(calledTo(queue, rooms.one)).toBe(ticketId);
  });

  it('cannot become bound to a closed room', () => {
    const queue = new TestQueue().open(rooms.one);
    const ticketId = queue.issue();
    const move = { type: 'transfer', ticketId, toServicePointId: rooms.two, placement: 'front' } as const;
    const refusal = { code: 'service-point-closed', servicePointId: rooms.two };
    expect(queue.send(move)).toEqual({ ok: false, refusal });
    queue.open(rooms.two);
    queue.send({ type: 'pause-service-point', servicePointId: rooms.two });
    expect(queue.send(move).ok).toBe(true);
  });
});

describe('people ahead', () => {
  const ahead = (queue: TestQueue, ticketId: string) => peopleAhead(queue.state, queue.ticket(ticketId), queue.world);

  it('are those whom the room that calls it soonest calls before it', () => {
    const queue = new TestQueue().open(rooms.one, rooms.two);
    const bound = boundToTwo(queue);
    queue.issue(services.blood);
    queue.issue(services.blood);
    const ticketId = queue.issue();
    expect([ahead(queue, bound), ahead(queue, ticketId)]).toEqual([0, 1]);
    queue.send({ type: 'close-service-point', servicePointId: rooms.two });
    expect(ahead(queue, ticketId)).toBe(3);
  });

  it('are counted at a room that pauses, or is closed, while none is open', () => {
    const queue = new TestQueue();
    queue.issue();
    const ticketId = queue.issue();
    expect(ahead(queue, ticketId)).toBe(1);
    queue.open(rooms.one);
    queue.send({ type: 'pause-service-point', servicePointId: rooms.one });
    queue.issue(services.blood, { priorityClass: 'priority' });
    expect(ahead(queue, ticketId)).toBe(2);
  });

  it('are those of its service where no room serves it', () => {
    const queue = new TestQueue();
    queue.configuration = { ...aConfiguration, servicePoints: [] };
    queue.issue();
    queue.issue(services.blood);
    expect(ahead(queue, queue.issue())).toBe(1);
  });

  it('are none of a ticket that does not wait', () => {
    const queue = new TestQueue();
    queue.issue();
    const ticketId = queue.issue();
    queue.send({ type: 'hold', ticketId });
    expect(ahead(queue, ticketId)).toBe(0);
  });
});
