import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INK, repairAccent, WHITE } from './accent.ts';
import { contrast, parseHex } from './contrast.ts';

const colour = fc.nat({ max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('a clinic accent', () => {
  it('always carries its text at 7:1, whatever the clinic chose', () => {
    fc.assert(
      fc.property(colour, (wanted) => {
        const { fill, on } = repairAccent(wanted);
        expect([INK, WHITE]).toContain(on);
        expect(contrast(on, fill)).toBeGreaterThanOrEqual(7);
      }),
    );
  });
  it('is never changed when it can carry ink or white', () => {
    fc.assert(
      fc.property(colour, (wanted) => {
        const able = [INK, WHITE].some((text) => contrast(text, wanted) >= 7);
        if (able) expect(repairAccent(wanted).fill).toBe(wanted.toUpperCase());
      }),
    );
  });
  it.each([
    ['#FFC933', '#FFC933', INK],
    ['#0B4F38', '#0B4F38', WHITE],
    ['not a colour', '#FFC933', INK],
  ])('%s becomes %s under %s', (wanted, fill, on) => {
    expect(repairAccent(wanted)).toEqual({ fill, on });
  });
  it('moves a middle blue the shorter way and keeps its hue', () => {
    const { fill, on } = repairAccent('#2F7FD8');
    const [red, green, blue] = parseHex(fill)!;
    expect(blue).toBeGreaterThan(green);
    expect(green).toBeGreaterThan(red);
    expect(contrast(on, fill)).toBeLessThan(7.2);
  });
});
