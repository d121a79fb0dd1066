import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { addDays } from '../calendar/business-day.ts';
import { decideCheckIn } from './check-in.ts';
import { isDayClosed } from './closed-day.ts';
import { aConfiguration, aNurse, idOf, rooms, services, TestQueue } from './testing.ts';

const closed = { ok: false, refusal: { code: 'day-closed' } };

function checkIn(queue: TestQueue) {
  const appointment = { id: idOf(500), patientId: idOf(400), serviceId: services.general, at: 0, ticketId: null };
  const world = { configuration: aConfiguration };
  return decideCheckIn({ appointment, needs: [] }, aNurse, queue.state, world, queue.moment());
}

describe('a day that was closed', () => {
  it('admits nobody: not at the kiosk, not at the desk, not in a room', () => {
    const queue = new TestQueue().open(rooms.one);
    queue.send({ type: 'close-day' });
    queue.open(rooms.one);
    expect(queue.send({ type: 'issue-ticket', serviceId: services.general })).toEqual(closed);
    expect(
      queue.send({ type: 'serve-without-ticket', servicePointId: rooms.one, serviceId: services.general }),
    ).toEqual(closed);
    expect(checkIn(queue)).toEqual(closed);
  });

  it('takes back nobody who had gone: neither by a resume nor by an undo', () => {
    const queue = new TestQueue();
    const ticketId = queue.issue();
    queue.send({ type: 'close-day' });
    const { epoch, seq } = queue.ticket(ticketId).last;
    expect(queue.send({ type: 'resume', ticketId })).toEqual(closed);
    expect(queue.send({ type: 'undo', ticketId, epoch, seq })).toEqual(closed);
    queue.send({ type: 'reopen-day' });
    expect(queue.send({ type: 'undo', ticketId, epoch, seq }).ok).toBe(true);
    expect(queue.ticket(ticketId).standing.state).toBe('waiting');
  });

  it('admits again once it is reopened, and what was said of those who left stays said', () => {
    const queue = new TestQueue();
    const left = queue.issue();
    queue.send({ type: 'close-day' });
    queue.send({ type: 'reopen-day' });
    expect(queue.rows.at(-1)).toMatchObject({ type: 'v1.DayReopened', body: { businessDay: queue.businessDay } });
    expect(queue.send({ type: 'issue-ticket', serviceId: services.general }).ok).toBe(true);
    expect(checkIn(queue).ok).toBe(true);
    expect(queue.ticket(left).standing.state).toBe('left');
  });

  it('is over when the business day changes', () => {
    const queue = new TestQueue();
    queue.send({ type: 'close-day' });
    queue.businessDay = addDays(queue.businessDay, 1);
    expect(queue.send({ type: 'issue-ticket', serviceId: services.general }).ok).toBe(true);
  });

  it('is closed once, however often it is asked for, and reopened once', () => {
    const queue = new TestQueue().open(rooms.one);
    for (const type of ['close-day', 'close-day', 'reopen-day', 'reopen-day'] as const) queue.send({ type });
    expect(queue.rows.filter(({ type }) => type === 'v1.DayClosed' || type === 'v1.DayReopened')).toHaveLength(2);
  });

  it('leaves for tomorrow whoever it is said of, even one who was being served', () => {
    const queue = new TestQueue().open(rooms.one);
    const ticketId = queue.issue();
    queue.send({ type: 'call-next', servicePointId: rooms.one });
    queue.send({ type: 'confirm-arrival', servicePointId: rooms.one, ticketId });
    queue.send({ type: 'close-day', outcomes: [{ ticketId, outcome: 'undecided' }] });
    expect(queue.ticket(ticketId).standing.state).toBe('left');
    const items = queue.rows.flatMap((row) => (row.type === 'v1.WorkItemRaised' ? [row.body] : []));
    expect(items).toMatchObject([{ kind: 'left-unseen', about: { ticketId, ticketNumber: 'A001' } }]);
  });

  it('never has anybody in it, in whatever order it is closed, reopened and changed', () => {
    const step = fc.record({
      type: fc.constantFrom(
        'issue-ticket',
        'issue-ticket',
        'serve-without-ticket',
        'call-next',
        'close-day',
        'reopen-day',
        'resume',
        'undo',
        'mark-left',
        'next day',
      ),
      nth: fc.nat({ max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const queue = new TestQueue().open(rooms.one);
        for (const { type, nth } of steps) {
          if (type === 'next day') {
            queue.send({ type: 'close-day' });
            queue.businessDay = addDays(queue.businessDay, 1);
          } else {
            queue.open(rooms.one);
            const ids = [...queue.state.tickets.keys()];
            const ticketId = ids[nth % Math.max(1, ids.length)] ?? idOf(1);
            const { epoch, seq } = queue.state.tickets.get(ticketId)?.last ?? { epoch: 1, seq: 1 };
            const at = { servicePointId: rooms.one, serviceId: services.general, ticketId, epoch, seq };
            queue.send({ type, reason: 'because', ...at } as never);
          }
          if (!isDayClosed(queue.state, queue.businessDay)) continue;
          expect([...queue.state.tickets.values()].filter(({ standing }) => isOpen(standing.state))).toEqual([]);
        }
      }),
    );
  });
});
