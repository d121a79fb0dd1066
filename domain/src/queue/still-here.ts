// What was asked after a gap, answered with yes. Every other answer is a step of the ticket's own.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { accept, noEffect, refuse, type Decision } from '../decision.ts';
import { isAtPoint } from './gap.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import { withReason } from './sealed-reason.ts';

export function decideStillHere(
  { type, ticketId, servicePointId, reason }: CommandOf<'confirm-still-here'>,
  { tickets }: QueueState,
): Decision {
  const ticket = tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  if (!isAtPoint(ticket)) return refuse('wrong-state', { ticketId, state: ticket.standing.state });
  if (ticket.standing.servicePointId !== servicePointId) return refuse('not-at-service-point');
  if (ticket.inDoubtSince === undefined) return noEffect(type, { ticketId });
  const body = { ticketId, servicePointId };
  return accept(withReason({ type: 'v1.StillHereConfirmed', body }, reason, ticket));
}

/** Why nobody is called, and nobody is called again, where this ticket is; undefined once it is in no doubt. */
export function refusedInDoubt(ticket: TicketRecord): Extract<Decision, { ok: false }> | undefined {
  if (ticket.inDoubtSince === undefined) return undefined;
  return { ok: false, refusal: { code: 'call-in-doubt', ticketId: ticket.id, state: ticket.standing.state } };
}
