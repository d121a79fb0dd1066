// The lists of the room: who waits, who is on hold, who was called and is not here.
// Invariants: the rows stand in the order in which the edge would call them, the next one first; a ticket bound to another room is not listed, unless
// that room is closed: then the edge offers it to all of its service.

import type { ServicePointId, TicketId } from '@foyer/contracts/ids.ts';
import { priorityClasses } from '@foyer/contracts/ticket-state.ts';
import type { StaffTicket, StaffView } from '@foyer/contracts/staff-view.ts';
import { lastedMinutes } from './lasted.ts';

export interface QueueRow {
  readonly ticket: StaffTicket;
  readonly waitedMinutes: number;
  readonly targetMinutes: number;
  readonly overTarget: boolean;
  readonly next: boolean;
}

export const QueueFilter = { waiting: 'waiting', onHold: 'on-hold', notHere: 'not-answered' } as const;
export type QueueFilter = (typeof QueueFilter)[keyof typeof QueueFilter];

/** The tickets that this service point may have, in the order in which they stand. */
export function queueAt(
  view: StaffView,
  servicePointId: ServicePointId,
  filter: QueueFilter,
  now: number,
): readonly QueueRow[] {
  const point = view.servicePoints[servicePointId];
  if (!point) return [];
  return Object.values(view.tickets)
    .filter((ticket) => ticket.state === filter)
    .filter(({ serviceId, forServicePointId: bound }) =>
      bound && (bound === servicePointId || isServed(view, bound))
        ? bound === servicePointId
        : point.serviceIds.includes(serviceId),
    )
    .toSorted(byOrder(point.order ?? (point.nextTicketId === undefined ? [] : [point.nextTicketId])))
    .map((ticket) => rowOf(view, ticket, now, ticket.id === point.nextTicketId));
}

function isServed(view: StaffView, servicePointId: ServicePointId): boolean {
  const point = view.servicePoints[servicePointId];
  return point !== undefined && point.state !== 'closed';
}

export function rowOf(view: StaffView, ticket: StaffTicket, now: number, next = false): QueueRow {
  const waitedMinutes = lastedMinutes(view, ticket.issuedAt, now);
  const targetMinutes = view.services[ticket.serviceId]?.targetMinutes ?? 30;
  return { ticket, waitedMinutes, targetMinutes, overTarget: waitedMinutes > targetMinutes, next };
}

export function longestWaitMinutes(rows: readonly QueueRow[]): number {
  return rows.reduce((longest, row) => Math.max(longest, row.waitedMinutes), 0);
}

/** Those of the order first, as they stand there; whoever is not in it behind them, by class and place. */
export function byOrder(order: readonly TicketId[]): (a: StaffTicket, b: StaffTicket) => number {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: StaffTicket) => places.get(id) ?? order.length;
  return (a, b) => placeOf(a) - placeOf(b) || byClass(a, b);
}

function byClass(a: StaffTicket, b: StaffTicket): number {
  const classes = priorityClasses.indexOf(a.priorityClass) - priorityClasses.indexOf(b.priorityClass);
  return classes || a.placeAt - b.placeAt || a.number.localeCompare(b.number, 'en');
}
