// What is open at a room when one person follows another there: who is in it, on hold, outside with a promise, and what
// else nobody has settled. What the one who goes is shown is what the one who comes is shown.

import type { ServicePointId } from '@foyer/contracts/ids.ts';
import type { HelpView } from '@foyer/contracts/clinic-view.ts';
import type { StaffTicket, StaffView, StaffWorkItem } from '@foyer/contracts/staff-view.ts';
import { currentAt } from './call-plan.ts';
import { soundingHelp } from './notices.ts';
import { QueueFilter, queueAt } from './queue-list.ts';

export interface OpenThings {
  readonly current?: StaffTicket;
  /** First who comes back first. */
  readonly onHold: readonly StaffTicket[];
  readonly outside: readonly StaffTicket[];
  readonly alarms: readonly HelpView[];
  readonly work: readonly StaffWorkItem[];
}

export function openThingsAt(view: StaffView, servicePointId: ServicePointId): OpenThings {
  const listed = (filter: QueueFilter) => queueAt(view, servicePointId, filter, 0).map(({ ticket }) => ticket);
  const current = currentAt(view, servicePointId);
  const own = new Set(
    [...Object.values(QueueFilter).flatMap(listed), ...(current ? [current] : [])].map(({ id }) => id),
  );
  return {
    ...(current ? { current } : {}),
    onHold: listed(QueueFilter.onHold).toSorted((a, b) => (a.heldUntil ?? Infinity) - (b.heldUntil ?? Infinity)),
    outside: listed(QueueFilter.waiting).filter(({ steppedOut }) => steppedOut !== undefined),
    alarms: soundingHelp(view),
    work: Object.values(view.workItems).filter(
      ({ about }) => about['servicePointId'] === servicePointId || own.has(about['ticketId'] ?? ''),
    ),
  };
}

export function isNothingOpen({ current, onHold, outside, alarms, work }: OpenThings): boolean {
  return current === undefined && onHold.length + outside.length + alarms.length + work.length === 0;
}
