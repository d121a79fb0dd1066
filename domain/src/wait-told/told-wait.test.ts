import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { waitPhrase, type WaitView } from '@foyer/contracts/wait-view.ts';
import { toldWait, type WaitInterval } from './told-wait.ts';

function between(from: number, until: number, basis: WaitInterval['basis'] = 'learned'): WaitInterval {
  return { fromMs: from * minuteMs, untilMs: until * minuteMs, basis };
}
const range = (fromMinutes: number, untilMinutes?: number): WaitView => ({
  fromMinutes,
  ...(untilMinutes === undefined ? {} : { untilMinutes }),
});

describe('a wait', () => {
  it.each([
    [18, 34, range(20, 35)],
    [0.4, 3, range(0, 5)],
    [11, 12, range(10, 15)],
    [52, 71, range(50, 75)],
    [70, 118, range(75, 120)],
    [88, 150, range(90)],
    [170, 240, range(120)],
  ])('of %s to %s minutes is told rounded', (from, until, told) => {
    expect(toldWait(between(from, until))).toEqual(told);
  });

  it('says that it comes from planned times alone', () => {
    expect(toldWait(between(18, 34, 'configured'))).toEqual({ ...range(20, 35), planned: true });
  });

  it('stays as told while it is about the same', () => {
    const told = toldWait(between(18, 34));
    expect(toldWait(between(16.1, 38.9), told)).toBe(told);
    expect(toldWait(between(15.9, 34), told)).toEqual(range(15, 35));
    expect(toldWait(between(18, 39.1), told)).toEqual(range(20, 40));
  });

  it('is told anew once it is learned', () => {
    const planned = toldWait(between(18, 34, 'configured'));
    expect(toldWait(between(18, 34), planned)).toEqual(range(20, 35));
  });

  it('is told anew after nobody called', () => {
    expect(toldWait(between(18, 34), { stopped: 'paused' })).toEqual(range(20, 35));
  });
});

const anInterval = fc
  .tuple(fc.double({ min: 0, max: 300, noNaN: true }), fc.double({ min: 0, max: 120, noNaN: true }))
  .map(([from, width]) => between(from, from + width));

describe('what is told', () => {
  it('is always a range that begins before it ends', () => {
    fc.assert(
      fc.property(anInterval, (interval) => {
        const told = toldWait(interval);
        if ('stopped' in told) throw new Error('nobody stopped');
        const { fromMinutes, untilMinutes } = told;
        expect(fromMinutes).toBeGreaterThanOrEqual(0);
        expect(untilMinutes ?? Infinity).toBeGreaterThan(fromMinutes);
        expect(fromMinutes).toBeLessThanOrEqual(120);
      }),
    );
  });

  it('always holds for the interval that it was made of', () => {
    fc.assert(
      fc.property(anInterval, (interval) => {
        const told = toldWait(interval);
        expect(toldWait(interval, told)).toBe(told);
      }),
      { examples: [[{ fromMs: 150_000, untilMs: 150_000, basis: 'learned' }]], numRuns: 2_000 },
    );
  });

  it('never flutters while an interval trembles', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (from) => {
        let told = toldWait(between(from, from + 15));
        const seen = new Set([JSON.stringify(told)]);
        for (let tenth = 0; tenth <= 10; tenth += 1) {
          const jitter = tenth % 2 === 0 ? 0.4 : -0.4;
          told = toldWait(between(Math.max(0, from + jitter), from + 15 + jitter), told);
          seen.add(JSON.stringify(told));
        }
        expect(seen.size).toBe(1);
      }),
    );
  });
});

describe('the words of a wait', () => {
  it.each([
    [range(20, 35), { words: 'range', from: 20, until: 35 }],
    [range(0, 5), { words: 'under', minutes: 5 }],
    [range(90), { words: 'over', minutes: 90 }],
    [range(120), { words: 'over-two-hours' }],
    [{ stopped: 'paused' } as const, { words: 'paused' }],
  ])('%j', (wait, phrase) => {
    expect(waitPhrase(wait)).toEqual(phrase);
  });
});
