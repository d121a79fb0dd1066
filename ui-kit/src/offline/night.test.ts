import { describe, expect, it } from 'vitest';
import { isRenewalDue, mayRest, restingPlace } from './night.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = 1_000 * hour;
const still = { nowMs: now, stillSinceMs: now - hour };

describe('a screen at night', () => {
  it('goes dark while the clinic is closed and nobody is there', () => {
    expect(mayRest({ opensAt: now + 8 * hour }, still)).toBe(true);
    expect(mayRest({ opensNextDayAt: now + 30 * hour }, still)).toBe(true);
  });

  it('stays awake while the clinic is open, and where it has no hours', () => {
    expect(mayRest({ openUntil: '18:00', opensNextDayAt: now + 20 * hour }, still)).toBe(false);
    expect(mayRest({}, still)).toBe(false);
  });

  it('is awake again before the doors open', () => {
    expect(mayRest({ opensAt: now + 45 * minute }, still)).toBe(false);
    expect(mayRest({ opensAt: now + 46 * minute }, still)).toBe(true);
  });

  it('waits a while after a touch or a call', () => {
    const touched = (minutesAgo: number) => ({ nowMs: now, stillSinceMs: now - minutesAgo * minute });
    expect(mayRest({ opensAt: now + 8 * hour }, touched(14))).toBe(false);
    expect(mayRest({ opensAt: now + 8 * hour }, touched(15))).toBe(true);
  });
});

describe('a page', () => {
  it('is drawn anew in its first night after most of a day', () => {
    expect(isRenewalDue({ upMs: 19 * hour, resting: true, stillMs: 5 * hour })).toBe(false);
    expect(isRenewalDue({ upMs: 20 * hour, resting: true, stillMs: 5 * hour })).toBe(true);
    expect(isRenewalDue({ upMs: 20 * hour, resting: false, stillMs: 5 * hour })).toBe(false);
  });

  it('waits for a quiet moment where there is no night', () => {
    expect(isRenewalDue({ upMs: 44 * hour, resting: false, stillMs: 14 * minute })).toBe(false);
    expect(isRenewalDue({ upMs: 44 * hour, resting: false, stillMs: 15 * minute })).toBe(true);
  });
});

describe('what a resting screen shows', () => {
  it('stands still for a minute, and comes by every place from one end to the other', () => {
    const at = (minute: number) => restingPlace(minute * 60_000 + 59_999, 5);
    expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([0, 0.25, 0.5, 0.75, 1, 0]);
    expect(restingPlace(60_000, 5)).toBe(at(1));
  });
});
