// What a replay of a past day says, as numbers to be shown.

import { dayMs, type BusinessDay } from '@foyer/contracts/time.ts';
import type { Compared } from '@foyer/contracts/what-if.ts';

export function dayBefore(day: BusinessDay): BusinessDay {
  return new Date(Date.parse(`${day}T12:00Z`) - dayMs).toISOString().slice(0, 10);
}

/** By how many minutes the replay of the rules in force is off from what happened, at half of the waits or at nine of ten. */
export function replayIsOffBy({ recorded, inForce }: Compared): number | undefined {
  const { median: was, most: mostWas } = recorded;
  const { median: is, most: mostIs } = inForce;
  if (was === undefined || is === undefined || mostWas === undefined || mostIs === undefined) return undefined;
  return Math.max(Math.abs(was - is), Math.abs(mostWas - mostIs));
}

/** The scale of the bars: the longest of nine of ten. */
export function longestShown(all: readonly Compared[]): number {
  return Math.max(
    0,
    ...all.flatMap(({ recorded, inForce, changed }) => [recorded, inForce, changed].map(({ most = 0 }) => most)),
  );
}
