import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, normalAbove, shareAbove } from './random.ts';

const count = 20_000;
function meanOf(draw: () => number): number {
  return Array.from({ length: count }, draw).reduce((sum, value) => sum + value, 0) / count;
}

describe('seeded randomness', () => {
  it('repeats with its seed', () => {
    const draws = (seed: number): readonly number[] => {
      const random = createRandom(seed);
      return [random.next(), random.normal(), random.exponential(), random.normal()];
    };
    expect(draws(5)).toEqual(draws(5));
    expect(draws(5)).not.toEqual(draws(6));
  });

  it('has the means that it promises', () => {
    const random = createRandom(1);
    expect(meanOf(random.next)).toBeCloseTo(0.5, 1);
    expect(meanOf(random.normal)).toBeCloseTo(0, 1);
    expect(meanOf(() => random.normal() ** 2)).toBeCloseTo(1, 1);
    expect(meanOf(random.exponential)).toBeCloseTo(1, 1);
  });

  it('draws a normal above a bound always above it, and as far as it should', () => {
    const random = createRandom(2);
    fc.assert(
      fc.property(fc.double({ min: -8, max: 30, noNaN: true }), (bound) => normalAbove(bound, random) >= bound),
    );
    // Its mean is the density at the bound by the share above it.
    for (const bound of [-1, 0.3, 0.5, 2]) {
      const density = Math.exp(-(bound ** 2) / 2) / Math.sqrt(2 * Math.PI);
      expect(meanOf(() => normalAbove(bound, random))).toBeCloseTo(density / shareAbove(bound), 1);
    }
  });

  it('knows the share above a bound', () => {
    const known = [
      [-9, 1],
      [-1, 0.841345],
      [0, 0.5],
      [1, 0.158655],
      [3, 0.00135],
      [9, 0],
    ] as const;
    for (const [bound, share] of known) expect(shareAbove(bound)).toBeCloseTo(share, 5);
  });
});
