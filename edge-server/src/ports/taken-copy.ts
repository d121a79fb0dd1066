// What a spare box takes a clinic over from, opened: a copy in a place of copies, or what the centre has.

import type { LogRow } from '@foyer/contracts/log-row.ts';
import type { Beside, CopiedLine, CopiedPart } from './log-copy.ts';

export interface OpenedCopy {
  /** From the first on, whatever the lost box had let go behind a checkpoint; only then does it have the keys of all. */
  readonly hasEveryRow: boolean;
  /** From behind this number on, in the order of the log. */
  rowsAfter(seq: number): AsyncIterable<LogRow>;
  /** Asked for behind the rows. Of one key the last counts. */
  beside(): AsyncIterable<Beside>;
  part(part: CopiedPart): AsyncIterable<CopiedLine>;
}

export interface TakenCopy extends OpenedCopy {
  /** The number of the last row, as far as is known before it is opened; undefined where there is none. */
  lastSeq(): Promise<number | undefined>;
  /** Throws `copy-broken` where the recovery key is not that of the copy. */
  check(): Promise<void>;
  /** That anybody has begun there. */
  latestEpoch(): Promise<number>;
  /** From now on nothing of an earlier epoch is taken there. */
  beginEpoch(epoch: number, firstSeq: number): Promise<void>;
  /** A file of the data folder, by the name that the part `box` has for it. */
  file(stored: string): AsyncIterable<Uint8Array>;
  /** Leaves the first rows of the epoch there. */
  leave(rows: readonly LogRow[]): Promise<void>;
}
