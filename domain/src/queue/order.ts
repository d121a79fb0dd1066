// Who is next: by the clinic's calling rules, or without any the class first, then the place (the longest wait), then the
// number. Total and stable, so that every screen and the rule agree; a position is what the point would do if it called
// alone, at this moment, and nobody else came. A ticket bound to a point is that point's alone, until the point is closed:
// then any point of its service takes it, so that nobody waits for a room that calls nobody.

import type { ChosenBy } from '@foyer/contracts/calling-rules.ts';
import type { ServicePointConfiguration } from '@foyer/contracts/configuration.ts';
import type { ServiceId } from '@foyer/contracts/ids.ts';
import { TicketState, priorityClasses, servicePointStates } from '@foyer/contracts/ticket-state.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { choicesAt, chosenBy, type Choices } from './calling-choice.ts';
import { claimOf, earlierMinutes } from './calling-claim.ts';
import { rulesOf } from './calling-rules.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';

/** The points that the clinic has. */
type Rooms = Pick<QueueWorld, 'configuration'>;
/** And the moment, which rules go by. */
export type CallingWorld = Pick<QueueWorld, 'configuration' | 'now'>;
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

export interface Next {
  readonly ticket: TicketRecord | undefined;
  /** How many may be called there. */
  readonly waiting: number;
  /** What chose it; absent without rules. */
  readonly chosenBy?: ChosenBy;
}

/** The one to call next at this point. */
export function nextFor(state: QueueState, point: CallingPoint, world: CallingWorld): Next {
  const inForce = rulesOf(state);
  if (inForce !== undefined) {
    const { admitted, calls } = choicesUnder(inForce, state, point, world);
    const first = calls().next().value;
    if (first === undefined) return { ticket: undefined, waiting: admitted.length };
    return { ticket: first.claim.ticket, waiting: admitted.length, chosenBy: chosenBy(first, inForce) };
  }
  let best: TicketRecord | undefined;
  let waiting = 0;
  for (const ticket of state.tickets.values()) {
    if (!isCandidate(ticket, point, state, world)) continue;
    waiting += 1;
    if (best === undefined || compareTickets(ticket, best) < 0) best = ticket;
  }
  return { ticket: best, waiting };
}

/** What the rules in force make of who waits for this point. */
export function choicesUnder(
  inForce: NonNullable<ReturnType<typeof rulesOf>>,
  state: QueueState,
  point: CallingPoint,
  world: CallingWorld,
): Choices {
  const candidates = [...state.tickets.values()].filter((ticket) => isCandidate(ticket, point, state, world));
  return choicesAt(point, candidates, state, inForce, world.now);
}

/** The points that may call a waiting ticket. */
export function pointsFor(ticket: TicketRecord, state: QueueState, world: Rooms): readonly CallingPoint[] {
  return world.configuration.servicePoints.filter((point) => isCandidate(ticket, point, state, world));
}

/** From when it waits: its place, or the booked time where the rules measure from that. Sooner is called before later. */
export function waitsSince(ticket: TicketRecord, state: Pick<QueueState, 'callingRules'>): number {
  const inForce = rulesOf(state);
  return inForce === undefined ? ticket.standing.placeAt : claimOf(ticket, inForce.rules, 0).since;
}

/** How much earlier than its place it waits, because of its needs. */
export function earlierByNeeds(ticket: TicketRecord, state: Pick<QueueState, 'callingRules'>): number {
  const inForce = rulesOf(state);
  return inForce === undefined ? 0 : earlierMinutes(ticket, inForce.rules) * minuteMs;
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
  /** Whom the point calls before this ticket; under rules in that order, or else in none. */
  readonly before: readonly TicketRecord[];
}

/**
 * Where a waiting ticket stands, at each point that may call it. First comes where it is called soonest: among the
 * points that are open, or else those that pause, or else those that are closed, the one with the fewest before it;
 * under rules, one that does not hold it back before one that does.
 */
export function placesOf(state: QueueState, ticket: TicketRecord, world: CallingWorld): readonly Place[] {
  if (ticket.standing.state !== TicketState.waiting) return [];
  const points = pointsFor(ticket, state, world);
  const rank = ({ id }: CallingPoint) => servicePointStates.indexOf(stateOf(id, state, world));
  const inForce = rulesOf(state);
  if (inForce !== undefined && points.length > 0) {
    return points
      .map((point) => ({ point, ...placeIn(choicesUnder(inForce, state, point, world), ticket) }))
      .toSorted(
        (a, b) =>
          rank(a.point) - rank(b.point) ||
          Number(a.isHeldBack) - Number(b.isHeldBack) ||
          a.before.length - b.before.length,
      );
  }
  const places = points.map((point) => ({ point, before: [] as TicketRecord[] }));
  const ofNoPoint: TicketRecord[] = [];
  for (const other of state.tickets.values()) {
    if (other.standing.state !== TicketState.waiting || compareTickets(other, ticket) >= 0) continue;
    for (const { point, before } of places) if (isCandidate(other, point, state, world)) before.push(other);
    if (other.standing.serviceId === ticket.standing.serviceId) ofNoPoint.push(other);
  }
  if (places.length === 0) return [{ point: null, before: ofNoPoint }];
  return places.toSorted((a, b) => rank(a.point) - rank(b.point) || a.before.length - b.before.length);
}

/** Before one that is held back there for now is everybody. */
function placeIn({ calls }: Choices, ticket: TicketRecord): Pick<Place, 'before'> & { readonly isHeldBack: boolean } {
  const before: TicketRecord[] = [];
  for (const { claim } of calls()) {
    if (claim.ticket.id === ticket.id) return { before, isHeldBack: false };
    before.push(claim.ticket);
  }
  return { before, isHeldBack: true };
}

/** People who are called before this ticket where it is called soonest; 0 when it does not wait. */
export function peopleAhead(state: QueueState, ticket: TicketRecord, world: CallingWorld): number {
  return placesOf(state, ticket, world)[0]?.before.length ?? 0;
}

/** A point that the clinic has no more is closed. */
function stateOf(pointId: string, state: QueueState, world: Rooms) {
  const known = servicePointOf(world, pointId) === undefined ? undefined : state.servicePoints.get(pointId);
  return known?.state ?? 'closed';
}
