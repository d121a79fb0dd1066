// How long something has lasted, without the time in which the clinic's edge was not running.

import { lastedMs } from '@foyer/contracts/gap.ts';
import { minuteMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';

type Gaps = Pick<StaffView, 'gaps'>;

export function lasted({ gaps = {} }: Gaps, since: EpochMs, now: EpochMs): number {
  return lastedMs(since, now, Object.values(gaps));
}

/** Whole ones. */
export function lastedMinutes(view: Gaps, since: EpochMs, now: EpochMs): number {
  return Math.floor(lasted(view, since, now) / minuteMs);
}
