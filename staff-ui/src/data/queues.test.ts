import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { aPoint, aStaffView, aTicket, byId, now } from '../../testing/a-staff-view.ts';
import { moveTo, queuesOf } from './queues.ts';

const since = (minutes: number) => ({ placeAt: now - minutes * minuteMs, issuedAt: now - minutes * minuteMs });
const view = aStaffView({
  tickets: [
    aTicket('A003', since(3)),
    aTicket('A001', since(9)),
    aTicket('A002', { ...since(1), priorityClass: 'priority' }),
    aTicket('A004', { ...since(20), state: 'called' }),
  ],
});
const [queue] = queuesOf(view, now);

describe('the queues of a clinic', () => {
  it('stand by class and place, with who has waited longest first', () => {
    expect(queue?.rows.map(({ ticket }) => ticket.number)).toEqual(['A002', 'A001', 'A003']);
    expect(queue?.longestMinutes).toBe(9);
    expect(
      queuesOf(view, now)
        .slice(1)
        .flatMap(({ rows }) => rows),
    ).toEqual([]);
  });

  it('stand in the order in which the open rooms call, whoever is sooner in any of them first', () => {
    const [first, second, third, other] = ['A001', 'A002', 'A003', 'R004'].map((number) => aTicket(number));
    const ids = (...tickets: (typeof first)[]) => tickets.map((ticket) => ticket!.id);
    const servicePoints = byId([
      aPoint(3, 'Room 3', { order: ids(other, second, first, third) }),
      aPoint(5, 'Room 5', { order: ids(second, third, first) }),
      aPoint(6, 'Room 6', { state: 'closed', order: ids(first, second, third) }),
    ]);
    const ruled = aStaffView({ tickets: [first!, second!, third!, other!], servicePoints });
    const [consultation] = queuesOf(ruled, now).filter(({ rows }) => rows.length === 3);
    expect(consultation?.rows.map(({ ticket }) => ticket.number)).toEqual(['A002', 'A001', 'A003']);
  });

  it('know where a row that is put into a gap goes, and that it stays beside itself', () => {
    expect(moveTo(queue!, 2, 0)).toMatchObject({ number: 'A003', before: { number: 'A002' } });
    expect(moveTo(queue!, 0, 3)).toMatchObject({ number: 'A002' });
    expect(moveTo(queue!, 0, 3)).not.toHaveProperty('before');
    expect([moveTo(queue!, 1, 1), moveTo(queue!, 1, 2), moveTo(queue!, 9, 0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
