import { describe, expect, it } from 'vitest';
import { datesOf } from './rules.ts';

describe('the days that are counted', () => {
  it('are all from the first to the last, across a change of the clock', () => {
    expect(datesOf({ from: '2026-10-24', until: '2026-10-26' })).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
    expect(datesOf({ from: '2024-02-28', until: '2024-03-01' })).toHaveLength(3);
    expect(datesOf({ from: '2024-01-01', until: '2024-12-31' })).toHaveLength(366);
  });

  it.each([
    ['backwards', '2026-11-02', '2026-11-01'],
    ['of a day that is none', '2026-02-30', '2026-03-01'],
    ['more than a year', '2026-01-01', '2027-01-02'],
  ])('are none where they are %s', (_what, from, until) => {
    expect(datesOf({ from, until })).toBeUndefined();
  });
});
