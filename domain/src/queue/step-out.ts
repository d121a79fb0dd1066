// A patient who waits outside keeps the place, and is called back inside when so few are ahead as they chose. They are
// called in their turn whether or not they came back: then somebody goes to look for them (`walk.ts`).

import { assertNever } from '@foyer/contracts/app-error.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { accept, noEffect, refuse, type Decision, type Sender } from '../decision.ts';
import { peopleAhead, type CallingWorld } from './order.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import { withReason } from './sealed-reason.ts';

type OutsideCommandType = 'step-out' | 'call-back' | 'back-inside';
export type OutsideCommand = { [T in OutsideCommandType]: CommandOf<T> }[OutsideCommandType];

/** Somebody outside may be in these; in every other the patient is in a room, or gone. */
const outsideStates: readonly TicketState[] = ['waiting', 'called', 'on-hold', 'not-answered'];

export function decideOutside(
  command: OutsideCommand,
  sender: Sender,
  state: QueueState,
  world: CallingWorld,
): Decision {
  const { type, ticketId } = command;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  if (sender.actor.startsWith('ticket:') && sender.actor !== `ticket:${ticketId}`) return refuse('not-your-ticket');
  switch (type) {
    case 'step-out': {
      const { whenAhead, reason } = command;
      if (ticket.standing.state !== TicketState.waiting) {
        return refuse('wrong-state', { ticketId, state: ticket.standing.state });
      }
      if (ticket.stepOut?.whenAhead === whenAhead && ticket.stepOut.calledBackAt === null) {
        return noEffect(type, { ticketId });
      }
      const ahead = peopleAhead(state, ticket, world);
      if (ahead <= whenAhead) return refuse('too-few-ahead', { ticketId, ahead });
      return accept(withReason({ type: 'v1.SteppedOut', body: { ticketId, whenAhead } }, reason, ticket));
    }
    case 'call-back': {
      if (!isToBeCalledBack(ticket, state, world)) return noEffect(type, { ticketId });
      return accept({ type: 'v1.CalledBack', body: { ticketId, ahead: peopleAhead(state, ticket, world) } });
    }
    case 'back-inside':
      if (ticket.stepOut === undefined) return noEffect(type, { ticketId });
      return accept(withReason({ type: 'v1.CameBackInside', body: { ticketId } }, command.reason, ticket));
    default:
      return assertNever(command);
  }
}

/** Whether somebody outside is to come back now, and was not told so since they went. */
export function isToBeCalledBack(ticket: TicketRecord, state: QueueState, world: CallingWorld): boolean {
  const { stepOut, standing } = ticket;
  if (stepOut === undefined || stepOut.calledBackAt !== null || standing.state !== TicketState.waiting) return false;
  return peopleAhead(state, ticket, world) <= stepOut.whenAhead;
}

export function steppedOut(ticket: TicketRecord, whenAhead: number, at: EpochMs): TicketRecord {
  return { ...ticket, stepOut: { whenAhead, at, calledBackAt: null } };
}

export function calledBack(ticket: TicketRecord, at: EpochMs): TicketRecord {
  return ticket.stepOut === undefined ? ticket : { ...ticket, stepOut: { ...ticket.stepOut, calledBackAt: at } };
}

export function cameBackInside({ stepOut: _stepOut, ...ticket }: TicketRecord): TicketRecord {
  return ticket;
}

/** Who is in a room, or gone, is outside no more. */
export function endedOutside(ticket: TicketRecord): TicketRecord {
  return outsideStates.includes(ticket.standing.state) ? ticket : cameBackInside(ticket);
}
