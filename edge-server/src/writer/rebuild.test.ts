import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeAudit } from './compose-audit.ts';
import { anyStep, RandomDay } from './testing/random-day.ts';

describe('rebuild', () => {
  it('always finds the projections that the writer folded as it went, erasures, restarts and jumps of the clock included', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 10, maxLength: 60 }), (steps) => {
        const day = new RandomDay();
        for (const step of steps) day.play(step);
        const audit = composeAudit(day.engine.settings);
        try {
          expect(day.engine.faults).toEqual([]);
          expect(audit.verify()).toMatchObject({ ok: true });
          expect(audit.rebuild().differing).toEqual([]);
        } finally {
          audit.close();
          day.engine.close();
        }
      }),
      { numRuns: 20 },
    );
  });
});
