// How loud a wall may be at a time of day. What it shows is the same at every hour.

import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import type { TimeOfDay } from '@foyer/contracts/time.ts';

const SOFTER = 0.3;

/** From 0, which is silent, to 1. Hours whose end is before their beginning run through midnight. */
export function loudnessAt(time: TimeOfDay, quiet: DisplayLayout['quietHours']): number {
  if (quiet === undefined || !isWithin(time, quiet)) return 1;
  return quiet.sound === 'silent' ? 0 : SOFTER;
}

function isWithin(time: TimeOfDay, { from, until }: { readonly from: TimeOfDay; readonly until: TimeOfDay }): boolean {
  return from <= until ? time >= from && time < until : time >= from || time < until;
}
