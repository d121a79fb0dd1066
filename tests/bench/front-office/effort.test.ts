import { describe, expect, it } from 'vitest';
import { none, said, secondsOf, together, typedInto, written } from './effort.ts';
import times from './times.json' with { type: 'json' };

describe('the time of a step', () => {
  it('is what each deed takes, as often as it was done, and the waiting', () => {
    expect(secondsOf({ ...none, key: 10, touch: 2, waitedMs: 500 })).toBeCloseTo(10 * 0.28 + 2 * 1.1 + 0.5);
  });

  it('adds up over steps', () => {
    expect(together(said('Good morning'), written('A012'), typedInto('Okafor'))).toEqual({
      ...none,
      spokenWord: 2,
      writtenWord: 1,
      key: 6,
      touch: 1,
      hand: 3,
      thought: 2,
    });
  });

  it.each([...Object.entries(times.seconds), ...Object.entries(times.metres)])('of %s has its source', (_, time) => {
    expect(time.value).toBeGreaterThan(0);
    expect(time.source.length).toBeGreaterThan(20);
  });
});
