// Who is called and may not hear it, see it or be there is fetched: a silent phone or a screen is never relied on. It
// is asked for at each call until somebody says that they go.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { TicketState, walkReasons, type WalkReason } from '@foyer/contracts/ticket-state.ts';
import { accept, noEffect, refuse, type Decision } from '../decision.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import { withReason } from './sealed-reason.ts';

/** Why this patient has to be fetched now; empty: nobody has to go, or somebody goes already. */
export function walkReasonsOf({ standing, needs, stepOut, walkedCallId }: TicketRecord): readonly WalkReason[] {
  if (standing.state !== TicketState.called || standing.callId === walkedCallId) return [];
  return walkReasons.filter((reason) => (reason === 'outside' ? stepOut !== undefined : needs.includes(reason)));
}

export function decideWalk(
  { type, ticketId, reason }: CommandOf<'acknowledge-walk'>,
  { tickets }: Pick<QueueState, 'tickets'>,
): Decision {
  const ticket = tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  const { state, callId, servicePointId } = ticket.standing;
  if (state !== TicketState.called || callId === null || servicePointId === null) {
    return refuse('wrong-state', { ticketId, state });
  }
  if (walkReasonsOf(ticket).length === 0) return noEffect(type, { ticketId });
  return accept(
    withReason({ type: 'v1.WalkAcknowledged', body: { ticketId, servicePointId, callId } }, reason, ticket),
  );
}
