import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { aPoint, aStaffView, aTicket, byId, id, now, room3 } from '../../testing/a-staff-view.ts';
import { isNothingOpen, openThingsAt } from './open-things.ts';
import { roomsBetween } from './rooms-between.ts';

const outside = { whenAhead: 3, at: now };

describe('what is open at a room', () => {
  it('is who is in it, on hold with whoever comes back first first, outside with a promise, and what nobody took', () => {
    const view = aStaffView({
      current: aTicket('A041', { state: 'serving', servicePointId: room3 }),
      tickets: [
        aTicket('A042', { state: 'on-hold' }),
        aTicket('A043', { state: 'on-hold', heldUntil: now + minuteMs }),
        aTicket('A044'),
        aTicket('A045', { steppedOut: outside }),
      ],
      help: [{ id: id('help', 1), kind: 'assistance', at: now, state: 'sounding', from: 'Kiosk 1' }],
      workItems: byId([
        { id: 'own', kind: 'left-unseen', code: 'left-unseen', at: now, about: { ticketId: aTicket('A042').id } },
        { id: 'another', kind: 'left-unseen', code: 'left-unseen', at: now, about: { ticketId: id('ticket', 999) } },
      ]),
    });
    const { current, onHold, outside: away, alarms, work } = openThingsAt(view, room3);
    expect(current?.number).toBe('A041');
    expect(onHold.map(({ number }) => number)).toEqual(['A043', 'A042']);
    expect(away.map(({ number }) => number)).toEqual(['A045']);
    expect(alarms).toHaveLength(1);
    expect(work.map((item) => item.id)).toEqual(['own']);
  });

  it('is nothing where people only wait', () => {
    const view = aStaffView({ tickets: [aTicket('A044')] });
    expect(isNothingOpen(openThingsAt(view, room3))).toBe(true);
  });
});

describe('a room between two people', () => {
  const handOver = { since: now, fromName: 'Ana' };
  const left = [
    aPoint(3, 'Room 3', { handOver }),
    aPoint(5, 'Room 5', { handOver }),
    aPoint(9, 'Room 9', { handOver, state: 'closed' }),
  ];
  const shownTo = (role: 'nurse' | 'supervisor') => {
    const me = { ...aStaffView().me, roles: [role] };
    return roomsBetween(aStaffView({ me, servicePoints: byId(left) })).map(({ id: point }) => point);
  };

  it('is shown at itself, and to a supervisor wherever it is', () => {
    expect(shownTo('nurse')).toEqual([room3]);
    expect(shownTo('supervisor')).toEqual([room3, id('point', 5)]);
  });
});
