import { describe, expect, it } from 'vitest';
import { nextDelay } from './restart-delay.ts';

/** The delays of a server that lives so long each time; undefined where it does not come up. */
function delays(...lives: readonly (number | undefined)[]): readonly number[] {
  let delayMs: number | undefined;
  return lives.map((livedMs) => (delayMs = nextDelay(delayMs, livedMs)));
}

describe('the delay before a server is started again', () => {
  it('doubles up to half a minute while the server does not come up, or does not hold', () => {
    const growing = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];
    expect(delays(...growing.map(() => undefined))).toEqual(growing);
    expect(delays(...growing.map(() => 59_999))).toEqual(growing);
  });

  it('begins anew after a steady minute', () => {
    expect(delays(5, undefined, 60_000, 5)).toEqual([1_000, 2_000, 1_000, 2_000]);
  });
});
