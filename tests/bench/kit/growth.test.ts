import { describe, expect, it } from 'vitest';
import { growthOf, type Measured } from './growth.ts';
import { createRandom } from './random.ts';

const noise = createRandom(7);
const series = (count: number, value: (index: number) => number): Measured[] =>
  Array.from({ length: count }, (_, index) => ({ after: index, value: value(index) }));

describe('the growth of what was measured', () => {
  it('is within its floor where the values only scatter', () => {
    const { ratio } = growthOf(
      series(40, () => 1000 + noise.below(20)),
      createRandom(1),
    );
    expect(Math.abs(ratio)).toBeLessThanOrEqual(1);
  });

  it('is beyond it where they rise by little, again and again', () => {
    const { slope, ratio } = growthOf(
      series(40, (index) => 1000 + 2 * index + noise.below(20)),
      createRandom(1),
    );
    expect(slope).toBeCloseTo(2, 0);
    expect(ratio).toBeGreaterThan(1);
  });

  it('is told over lives that each began anew', () => {
    const lives = [0, 1, 2].flatMap((life) =>
      series(10, (index) => 1000 + 10 * index).map(({ after, value }) => ({ after: 10 * life + after, value, life })),
    );
    expect(growthOf(lives, createRandom(1)).slope).toBeCloseTo(10);
    expect(growthOf(lives, createRandom(1)).ratio).toBeGreaterThan(1);
  });

  it('is none where a hundredth is all that a steady value rose by', () => {
    expect(
      growthOf(
        series(40, (index) => 1000 + index / 4),
        createRandom(1),
      ).ratio,
    ).toBeLessThanOrEqual(1);
  });

  it('cannot be told of one value', () => {
    expect(
      growthOf(
        series(1, () => 5),
        createRandom(1),
      ).slope,
    ).toBe(0);
  });
});
