import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { waitingFor } from './order.ts';
import { calls, someRules } from './testing/calls.ts';
import { rooms, services, TestQueue } from './testing.ts';

const reason = 'the bus home leaves at four';
const numbers = (queue: TestQueue) => waitingFor(queue.state, services.general).map(({ number }) => number);
const move = (queue: TestQueue, ticketId: string, beforeTicketId?: string) =>
  queue.send({ type: 'move-in-queue', ticketId, reason, ...(beforeTicketId === undefined ? {} : { beforeTicketId }) });

/** A001 and so on, who came one after the other. */
function aQueue(classes: readonly PriorityClass[]) {
  const queue = new TestQueue();
  queue.open(rooms.one);
  const ids = classes.map((priorityClass) => queue.pass(minuteMs).issue(services.general, { priorityClass }));
  return { queue, ids };
}

describe('somebody who is put elsewhere in the queue', () => {
  it('stands directly before the other, of the other’s class, and is called there', () => {
    const { queue, ids } = aQueue(['walk-in', 'walk-in', 'walk-in', 'priority']);
    expect(numbers(queue)).toEqual(['A004', 'A001', 'A002', 'A003']);
    expect(move(queue, ids[2]!, ids[1]!)).toMatchObject({ ok: true });
    expect(numbers(queue)).toEqual(['A004', 'A001', 'A003', 'A002']);
    move(queue, ids[2]!, ids[3]!);
    expect(queue.ticket(ids[2]!).standing.priorityClass).toBe('priority');
    expect(calls(queue, rooms.one)?.ticketId).toBe(ids[2]);
  });

  it('is put behind everybody of its class, and once more changes nothing', () => {
    const { queue, ids } = aQueue(['walk-in', 'walk-in', 'booked']);
    move(queue, ids[0]!);
    expect(numbers(queue)).toEqual(['A003', 'A002', 'A001']);
    expect(move(queue, ids[0]!)).toMatchObject({ ok: true, facts: [{ type: 'v1.CommandHadNoEffect' }] });
  });

  it('is not put before who waits for something else, or waits no more', () => {
    const { queue, ids } = aQueue(['walk-in', 'walk-in']);
    const blood = queue.issue(services.blood);
    const no = { ok: false, refusal: { code: 'not-in-that-queue' } };
    expect(move(queue, ids[1]!, blood)).toMatchObject(no);
    expect(move(queue, ids[1]!, ids[1]!)).toMatchObject(no);
    calls(queue, rooms.one);
    expect(move(queue, ids[1]!, ids[0]!)).toMatchObject(no);
    expect(move(queue, ids[0]!, ids[1]!)).toMatchObject({ ok: false, refusal: { code: 'wrong-state' } });
  });

  it('is where it was after an undo', () => {
    const { queue, ids } = aQueue(['booked', 'walk-in']);
    const before = queue.ticket(ids[1]!).standing;
    move(queue, ids[1]!, ids[0]!);
    const { epoch, seq } = queue.ticket(ids[1]!).last;
    expect(queue.send({ type: 'undo', ticketId: ids[1]!, epoch, seq, reason })).toMatchObject({ ok: true });
    expect(queue.ticket(ids[1]!).standing).toEqual(before);
  });

  it('is called next where it was put before whom the rules would have called', () => {
    const { queue, ids } = aQueue(['walk-in', 'walk-in', 'walk-in']);
    queue.send({ type: 'set-calling-rules', rules: someRules({ appointments: { earlyMinutes: 5, lateMinutes: 5 } }) });
    move(queue, ids[2]!, ids[0]!);
    expect(calls(queue, rooms.one)?.ticketId).toBe(ids[2]);
  });

  it('always stands directly before the other, and nobody else changes places', () => {
    const classes = fc.array(fc.constantFrom<PriorityClass>('walk-in', 'booked', 'priority'), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(classes, fc.nat(), fc.nat(), (given, a, b) => {
        const { queue, ids } = aQueue(given);
        const [moved, before] = [ids[a % ids.length]!, ids[b % ids.length]!];
        fc.pre(moved !== before);
        const order = waitingFor(queue.state, services.general).map(({ id }) => id);
        move(queue, moved, before);
        const others = order.filter((id) => id !== moved);
        const expected = others.flatMap((id) => (id === before ? [moved, id] : [id]));
        expect(waitingFor(queue.state, services.general).map(({ id }) => id)).toEqual(expected);
      }),
    );
  });
});
