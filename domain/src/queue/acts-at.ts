// Where a command acts: what a nurse's session is held to.

import type { TicketStanding } from '@foyer/contracts/events.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { QueueState } from './queue-state.ts';

/**
 * The point it names, or the one its ticket is at; undefined when it is at none. An undo acts where the step that it
 * takes back was made: a finished ticket is at no point any more, and was at one before.
 */
export function actsAt(
  command: { readonly type: string; readonly servicePointId?: string; readonly ticketId?: string },
  state: QueueState,
): string | undefined {
  // Whoever stands at the meeting point sees who is there, from whichever room.
  if (command.type === 'account-for') return undefined;
  // Which rooms somebody serves is for the decision: it knows the clinic.
  if (command.type === 'set-room-state') return undefined;
  // What a patient comes for is made ready while they are elsewhere.
  if (command.type === 'mark-ready') return undefined;
  if (command.servicePointId !== undefined) return command.servicePointId;
  const ticket = command.ticketId === undefined ? undefined : state.tickets.get(command.ticketId);
  if (ticket === undefined) return undefined;
  if (command.type === 'undo' && ticket.last.type === 'v1.RoomStateChanged') return undefined;
  const before = command.type === 'undo' && ticket.last.before !== null ? pointOf(ticket.last.before) : undefined;
  return before ?? pointOf(ticket.standing);
}

function pointOf({ state, servicePointId }: TicketStanding): string | undefined {
  const there = state === TicketState.called || state === TicketState.serving;
  return there ? (servicePointId ?? undefined) : undefined;
}
