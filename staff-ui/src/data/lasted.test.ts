import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { aPoint, aStaffView, aTicket, byId, id, now, room3 } from '../../testing/a-staff-view.ts';
import { queueAt } from './queue-list.ts';
import { roomDoors } from './rooms.ts';

/** Half an hour without power, which ended five minutes ago. */
const gaps = byId([{ id: 'gap', from: now - 35 * minuteMs, until: now - 5 * minuteMs }]);

describe('after a gap', () => {
  it('a wait is measured against its target without it', () => {
    const view = aStaffView({ tickets: [aTicket('R014', { waitedMinutes: 41 })], gaps });
    expect(queueAt(view, room3, 'waiting', now)).toMatchObject([{ waitedMinutes: 11, overTarget: false }]);
  });

  it('a room is in its state without it', () => {
    const point = aPoint(2, 'Room 2', { room: { state: 'empty', since: now - 38 * minuteMs } });
    const [door] = roomDoors(aStaffView({ servicePoints: byId([point]), gaps }), now);
    expect(door).toMatchObject({ point: { id: id('point', 2) }, minutes: 8 });
  });
});
