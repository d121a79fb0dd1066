import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { aPoint, aStaffView, byId, id, now, room3 } from '../../testing/a-staff-view.ts';
import { isOverdue, overduePauses, returnOf } from './pauses.ts';

const paused = (index: number, until?: number) =>
  aPoint(index, `Room ${index}`, {
    state: 'paused',
    pause: { since: now, kind: 'lunch', ...(until === undefined ? {} : { until }) },
  });

describe('a room that pauses', () => {
  it('goes on when it said, and is overdue from then on until it opens', () => {
    const room = paused(3, now + minuteMs);
    expect(returnOf(room)).toBe(now + minuteMs);
    expect([isOverdue(room, now), isOverdue(room, now + minuteMs)]).toEqual([false, true]);
    expect(isOverdue({ ...room, state: 'open' }, now + minuteMs)).toBe(false);
    expect(returnOf(paused(3))).toBeUndefined();
  });

  it('reminds its own room, and who acts anywhere of every room', () => {
    const servicePoints = byId([paused(3, now), paused(5, now), paused(9, now + minuteMs)]);
    const reminded = (role: 'nurse' | 'reception') =>
      overduePauses(aStaffView({ me: { ...aStaffView().me, roles: [role] }, servicePoints }), now).map(
        (point) => point.id,
      );
    expect(reminded('nurse')).toEqual([room3]);
    expect(reminded('reception')).toEqual([room3, id('point', 5)]);
  });
});
