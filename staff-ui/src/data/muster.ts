// The list of whom to look for in an evacuation, as the tablet shows it.

import type { MusterPerson, StaffView } from '@foyer/contracts/staff-view.ts';

export interface MusterCounts {
  readonly found: number;
  readonly missing: number;
  /** Nobody has looked for them yet. */
  readonly left: number;
}

/** As on the printed list. */
export function musterInOrder(muster: NonNullable<StaffView['muster']>): readonly MusterPerson[] {
  return Object.values(muster).toSorted((one, other) => one.place - other.place);
}

export function musterCounts(people: readonly MusterPerson[]): MusterCounts {
  const of = (present: boolean | undefined) => people.filter((person) => person.present === present).length;
  return { found: of(true), missing: of(false), left: of(undefined) };
}
