// The end of a business day: every open ticket gets an outcome, every room is closed.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { accept, refuse, type Decision, type Moment } from '../decision.ts';
import { serviceFinished } from './service-finished.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';

export function decideCloseDay(
  command: CommandOf<'close-day'>,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision {
  if (world.clockFrozen) return refuse('day-frozen');
  const outcomes = new Map(command.outcomes?.map(({ ticketId, outcome }) => [ticketId, outcome]));
  for (const ticketId of outcomes.keys())
    if (!state.tickets.has(ticketId)) return refuse('unknown-ticket', { ticketId });
  const open = [...state.tickets.values()].filter((ticket) => isOpen(ticket.standing.state));
  const rooms = [...state.servicePoints.values()].filter((point) => point.state !== 'closed');
  return accept(
    ...open.map((ticket) => closing(ticket, outcomes.get(ticket.id))),
    ...rooms.map((point): Fact => ({ type: 'v1.ServicePointClosed', body: { servicePointId: point.id } })),
    { type: 'v1.DayClosed', body: { businessDay: moment.businessDay, closed: open.length } },
  );
}

/** Who was with staff is completed; everyone else went without being seen, unless staff say otherwise. */
function closing(ticket: TicketRecord, outcome: 'completed' | 'left' | 'cancelled' | undefined): Fact {
  const { state, servicePointId } = ticket.standing;
  if (outcome === undefined && state === TicketState.serving && servicePointId !== null) {
    return serviceFinished(ticket, servicePointId, undefined);
  }
  return { type: 'v1.TicketClosed', body: { ticketId: ticket.id, outcome: outcome ?? TicketState.left } };
}
