import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { interleave } from './rounds.ts';
import { median, medianRatio, percentile, round } from './statistics.ts';

const samples = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });

describe('percentiles', () => {
  it('take the middle of an even number of samples', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
    expect(percentile([1, 2, 3, 4, 5], 99)).toBeCloseTo(4.96);
  });

  it('always lie between the least and the greatest sample, and never fall as the percent grows', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 100 }), (values, percent) => {
        const value = percentile(values, percent);
        const slack = 1e-6;
        expect(value).toBeGreaterThanOrEqual(Math.min(...values) - slack);
        expect(value).toBeLessThanOrEqual(Math.max(...values) + slack);
        expect(percentile(values, 100)).toBeCloseTo(Math.max(...values), 6);
      }),
    );
  });

  it('refuse to make a figure of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('ratios', () => {
  it('are the median of the ratios of the rounds, whatever a slow round did to both sides', () => {
    expect(medianRatio([2, 200, 3], [1, 100, 2])).toBe(2);
  });

  it('want a floor for every round', () => {
    expect(() => medianRatio([1, 2], [1])).toThrow(RangeError);
  });
});

describe('rounding', () => {
  it('keeps three digits', () => {
    expect([0.123456, 12.3456, 123456.7].map(round)).toEqual([0.123, 12.3, 123457]);
  });
});

describe('random order', () => {
  it('repeats with its seed, and loses nothing', () => {
    const items = [...Array.from({ length: 50 }).keys()];
    const first = createRandom(7).shuffle(items);
    expect(createRandom(7).shuffle(items)).toEqual(first);
    expect(createRandom(8).shuffle(items)).not.toEqual(first);
    expect(first.toSorted((a, b) => a - b)).toEqual(items);
  });

  it('measures every subject once in every round', async () => {
    const order: string[] = [];
    const subject = (name: string) => async () => {
      order.push(name);
      return [order.length];
    };
    const subjects = { edge: subject('edge'), floor: subject('floor') };
    const result = await interleave(createRandom(3), 6, subjects);
    expect(result.edge).toHaveLength(6);
    expect(result.floor).toHaveLength(6);
    for (let at = 0; at < order.length; at += 2) expect(order.slice(at, at + 2).toSorted()).toEqual(['edge', 'floor']);
    expect(new Set(order.filter((_, at) => at % 2 === 0)).size).toBe(2);
  });
});
