// Which calls the list shows, and in which order: newest first, one row a ticket, never more than eight or as
// the layout says, and never the call that is on the stage.

import { mostRecentCalls } from '@foyer/contracts/display-layout-limits.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';

export type DisplayCall = DisplayView['calls'][string];

export const MOST_ROWS = mostRecentCalls;

/** The calls may come in any order. */
export function listCalls(
  calls: readonly DisplayCall[],
  onStage?: DisplayCall,
  most = MOST_ROWS,
): readonly DisplayCall[] {
  const listed = new Set(onStage ? [onStage.ticketId] : []);
  const newestOfTicket = [...calls].sort(newestFirst).filter(({ ticketId }) => {
    if (listed.has(ticketId)) return false;
    listed.add(ticketId);
    return true;
  });
  return newestOfTicket.slice(0, most);
}

/** Calls of the same moment keep one order on every screen. */
export function newestFirst(one: DisplayCall, other: DisplayCall): number {
  return other.at - one.at || Number(one.id < other.id) - Number(one.id > other.id);
}
