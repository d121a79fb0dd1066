// Whether the clinic was without its edge for long, as the start finds out: from the last sign of life until now, by the
// wall clock. A clock that went back has measured nothing. One so wrong that the change of day freezes has not either:
// that it froze is the newest row by then.

import { gapAfterMs, type Gap } from '@foyer/contracts/gap.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { hourMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { Beat } from '../ports/heartbeat.ts';

/** A clock that the network sets, it sets soon after the start. What moves it later was no part of the start. */
export const clockIsSetWithinMs = hourMs;

type NewestRow = Pick<LogRow, 'seq' | 'type' | 'at'>;

export function gapAtStart(newest: NewestRow | undefined, beat: Beat | undefined, now: EpochMs): Gap | undefined {
  return newest === undefined ? undefined : gapBetween(lastAlive(newest, beat), now);
}

export function gapBetween(from: EpochMs, until: EpochMs): Gap | undefined {
  return until - from > gapAfterMs ? { from, until } : undefined;
}

/** The row where it came after the beat. A new epoch was begun while the edge itself stood still. */
export function lastAlive(newest: NewestRow, beat: Beat | undefined): EpochMs {
  if (beat === undefined) return newest.at;
  return beat.seq >= newest.seq || newest.type === 'v1.EpochBegun' ? beat.at : newest.at;
}
