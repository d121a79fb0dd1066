import { hourMs } from '@foyer/contracts/time.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { databaseCheckedAt, logPrunedAt, nextNight } from './night-times.ts';

it('is this night before its hour, and the next one from then on', () => {
  const at = (day: number, hours: number, minutes: number): number =>
    new Date(2026, 0, day, hours, minutes, 0, 0).getTime();
  expect(nextNight(databaseCheckedAt, at(10, 3, 29))).toBe(at(10, 3, 30));
  expect(nextNight(databaseCheckedAt, at(10, 3, 30))).toBe(at(11, 3, 30));
  expect(nextNight(logPrunedAt, at(31, 22, 0))).toBe(new Date(2026, 1, 1, 1, 0, 0, 0).getTime());
});

it('always comes, and within a day and an hour, whatever the clocks of its zone do', () => {
  const moments = fc.date({ min: new Date(2020, 0, 1), max: new Date(2040, 0, 1), noInvalidDate: true });
  const times = fc.constantFrom(databaseCheckedAt, logPrunedAt);
  fc.assert(
    fc.property(moments, times, (now, time) => {
      const wait = nextNight(time, now.getTime()) - now.getTime();
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(25 * hourMs);
    }),
  );
});
