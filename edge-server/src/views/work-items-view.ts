// What a person has to decide, for whom it is: a stranded ticket is the named role's, and the supervisors' too once it
// lasts.

import type { StaffRole } from '@foyer/contracts/roles.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { StaffWorkItem } from '@foyer/contracts/staff-view.ts';
import { strandedKind } from '@foyer/domain/queue/stranded.ts';
import type { ClinicState } from './clinic-state.ts';

/** Where the clinic says no time. */
const escalatesAfterMinutes = 10;

export function workItemsFor(
  { workItems, configuration, now }: Pick<ClinicState, 'workItems' | 'configuration' | 'now'>,
  roles: readonly StaffRole[],
): readonly StaffWorkItem[] {
  const escalatesMs = (configuration.stranded?.escalateAfterMinutes ?? escalatesAfterMinutes) * minuteMs;
  return workItems.flatMap(({ id, kind, code, at, about }): readonly StaffWorkItem[] => {
    const item = { id, kind, code, at, about };
    if (kind !== strandedKind) return [item];
    const isOverdue = now >= at + escalatesMs;
    const isTheirs = roles.some((role) => role === about['role'] || (isOverdue && role === 'supervisor'));
    return isTheirs ? [isOverdue ? { ...item, overdue: true } : item] : [];
  });
}
