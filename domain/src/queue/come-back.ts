// A patient shows their own ticket at a kiosk: whoever was outside is inside again, whoever did not come when they were
// called, or held their place, waits again. What staff put aside stays aside, and who simply waits goes on waiting.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { accept, noEffect, refuse, type Decision, type Moment } from '../decision.ts';
import { placeOnReturn } from './not-answered.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';

export function decideComeBack(
  { type, publicId }: CommandOf<'come-back'>,
  state: QueueState,
  moment: Pick<Moment, 'at'>,
): Decision {
  // Among what is open alone: whether what is over is in memory still is chance.
  const ticket = [...state.tickets.values()].find((each) => each.publicId === publicId && isOpen(each.standing.state));
  if (ticket === undefined) return refuse('unknown-ticket');
  const { id: ticketId, standing } = ticket;
  const facts: readonly Fact[] = [
    ...(ticket.stepOut === undefined ? [] : [{ type: 'v1.CameBackInside', body: { ticketId } } as const]),
    ...(mayComeBack(ticket)
      ? [
          {
            type: 'v1.TicketResumed',
            body: { ticketId, from: standing.state, ...placeOnReturn(ticket, moment.at) },
          } as const,
        ]
      : []),
  ];
  const [first, ...more] = facts;
  return first === undefined ? noEffect(type, { ticketId }) : accept(first, ...more);
}

/** By themselves: from their own hold, and from not having come when they were called. */
export function mayComeBack({ standing }: Pick<TicketRecord, 'standing'>): boolean {
  return standing.heldByTicket || standing.state === TicketState.notAnswered;
}
