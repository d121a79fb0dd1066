import { describe, expect, it } from 'vitest';
import type { WalkView } from '@foyer/contracts/clinic-view.ts';
import { aStaffView, byId, id, now, room3 } from '../../testing/a-staff-view.ts';
import { overdueWalks, walkAt } from './walks.ts';

const walk = (index: number, servicePointId: string, overdue = false): WalkView => ({
  id: id('ticket', index),
  number: `A04${index}`,
  servicePointId,
  reasons: ['hearing'],
  at: now,
  ...(overdue ? { overdue } : {}),
});
const room5 = id('point', 5);
const walks = byId([walk(1, room3), walk(2, room5, true)]);

describe('who has to be fetched', () => {
  it('is shown at the room that called', () => {
    expect(walkAt(aStaffView({ walks }), room3)?.number).toBe('A041');
    expect(walkAt(aStaffView(), room3)).toBeUndefined();
  });

  it('is told to the desk once nobody went in time, and to no nurse of another room', () => {
    const told = (role: 'nurse' | 'reception') =>
      overdueWalks(aStaffView({ walks, me: { ...aStaffView().me, roles: [role] } })).map(({ number }) => number);
    expect(told('nurse')).toEqual([]);
    expect(told('reception')).toEqual(['A042']);
  });
});
