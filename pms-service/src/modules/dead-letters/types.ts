import type { EpochMs } from '@foyer/contracts/time.ts';

/** As it is stored: null where nobody has settled the letter, or nobody mended it. */
export interface Settlement {
  readonly mendedBody: string | null;
  readonly settledAt: EpochMs | null;
  readonly settledBy: string | null;
  readonly settledWhy: string | null;
}
