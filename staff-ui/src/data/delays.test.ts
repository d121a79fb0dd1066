import { describe, expect, it } from 'vitest';
import type { StaffDelay } from '@foyer/contracts/staff-view.ts';
import { aStaffView, amira, byId, id, room3 } from '../../testing/a-staff-view.ts';
import { delayAt, delaysOf, mayEnd, onTimeAgain, roomsToAnnounce } from './delays.ts';

const room5 = id('point', 5);
const aDelay = (delayId: string, rest: Partial<StaffDelay>): StaffDelay => ({
  id: delayId,
  minutes: 40,
  serviceIds: [],
  ...rest,
});
const here = aDelay('here', { servicePointId: room3, atServicePointId: room3 });
const mine = aDelay('mine', { staffId: amira, minutes: 60 });
const there = aDelay('there', { staffId: 'lim', atServicePointId: room5, minutes: 10 });
const nurse = aStaffView({ delays: byId([there, here, mine]) });
const desk = aStaffView({ me: { id: 'desk', name: 'Tomasz', roles: ['reception'], servicePointId: room3 } });

describe('who runs late', () => {
  it('is listed the longest first, and found at the room where it is felt', () => {
    expect(delaysOf(nurse)).toEqual([mine, here, there]);
    expect(delayAt(nurse, room5)).toBe(there);
    expect(delayAt(aStaffView(), room3)).toBeUndefined();
  });

  it('is a nurse’s to say of the session’s room, and the desk’s of every room', () => {
    expect(roomsToAnnounce(nurse).map((point) => point.id)).toEqual([room3]);
    expect(roomsToAnnounce(desk)).toHaveLength(4);
  });

  it('is ended by whoever may speak for it', () => {
    expect([here, mine, there].map((delay) => mayEnd(delay, nurse))).toEqual([true, true, false]);
    expect([here, mine, there].map((delay) => mayEnd(delay, desk))).toEqual([true, true, true]);
    const cashier = { me: { ...nurse.me, id: 'c', roles: ['cashier'] as const } };
    expect(mayEnd(here, cashier)).toBe(false);
    expect(onTimeAgain(there)).toEqual({ type: 'announce-delay', staffId: 'lim', minutes: 0 });
    expect(onTimeAgain(here)).toEqual({ type: 'announce-delay', servicePointId: room3, minutes: 0 });
  });
});
