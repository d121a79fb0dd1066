// Whether anybody is admitted here now, and when again.

import type { EpochMs } from '@foyer/contracts/time.ts';
import type { ClinicView } from '@foyer/contracts/clinic-view.ts';

type Hours = Pick<ClinicView, 'dayClosed' | 'openUntil' | 'opensAt' | 'opensNextDayAt'>;

/** Closed by hand, or outside its hours. A clinic that says no hours is closed by hand alone. */
export function isClosed({ dayClosed, openUntil, opensAt }: Hours): boolean {
  return dayClosed === true || (openUntil === undefined && opensAt !== undefined);
}

/** What was closed by hand stays so until the next day. */
export function opensAgainAt({ dayClosed, opensAt, opensNextDayAt }: Hours): EpochMs | undefined {
  return dayClosed === true ? opensNextDayAt : opensAt;
}
