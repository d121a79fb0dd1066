import { describe, expect, it } from 'vitest';
import { aPoint, aStaffView, aTicket, aTypicalRoom, id, now, room3, services } from '../../testing/a-staff-view.ts';
import { longestWaitMinutes, queueAt } from './queue-list.ts';

const numbers = (view: Parameters<typeof queueAt>[0], filter: Parameters<typeof queueAt>[2] = 'waiting') =>
  queueAt(view, room3, filter, now).map((row) => row.ticket.number);

describe('the list of the room', () => {
  it('begins with whom the edge would call next, then by class and place', () => {
    const next = aTicket('R014', { waitedMinutes: 41 });
    const view = aStaffView({
      next,
      tickets: [
        aTicket('R015', { waitedMinutes: 33 }),
        aTicket('A049', { waitedMinutes: 14 }),
        aTicket('A048', { waitedMinutes: 9, priorityClass: 'priority' }),
        aTicket('A047', { waitedMinutes: 24 }),
        aTicket('A051', { waitedMinutes: 1, priorityClass: 'emergency' }),
      ],
    });
    expect(numbers(view)).toEqual(['R014', 'A051', 'A048', 'A047', 'A049', 'R015']);
  });

  it('stands by the calling rules where the edge has an order, and whom it does not name by class and place behind', () => {
    const tickets = [
      aTicket('R015', { waitedMinutes: 33 }),
      aTicket('A048', { waitedMinutes: 9, priorityClass: 'priority' }),
      aTicket('A047', { waitedMinutes: 24 }),
      aTicket('A049', { waitedMinutes: 14 }),
    ];
    const order = [tickets[0]!.id, tickets[3]!.id];
    const view = aStaffView({ tickets, next: tickets[0] });
    const point = { ...view.servicePoints[room3]!, order };
    expect(numbers({ ...view, servicePoints: { ...view.servicePoints, [room3]: point } })).toEqual([
      'R015',
      'A049',
      'A048',
      'A047',
    ]);
  });

  it('leaves out who is bound to another room, and services that this room does not serve', () => {
    const view = aStaffView({
      tickets: [
        aTicket('A001', { forServicePointId: id('point', 5) }),
        aTicket('A002', { forServicePointId: room3, serviceId: id('service', 99) }),
        aTicket('A003', { serviceId: id('service', 99) }),
      ],
    });
    expect(numbers(view)).toEqual(['A002']);
  });

  it('has who is bound to a room that is closed, or gone, as the edge calls them here', () => {
    const bound = [
      aTicket('A001', { forServicePointId: id('point', 5) }),
      aTicket('A002', { forServicePointId: id('point', 99) }),
      aTicket('A003', { forServicePointId: id('point', 5), serviceId: id('service', 99) }),
    ];
    const view = aStaffView({ tickets: bound });
    const closed = aPoint(5, 'Room 5', { state: 'closed' });
    const servicePoints = { ...view.servicePoints, [closed.id]: closed };
    expect(numbers({ ...view, servicePoints })).toEqual(['A001', 'A002']);
    const paused = { ...closed, state: 'paused' as const };
    expect(numbers({ ...view, servicePoints: { ...servicePoints, [paused.id]: paused } })).toEqual(['A002']);
  });

  it('has lists of their own for those on hold and those who are not here', () => {
    const view = aTypicalRoom();
    expect(numbers(view, 'on-hold')).toEqual(['A040', 'R011']);
    expect(numbers(view, 'not-answered')).toEqual(['A041']);
    expect(numbers(view)).toHaveLength(17);
  });

  it('measures the wait against the target of the service', () => {
    const view = aStaffView({ tickets: [aTicket('L001', { serviceId: services.laboratory, waitedMinutes: 21 })] });
    expect(queueAt(view, room3, 'waiting', now)[0]).toMatchObject({
      waitedMinutes: 21,
      targetMinutes: 20,
      overTarget: true,
    });
  });

  it('never counts a wait below nought, whatever the clocks say', () => {
    const rows = queueAt(aStaffView({ tickets: [aTicket('A001', { waitedMinutes: -5 })] }), room3, 'waiting', now);
    expect(rows[0]!.waitedMinutes).toBe(0);
    expect(longestWaitMinutes([])).toBe(0);
  });
});
