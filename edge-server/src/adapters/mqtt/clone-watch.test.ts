import { describe, expect, it } from 'vitest';
import { CloneWatch, mostTakeOvers, takeOversWithinMs } from './clone-watch.ts';

describe('one id that comes a second time', () => {
  it('is two devices when they push each other out again and again', () => {
    const watch = new CloneWatch();
    const found = Array.from({ length: mostTakeOvers }, (_, index) => watch.tookOver('sign-1', index * 1_000));
    expect(found).toEqual([...Array<boolean>(mostTakeOvers - 1).fill(false), true]);
  });

  it('is one device whose radio is weak when it comes back now and then', () => {
    const watch = new CloneWatch();
    for (let time = 0; time < 100; time += 1) {
      expect(watch.tookOver('sign-1', (time * takeOversWithinMs) / (mostTakeOvers - 1))).toBe(false);
    }
  });
});
