import { describe, expect, it } from 'vitest';

import type { GreyPicture } from '../../ports/logo-pictures.ts';
import { dithered } from './dither.ts';
import { drawLogo } from './draw-logo.ts';

const shade = (level: number, width = 64, rows = 32): GreyPicture => ({
  width,
  rows,
  levels: new Uint8Array(width * rows).fill(level),
});
const blackOf = (level: number): number => {
  const { black } = dithered(shade(level), 64);
  return black.filter(Boolean).length / black.length;
};
const logo = (changes: object) =>
  drawLogo({ picture: 'logo', logo: shade(0), widthDots: 64, align: 'start', direction: 'ltr', ...changes }, 528);
const columnsOf = ({ bytesPerRow, data }: ReturnType<typeof logo>): readonly number[] =>
  Array.from({ length: bytesPerRow * 8 }, (_, x) => x).filter((x) => (data[x >> 3]! >> (7 - (x & 7))) & 1);

describe('a logo', () => {
  it('has as many black dots as its shade is dark, and none of the haze around an edge', () => {
    expect([blackOf(0), blackOf(10), blackOf(255), blackOf(240)]).toEqual([1, 1, 0, 0]);
    expect(blackOf(64)).toBeCloseTo(0.75, 1);
    expect(blackOf(128)).toBeCloseTo(0.5, 1);
    expect(blackOf(191)).toBeCloseTo(0.25, 1);
  });

  it('keeps its proportions, whatever its size', () => {
    expect(dithered(shade(0, 640, 320), 64).rows).toBe(32);
    expect(dithered(shade(0, 8, 4), 64).rows).toBe(32);
  });

  it('stands where the template has it, the other way round where the language runs from the right', () => {
    expect(columnsOf(logo({}))).toEqual(Array.from({ length: 64 }, (_, x) => x));
    expect(columnsOf(logo({ align: 'end' })).at(-1)).toBe(527);
    expect(columnsOf(logo({ direction: 'rtl' })).at(-1)).toBe(527);
    expect(columnsOf(logo({ align: 'centre' }))[0]).toBe(232);
  });

  it('never uses up a roll: one that is too long becomes narrower', () => {
    const { rows } = logo({ logo: shade(0, 10, 1_000), widthDots: 528 });
    expect(rows).toBeLessThanOrEqual(400);
  });
});
