import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastedMs } from './gap.ts';

const moment = fc.nat({ max: 200 });
const aGap = fc.tuple(moment, fc.nat({ max: 60 })).map(([from, length]) => ({ from, until: from + length }));
const gaps = fc.array(aGap, { maxLength: 6 });

describe('what lasted without its gaps', () => {
  it.each([
    ['without a gap', [], 60],
    ['a gap before', [{ from: 10, until: 40 }], 60],
    ['a gap after', [{ from: 100, until: 160 }], 60],
    ['a gap inside', [{ from: 50, until: 70 }], 40],
    ['a gap over its beginning', [{ from: 30, until: 50 }], 50],
    ['a gap over its end', [{ from: 80, until: 120 }], 40],
    ['a gap over all of it', [{ from: 10, until: 500 }], 0],
    [
      'two gaps apart',
      [
        { from: 80, until: 90 },
        { from: 50, until: 60 },
      ],
      40,
    ],
    [
      'two gaps over one another, which count once',
      [
        { from: 50, until: 70 },
        { from: 60, until: 80 },
      ],
      30,
    ],
  ])('is measured with %s', (_, between, lasted) => {
    expect(lastedMs(40, 100, between)).toBe(lasted);
  });

  it('is never negative and never more than what went by', () => {
    fc.assert(
      fc.property(moment, moment, gaps, (from, until, between) => {
        const lasted = lastedMs(from, until, between);
        expect(lasted).toBeGreaterThanOrEqual(0);
        expect(lasted).toBeLessThanOrEqual(Math.max(0, until - from));
      }),
    );
  });

  it('always counts each moment that is in no gap, and no other', () => {
    fc.assert(
      fc.property(moment, moment, gaps, (from, until, between) => {
        let counted = 0;
        for (let at = from; at < until; at++) {
          if (!between.some((gap) => gap.from <= at && at < gap.until)) counted += 1;
        }
        expect(lastedMs(from, until, between)).toBe(counted);
      }),
    );
  });

  it('is always the same in whichever order the gaps come', () => {
    fc.assert(
      fc.property(moment, moment, gaps, (from, until, between) => {
        expect(lastedMs(from, until, between.toReversed())).toBe(lastedMs(from, until, between));
      }),
    );
  });
});
