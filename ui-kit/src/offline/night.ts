// Screens run for months without anybody in charge of them: at night those that nobody looks at go dark, and once a day
// each draws itself anew, so that nothing that has gathered in its page stays.

import type { ClinicView } from '@foyer/contracts/clinic-view.ts';

/** Awake again this long before the doors open. */
const beforeOpeningMs = 45 * 60_000;
/** After a touch or a call somebody may still be there. */
const stillnessMs = 15 * 60_000;
const renewedAfterMs = 20 * 3_600_000;
/** Where a clinic never closes, its screens wait this long for a night, and then for a quiet moment. */
const renewedAtLatestMs = 44 * 3_600_000;

/** Never in a clinic that is open, nor in one that has not said when it opens. */
export function mayRest(
  clinic: Pick<ClinicView, 'openUntil' | 'opensAt' | 'opensNextDayAt'>,
  { nowMs, stillSinceMs }: { readonly nowMs: number; readonly stillSinceMs: number },
): boolean {
  const opensAt = clinic.opensAt ?? clinic.opensNextDayAt;
  if (clinic.openUntil !== undefined || opensAt === undefined) return false;
  return opensAt - nowMs > beforeOpeningMs && nowMs - stillSinceMs >= stillnessMs;
}

/**
 * Where what a resting screen shows stands this minute, as a share of the room that it leaves, from 0 to 1: somewhere else
 * every minute, and at each of so many places in turn, so that nothing burns into the panel.
 */
export function restingPlace(nowMs: number, places: number): number {
  return (Math.floor(nowMs / 60_000) % places) / (places - 1);
}

/** Asked where the server answers and nobody stands there. */
export function isRenewalDue({
  upMs,
  resting,
  stillMs,
}: {
  readonly upMs: number;
  readonly resting: boolean;
  readonly stillMs: number;
}): boolean {
  if (upMs < renewedAfterMs) return false;
  return resting || (upMs >= renewedAtLatestMs && stillMs >= stillnessMs);
}
