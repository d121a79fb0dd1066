// A gap: the edge was not running, by a power cut or because somebody stopped it, and nobody knows what went on
// meanwhile. No wait and no service counts what of it fell into a gap. Pure: the edge, the centre and the screens
// measure with the same few lines.

import { minuteMs, type EpochMs } from './time.ts';

export interface Gap {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

/** A box that is back within so long was restarted, and nobody went away meanwhile. */
export const gapAfterMs = 5 * minuteMs;

/** Milliseconds from one moment to the other without what of them fell into a gap; never negative. */
export function lastedMs(from: EpochMs, until: EpochMs, gaps: readonly Gap[]): number {
  let counted = 0;
  let at = from;
  for (const gap of gaps.toSorted((a, b) => a.from - b.from)) {
    counted += Math.max(0, Math.min(gap.from, until) - at);
    at = Math.max(at, gap.until);
  }
  return counted + Math.max(0, until - at);
}
