import { dayMs, hourMs } from '@foyer/contracts/time.ts';
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

  it('begins anew where the clock is set back behind its window, and keeps nobody out until that moment comes again', () => {
    let now = dayMs;
    const allowance = new Allowance({ most: 1, everyMs: 60_000, now: () => now });
    expect([allowance.take('a'), allowance.take('a')]).toEqual([true, false]);
    now -= hourMs;
    expect(allowance.isSpent('a')).toBe(false);
    expect([allowance.take('a'), allowance.take('a')]).toEqual([true, false]);
  });
});
