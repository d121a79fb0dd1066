// Why this one is next, as facts that can be read off the list; the page puts them into words.

import type { PriorityClass } from '@foyer/contracts/ticket-state.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { QueueRow } from './queue-list.ts';

export interface NextReason {
  readonly priorityClass: PriorityClass;
  readonly bookedFor?: EpochMs;
  readonly waitedMinutes: number;
  readonly targetMinutes: number;
  /** Others of its class who wait behind it. */
  readonly behindInClass: number;
  /** Somebody of another class who has waited longer than this one. */
  readonly longestWaiting?: QueueRow;
}

/** From the rows of the room's queue; undefined when nobody is next. */
export function reasonForNext(rows: readonly QueueRow[]): NextReason | undefined {
  const next = rows.find((row) => row.next);
  if (!next) return undefined;
  const { ticket } = next;
  const others = rows.filter((row) => row !== next);
  const longest = others
    .filter((row) => row.waitedMinutes > next.waitedMinutes)
    .toSorted((a, b) => b.waitedMinutes - a.waitedMinutes)[0];
  return {
    priorityClass: ticket.priorityClass,
    ...(ticket.appointmentAt === undefined ? {} : { bookedFor: ticket.appointmentAt }),
    waitedMinutes: next.waitedMinutes,
    targetMinutes: next.targetMinutes,
    behindInClass: others.filter((row) => row.ticket.priorityClass === ticket.priorityClass).length,
    ...(longest ? { longestWaiting: longest } : {}),
  };
}
