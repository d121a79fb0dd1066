// Every queue of the clinic: who waits for each service, in the order in which it is called from, and the points that serve
// it.

import type { ServiceId, TicketId } from '@foyer/contracts/ids.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { byOrder, longestWaitMinutes, rowOf, type QueueRow } from './queue-list.ts';

export interface Queue {
  readonly service: StaffView['services'][string];
  readonly rows: readonly QueueRow[];
  readonly longestMinutes: number;
  /** Open points that serve it. */
  readonly open: number;
}

/** Those that somebody waits for first, the longest wait before the others; then those that nobody waits for. */
export function queuesOf(view: StaffView, now: number): readonly Queue[] {
  const waiting = Object.values(view.tickets).filter(({ state }) => state === 'waiting');
  return Object.values(view.services)
    .map((service): Queue => {
      const rows = waiting
        .filter(({ serviceId }) => serviceId === service.id)
        .toSorted(byOrder(orderOf(view, service.id)))
        .map((ticket) => rowOf(view, ticket, now));
      const open = Object.values(view.servicePoints).filter(
        ({ state, serviceIds }) => state === 'open' && serviceIds.includes(service.id),
      ).length;
      return { service, rows, longestMinutes: longestWaitMinutes(rows), open };
    })
    .toSorted((a, b) => Number(b.rows.length > 0) - Number(a.rows.length > 0) || b.longestMinutes - a.longestMinutes);
}

export interface Move {
  readonly serviceId: ServiceId;
  readonly ticketId: TicketId;
  readonly number: string;
  /** Directly before this one; absent: behind everybody of its class. */
  readonly before?: { readonly ticketId: TicketId; readonly number: string };
}

/** What it means that the row at `from` is put into the gap before the row at `to`; undefined where it stays. */
export function moveTo({ rows, service }: Queue, from: number, to: number): Move | undefined {
  const row = rows[from];
  if (row === undefined || to === from || to === from + 1) return undefined;
  const { id: ticketId, number } = row.ticket;
  const before = rows[to]?.ticket;
  return {
    serviceId: service.id,
    ticketId,
    number,
    ...(before === undefined ? {} : { before: { ticketId: before.id, number: before.number } }),
  };
}

/**
 * In which the points call from it, by the calling rules: those that are open, or else all that serve it. Whom any of them
 * calls sooner stands before whom all call later. Empty without rules.
 */
function orderOf(view: StaffView, serviceId: ServiceId): readonly TicketId[] {
  const serving = Object.values(view.servicePoints).filter(({ serviceIds }) => serviceIds.includes(serviceId));
  const open = serving.filter(({ state }) => state === 'open');
  const places = new Map<TicketId, number>();
  for (const { order = [] } of open.length > 0 ? open : serving) {
    const ofQueue = order.filter((id) => view.tickets[id]?.serviceId === serviceId);
    for (const [place, id] of ofQueue.entries()) places.set(id, Math.min(place, places.get(id) ?? place));
  }
  return Array.from(places)
    .toSorted(([, a], [, b]) => a - b)
    .map(([id]) => id);
}
