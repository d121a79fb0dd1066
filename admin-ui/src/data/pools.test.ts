import type { ListedPool } from '@foyer/contracts/lease.ts';
import { describe, expect, it } from 'vitest';
import { partsOf, unitsIn } from './pools.ts';

const pool: ListedPool = {
  id: 'p',
  name: 'Samples',
  perDay: 20,
  share: 8,
  services: [],
  account: { granted: 24, used: 7, returned: 8, expired: 2, held: 7 },
  idle: 1,
  left: 3,
  shares: [],
};

describe('the bar of a pool', () => {
  it('is as long as the pool, to the last unit', () => {
    const parts = partsOf(pool);
    expect(parts.map(({ kind, units }) => `${kind} ${units}`)).toEqual([
      'used 7',
      'held 7',
      'expired 2',
      'idle 1',
      'left 3',
    ]);
    expect(unitsIn(parts)).toBe(pool.perDay);
  });

  it('is as long as what was granted and kept where the pool is a series', () => {
    expect(unitsIn(partsOf({ ...pool, perDay: null, left: null, idle: 0 }))).toBe(16);
  });
});
