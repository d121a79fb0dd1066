// A supervisor puts somebody elsewhere in their queue, with a reason: directly before another one, and of that one's class
// from then on, or behind everybody of its own. The rules that a point calls by go on from there.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { FactOf } from '@foyer/contracts/events.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { noEffect, refuse, type Decision, type Moment } from '../decision.ts';
import { compareTickets, earlierByNeeds, waitingFor, waitsSince } from './order.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';

export function movedInQueue(
  { type, beforeTicketId }: CommandOf<'move-in-queue'>,
  ticket: TicketRecord,
  state: QueueState,
  { at }: Pick<Moment, 'at'>,
): Decision | FactOf<'v1.TicketMovedInQueue'> {
  const { serviceId, priorityClass } = ticket.standing;
  const body = { ticketId: ticket.id };
  if (beforeTicketId === undefined) {
    const isLast = waitingFor(state, serviceId).filter(sameClass(ticket)).at(-1)?.id === ticket.id;
    if (isLast) return noEffect(type, body);
    return { type: 'v1.TicketMovedInQueue', body: { ...body, placeAt: at, priorityClass } };
  }
  const before = state.tickets.get(beforeTicketId);
  if (before === undefined) return refuse('unknown-ticket');
  const isThere = before.standing.state === TicketState.waiting && before.standing.serviceId === serviceId;
  if (!isThere || before.id === ticket.id) return refuse('not-in-that-queue', { ticketId: before.id });
  const others = waitingFor(state, serviceId)
    .filter((other) => other.id !== ticket.id && sameClass(before)(other))
    .toSorted((a, b) => waitsSince(a, state) - waitsSince(b, state) || compareTickets(a, b));
  const previous = others[others.findIndex(({ id }) => id === before.id) - 1];
  const since = waitsSince(before, state);
  const wanted = previous === undefined ? since - 1 : between(waitsSince(previous, state), since);
  const placeAt = wanted + earlierByNeeds(ticket, state);
  return {
    type: 'v1.TicketMovedInQueue',
    body: { ...body, beforeTicketId: before.id, placeAt, priorityClass: before.standing.priorityClass },
  };
}

const sameClass =
  ({ standing: { priorityClass } }: TicketRecord) =>
  ({ standing }: TicketRecord) =>
    standing.priorityClass === priorityClass;

/** Where two wait since the same moment, before both. */
function between(earlier: number, later: number): number {
  return earlier === later ? later - 1 : (earlier + later) / 2;
}
