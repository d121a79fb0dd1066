import { describe, expect, it } from 'vitest';
import { dayBefore, longestShown, replayIsOffBy } from './what-if.ts';

const waits = (median: number, most: number) => ({ called: 9, uncalled: 0, median, most, longest: most });
const nobody = { called: 0, uncalled: 2 };

describe('a replay of a past day', () => {
  it('begins with yesterday, over the end of a month and of a year', () => {
    expect(['2026-11-26', '2026-03-01', '2027-01-01'].map(dayBefore)).toEqual([
      '2026-11-25',
      '2026-02-28',
      '2026-12-31',
    ]);
  });

  it('is off by the larger difference from what happened, and says nothing where nobody was called', () => {
    const changed = waits(1, 2);
    expect(replayIsOffBy({ recorded: waits(10, 30), inForce: waits(12, 25), changed })).toBe(5);
    expect(replayIsOffBy({ recorded: waits(10, 30), inForce: waits(10, 30), changed })).toBe(0);
    expect(replayIsOffBy({ recorded: nobody, inForce: waits(10, 30), changed })).toBeUndefined();
  });

  it('has bars on one scale', () => {
    const one = { recorded: waits(10, 30), inForce: nobody, changed: waits(10, 45) };
    expect(longestShown([one, { ...one, changed: nobody }])).toBe(45);
    expect(longestShown([])).toBe(0);
  });
});
