import type { EpochMs } from '@foyer/contracts/time.ts';

/** What the tables say of one clinic; null: nobody has said. */
export interface FoundHealth {
  readonly heardAt: EpochMs | null;
  /** The moment of the newest row here. */
  readonly newestAt: EpochMs | null;
  readonly epoch: number;
  readonly seq: number;
  readonly quarantined: boolean;
  /** The number of the last row of the clinic's own log, as it said last. */
  readonly ownSeq: number | null;
  /** The number up to which the clinic has taken the feed; 0: it takes a snapshot, or has not said. */
  readonly edgeNumber: number;
  readonly feedItems: number;
  /** Of the first item that it has not: a number of the feed is about the moment at which it was given out. */
  readonly firstItem: number | null;
  readonly deadLetters: number;
  /** Of work items that are open, each once. */
  readonly kinds: readonly string[];
}
