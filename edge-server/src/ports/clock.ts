import type { EpochMs } from '@foyer/contracts/time.ts';

/** Two clocks, so that a jump of the one shows against the other. */
export interface Clock {
  /** What the machine believes the time is; it may jump. */
  wall(): EpochMs;
  /** Milliseconds since some moment; it never jumps. */
  monotonic(): number;
}
