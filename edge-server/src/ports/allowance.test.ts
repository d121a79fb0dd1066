import { describe, expect, it } from 'vitest';
import { Allowance } from './allowance.ts';

describe('an allowance', () => {
  it('is for each sender and each window', () => {
    let now = 1_000;
    const allowance = new Allowance({ most: 2, everyMs: 60_000, now: () => now });
    expect([allowance.take('a'), allowance.take('a'), allowance.take('a')]).toEqual([true, true, false]);
    expect(allowance.take('b')).toBe(true);
    now += 59_999;
    expect(allowance.take('a')).toBe(false);
    now += 1;
    expect(allowance.take('a')).toBe(true);
  });
});
