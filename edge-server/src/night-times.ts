// What the box does at night while nobody waits for it, by this machine's own clock. Its backup runs in between, at half
// past two (firmware-config).

import type { EpochMs } from '@foyer/contracts/time.ts';

export interface TimeOfNight {
  readonly hours: number;
  readonly minutes: number;
}

/** An hour after midnight, before the backup. */
export const logPrunedAt: TimeOfNight = { hours: 1, minutes: 0 };
/** An hour after the backup. */
export const databaseCheckedAt: TimeOfNight = { hours: 3, minutes: 30 };

/** The next one strictly after `now`. */
export function nextNight({ hours, minutes }: TimeOfNight, now: EpochMs): EpochMs {
  const next = new Date(now);
  next.setHours(hours, minutes, 0, 0);
  if (next.getTime() <= now) next.setDate(next.getDate() + 1);
  return next.getTime();
}
