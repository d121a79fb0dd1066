// Which calls the list shows, and in which order: newest first, one row a ticket, never more than eight, and never the
// call that is on the stage.

import type { DisplayView } from '@foyer/contracts/views.ts';

export type DisplayCall = DisplayView['calls'][string];

export const MOST_ROWS = 8;

/** The calls may come in any order. */
export function listCalls(calls: readonly DisplayCall[], onStage?: DisplayCall): readonly DisplayCall[] {
  const listed = new Set(onStage ? [onStage.ticketId] : []);
  const newestOfTicket = [...calls].sort(newestFirst).filter(({ ticketId }) => {
    if (listed.has(ticketId)) return false;
    listed.add(ticketId);
    return true;
  });
  return newestOfTicket.slice(0, MOST_ROWS);
}

/** Calls of the same moment keep one order on every screen. */
export function newestFirst(one: DisplayCall, other: DisplayCall): number {
  return other.at - one.at || Number(one.id < other.id) - Number(one.id > other.id);
}
