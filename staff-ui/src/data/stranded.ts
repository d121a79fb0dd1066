// Tickets that nobody will call by themselves, for whoever the clinic has told of: heard once, and once more when
// supervisors are told as well.

import type { StaffView, StaffWorkItem } from '@foyer/contracts/staff-view.ts';

/** The kind of its work item. */
export const strandedKind = 'ticket-stranded';

/** What lasts longest stands first. */
export function strandedNow({ workItems }: Pick<StaffView, 'workItems'>): readonly StaffWorkItem[] {
  return Object.values(workItems)
    .filter(({ kind }) => kind === strandedKind)
    .toSorted((a, b) => Number(b.overdue ?? false) - Number(a.overdue ?? false) || a.at - b.at);
}

/** What is heard once each. */
export function strandedHeard(items: readonly StaffWorkItem[]): ReadonlySet<string> {
  return new Set(items.map(({ id, overdue }) => `${id}${overdue ? ' overdue' : ''}`));
}

/** Whether something is to be heard that was not at the last look. */
export function isNewlyStranded(before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return [...now].some((heard) => !before.has(heard));
}
