import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { entriesThatFit } from './entries-that-fit.ts';

const row = { widths: [100, 80, 90, 70], more: 60, current: 0 };

describe('the entries of a row', () => {
  it('are all shown where there is room for them, without "More"', () => {
    expect(entriesThatFit({ ...row, room: 340 })).toEqual([0, 1, 2, 3]);
  });

  it('leave room for "More" where they are not', () => {
    expect(entriesThatFit({ ...row, room: 339 })).toEqual([0, 1, 2]);
    expect(entriesThatFit({ ...row, room: 329 })).toEqual([0, 1]);
  });

  it('keep the one where one is, and no gap before the others', () => {
    expect(entriesThatFit({ ...row, room: 320, current: 3 })).toEqual([0, 1, 3]);
    expect(entriesThatFit({ ...row, room: 200, current: 3 })).toEqual([3]);
  });

  it('never lose where one is, and never take more than there is when that alone fits', () => {
    const rows = fc.record({
      widths: fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 }),
      more: fc.integer({ min: 1, max: 120 }),
      room: fc.integer({ min: 0, max: 1500 }),
      current: fc.nat(),
    });
    fc.assert(
      fc.property(rows, ({ current, ...drawn }) => {
        const at = current % drawn.widths.length;
        const shown = entriesThatFit({ ...drawn, current: at });
        expect(shown).toContain(at);
        const taken = shown.reduce((total, index) => total + drawn.widths[index]!, 0);
        const more = shown.length < drawn.widths.length ? drawn.more : 0;
        if (shown.length > 1) expect(taken + more).toBeLessThanOrEqual(drawn.room);
      }),
    );
  });
});
