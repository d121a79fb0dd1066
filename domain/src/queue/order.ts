// Who is next: the class first, then the place (the longest wait), then the number. Total and stable, so that every
// screen and the rule agree.

import type { ServicePointConfiguration } from '@foyer/contracts/configuration.ts';
import type { ServiceId } from '@foyer/contracts/ids.ts';
import { TicketState, priorityClasses } from '@foyer/contracts/ticket-state.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';

export function compareTickets(a: TicketRecord, b: TicketRecord): number {
  return (
    priorityClasses.indexOf(a.standing.priorityClass) - priorityClasses.indexOf(b.standing.priorityClass) ||
    a.standing.placeAt - b.standing.placeAt ||
    a.ordinal - b.ordinal ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Whether a call at this point may take this ticket. */
export function isCandidate(
  ticket: TicketRecord,
  point: Pick<ServicePointConfiguration, 'id' | 'serviceIds'>,
): boolean {
  const { state, forServicePointId, serviceId } = ticket.standing;
  if (state !== TicketState.waiting) return false;
  return forServicePointId === null ? point.serviceIds.includes(serviceId) : forServicePointId === point.id;
}

/** The one to call next at this point, and how many wait for it. */
export function nextFor(
  state: QueueState,
  point: Pick<ServicePointConfiguration, 'id' | 'serviceIds'>,
): { readonly ticket: TicketRecord | undefined; readonly waiting: number } {
  let best: TicketRecord | undefined;
  let waiting = 0;
  for (const ticket of state.tickets.values()) {
    if (!isCandidate(ticket, point)) continue;
    waiting += 1;
    if (best === undefined || compareTickets(ticket, best) < 0) best = ticket;
  }
  return { ticket: best, waiting };
}

/** Everyone who waits for a service, in order. */
export function waitingFor(state: QueueState, serviceId: ServiceId): readonly TicketRecord[] {
  return [...state.tickets.values()]
    .filter((ticket) => ticket.standing.state === TicketState.waiting && ticket.standing.serviceId === serviceId)
    .toSorted(compareTickets);
}

/** People before this ticket in its service's queue; 0 when it does not wait. */
export function peopleAhead(state: QueueState, ticket: TicketRecord): number {
  if (ticket.standing.state !== TicketState.waiting) return 0;
  let ahead = 0;
  for (const other of state.tickets.values()) {
    if (
      other.standing.state === TicketState.waiting &&
      other.standing.serviceId === ticket.standing.serviceId &&
      compareTickets(other, ticket) < 0
    ) {
      ahead += 1;
    }
  }
  return ahead;
}
