import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sketchOf, wayBetween } from './way.ts';

const harbour = { latitude: 43.36, longitude: -5.84 };
const frame = { width: 952, height: 348, margin: { x: 120, y: 90 } };
const position = fc.record({
  latitude: fc.double({ min: -60, max: 60, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('the way to another clinic', () => {
  it.each([
    [{ latitude: 43.405, longitude: -5.84 }, 'north', 5_004],
    [{ latitude: 43.36, longitude: -5.779 }, 'east', 4_931],
    [{ latitude: 43.32, longitude: -5.895 }, 'southwest', 6_288],
  ] as const)('is so far and in that direction: %o', (there, direction, metres) => {
    const way = wayBetween(harbour, there);
    expect(way.direction).toBe(direction);
    expect(Math.abs(way.metres - metres)).toBeLessThan(10);
  });

  it('goes the short way round over the date line', () => {
    const way = wayBetween({ latitude: -17, longitude: 179.9 }, { latitude: -17, longitude: -179.9 });
    expect(way.direction).toBe('east');
    expect(way.metres).toBeLessThan(22_000);
  });

  it('never leaves the margins of its sketch, and fills them one way', () => {
    fc.assert(
      fc.property(position, position, (here, there) => {
        const sketch = sketchOf(here, there, frame);
        for (const { x, y } of [sketch.here, sketch.there]) {
          expect(x).toBeGreaterThanOrEqual(frame.margin.x - 0.001);
          expect(x).toBeLessThanOrEqual(frame.width - frame.margin.x + 0.001);
          expect(y).toBeGreaterThanOrEqual(frame.margin.y - 0.001);
          expect(y).toBeLessThanOrEqual(frame.height - frame.margin.y + 0.001);
        }
      }),
    );
  });
});
