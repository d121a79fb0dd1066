import fc from 'fast-check';
import { expect, it } from 'vitest';
import { widestBarPx } from './hour-bars.ts';

it('never lets the two bars of an hour leave it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 2_000 }), fc.integer({ min: 6, max: 24 }), (plotPx, hours) => {
      expect(2 * widestBarPx(plotPx, hours)).toBeLessThan(plotPx / hours);
    }),
  );
});
