// How the centre itself is, as whoever runs clinics sees it on the dashboard.

import type { EpochMs } from './time.ts';

/** What becomes of writes while the standby of a pair does not confirm them: refused, or kept on the primary alone. */
export type StandbyPolicy = 'wait' | 'degrade';

export interface StandbyLost {
  /** When it was noticed. */
  readonly since: EpochMs;
  readonly policy: StandbyPolicy;
  /** Written on the primary alone since then. */
  readonly localCommits: number;
}

/** `GET /api/v1/centre-state`. */
export interface CentreState {
  readonly serverTime: EpochMs;
  /** While commits wait for a standby that does not confirm them. */
  readonly standbyLost?: StandbyLost;
}
