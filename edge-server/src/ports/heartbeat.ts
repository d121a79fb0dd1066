import type { EpochMs } from '@foyer/contracts/time.ts';

/** When the box was known to run. */
export interface Beat {
  readonly at: EpochMs;
  /** The newest row at that moment; 0 for none. */
  readonly seq: number;
}

/** The last sign of life that is in no row: state of the box, beside the log. */
export interface Heartbeat {
  last(): Beat | undefined;
  /** In place of the one before. */
  beat(beat: Beat): void;
}
