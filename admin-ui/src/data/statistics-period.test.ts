import { expect, it } from 'vitest';
import { asLastDays, lastDays, withEnd } from './statistics-period.ts';

it('counts today among the last days, and knows them again', () => {
  const week = lastDays(7, '2026-03-02');
  expect(week).toEqual({ from: '2026-02-24', until: '2026-03-02' });
  expect(asLastDays(week, '2026-03-02')).toBe(7);
  expect(asLastDays(week, '2026-03-03')).toBeUndefined();
});

it('never runs backwards', () => {
  const period = { from: '2026-03-01', until: '2026-03-07' };
  expect(withEnd(period, 'until', '2026-02-20')).toEqual({ from: '2026-02-20', until: '2026-02-20' });
  expect(withEnd(period, 'from', '2026-03-05')).toEqual({ from: '2026-03-05', until: '2026-03-07' });
});
