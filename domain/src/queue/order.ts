// Who is next: the class first, then the place (the longest wait), then the number. Total and stable, so that every
// screen and the rule agree. A ticket bound to a point is that point's alone, until the point is closed: then any point
// of its service takes it, so that nobody waits for a room that calls nobody.

import type { ServicePointConfiguration } from '@foyer/contracts/configuration.ts';
import type { ServiceId } from '@foyer/contracts/ids.ts';
import { TicketState, priorityClasses, servicePointStates } from '@foyer/contracts/ticket-state.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';

/** The points that the clinic has. */
type Rooms = Pick<QueueWorld, 'configuration'>;
export type CallingPoint = Pick<ServicePointConfiguration, 'id' | 'serviceIds'>;

export function compareTickets(a: TicketRecord, b: TicketRecord): number {
  return (
    priorityClasses.indexOf(a.standing.priorityClass) - priorityClasses.indexOf(b.standing.priorityClass) ||
    a.standing.placeAt - b.standing.placeAt ||
    a.ordinal - b.ordinal ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Whether a call at this point may take this ticket. */
export function isCandidate(ticket: TicketRecord, point: CallingPoint, state: QueueState, world: Rooms): boolean {
  const { state: now, forServicePointId, serviceId } = ticket.standing;
  if (now !== TicketState.waiting) return false;
  if (forServicePointId === null) return point.serviceIds.includes(serviceId);
  if (forServicePointId === point.id) return true;
  return point.serviceIds.includes(serviceId) && stateOf(forServicePointId, state, world) === 'closed';
}

/** The one to call next at this point, and how many wait for it. */
export function nextFor(
  state: QueueState,
  point: CallingPoint,
  world: Rooms,
): { readonly ticket: TicketRecord | undefined; readonly waiting: number } {
  let best: TicketRecord | undefined;
  let waiting = 0;
  for (const ticket of state.tickets.values()) {
    if (!isCandidate(ticket, point, state, world)) continue;
    waiting += 1;
    if (best === undefined || compareTickets(ticket, best) < 0) best = ticket;
  }
  return { ticket: best, waiting };
}

/** The points that may call a waiting ticket. */
export function pointsFor(ticket: TicketRecord, state: QueueState, world: Rooms): readonly CallingPoint[] {
  return world.configuration.servicePoints.filter((point) => isCandidate(ticket, point, state, world));
}

/** Everyone who waits for a service, in order. */
export function waitingFor(state: QueueState, serviceId: ServiceId): readonly TicketRecord[] {
  return [...state.tickets.values()]
    .filter((ticket) => ticket.standing.state === TicketState.waiting && ticket.standing.serviceId === serviceId)
    .toSorted(compareTickets);
}

export interface Place {
  /** Null for the queue of a service that no point serves. */
  readonly point: CallingPoint | null;
  /** Whom the point calls before this ticket, in no order. */
  readonly before: readonly TicketRecord[];
}

/**
 * Where a waiting ticket stands, at each point that may call it. First comes where it is called soonest: among the
 * points that are open, or else those that pause, or else those that are closed, the one with the fewest before it.
 */
export function placesOf(state: QueueState, ticket: TicketRecord, world: Rooms): readonly Place[] {
  if (ticket.standing.state !== TicketState.waiting) return [];
  const points = pointsFor(ticket, state, world);
  const places = points.map((point) => ({ point, before: [] as TicketRecord[] }));
  const ofNoPoint: TicketRecord[] = [];
  for (const other of state.tickets.values()) {
    if (other.standing.state !== TicketState.waiting || compareTickets(other, ticket) >= 0) continue;
    for (const { point, before } of places) if (isCandidate(other, point, state, world)) before.push(other);
    if (other.standing.serviceId === ticket.standing.serviceId) ofNoPoint.push(other);
  }
  if (places.length === 0) return [{ point: null, before: ofNoPoint }];
  const rank = ({ id }: CallingPoint) => servicePointStates.indexOf(stateOf(id, state, world));
  return places.toSorted((a, b) => rank(a.point) - rank(b.point) || a.before.length - b.before.length);
}

/** People who are called before this ticket where it is called soonest; 0 when it does not wait. */
export function peopleAhead(state: QueueState, ticket: TicketRecord, world: Rooms): number {
  return placesOf(state, ticket, world)[0]?.before.length ?? 0;
}

/** A point that the clinic has no more is closed. */
function stateOf(pointId: string, state: QueueState, world: Rooms) {
  const known = servicePointOf(world, pointId) === undefined ? undefined : state.servicePoints.get(pointId);
  return known?.state ?? 'closed';
}
