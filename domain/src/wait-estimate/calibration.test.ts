import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, uncalibrated } from './calibration.ts';
import { createRandom } from './random.ts';
import { nurse } from './testing.ts';
import { emptyModel, type WaitModel } from './wait-model.ts';

describe('the calibration of an interval', () => {
  it('comes to hold three waits of five where waits scatter half as much again as the paths do', () => {
    const random = createRandom(4);
    // The paths believe in a uniform wait from 0 to 1; the true one goes from -0.25 to 1.25.
    let model: WaitModel = emptyModel;
    let within = 0;
    const rounds = 4_000;
    for (let round = 0; round < rounds; round += 1) {
      const { low, high } = model.calibration[nurse] ?? uncalibrated;
      const waitedMs = 1.5 * random.next() - 0.25;
      if (round >= rounds / 2 && low <= waitedMs && waitedMs <= high) within += 1;
      model = calibrate(model, { serviceId: nurse, said: { fromMs: low, untilMs: high }, waitedMs });
    }
    expect(within / (rounds / 2)).toBeGreaterThan(0.57);
    expect(within / (rounds / 2)).toBeLessThan(0.63);
  });

  it('never lets an end pass the median, nor one service touch another', () => {
    const outcome = fc.record({ from: fc.nat(100), width: fc.nat(100), waitedMs: fc.nat(300) });
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 300 }), (list) => {
        const model = list.reduce<WaitModel>(
          (next, { from, width, waitedMs }) =>
            calibrate(next, { serviceId: nurse, said: { fromMs: from, untilMs: from + width }, waitedMs }),
          emptyModel,
        );
        const { low, high } = model.calibration[nurse] ?? uncalibrated;
        expect(0 < low && low < 0.5 && 0.5 < high && high < 1).toBe(true);
        expect(Object.keys(model.calibration).filter((serviceId) => serviceId !== nurse)).toEqual([]);
      }),
    );
  });
});
