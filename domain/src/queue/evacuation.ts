// Leaving the building. One act puts the message on every screen; until the all clear nobody is called, admitted or
// charged, so that each place is as it was. What goes on is what finds people and brings them help.

import { assertNever } from '@foyer/contracts/app-error.ts';
import type { CommandOf, CommandType } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { isOpen } from '@foyer/contracts/ticket-state.ts';
import { accept, noEffect, refuse, type Decision, type Sender } from '../decision.ts';
import { evacuationNow } from './evacuation-now.ts';
import type { QueueState } from './queue-state.ts';
import { withReason, withStaffReason } from './sealed-reason.ts';

type EvacuationCommandType = 'evacuate' | 'all-clear' | 'account-for' | 'print-muster-list';
export type EvacuationCommand = { [T in EvacuationCommandType]: CommandOf<T> }[EvacuationCommandType];

const goesOn: readonly CommandType[] = [
  'evacuate',
  'all-clear',
  'account-for',
  'print-muster-list',
  'request-help',
  'acknowledge-help',
  'mark-left',
  'update-patient',
  'confirm-clock',
  'record-print',
];

/** Whether a command of this type is refused until the all clear. */
export function waitsForAllClear(type: CommandType, state: QueueState): boolean {
  return evacuationNow(state) !== undefined && !goesOn.includes(type);
}

export function decideEvacuation(command: EvacuationCommand, sender: Sender, state: QueueState): Decision {
  const now = evacuationNow(state);
  switch (command.type) {
    case 'evacuate':
      if (now !== undefined) return noEffect(command.type, {});
      return byStaff({ type: 'v1.EvacuationStarted', body: {} }, command, sender);
    case 'all-clear':
      if (now === undefined) return noEffect(command.type, {});
      return byStaff({ type: 'v1.EvacuationEnded', body: { startedAt: now.startedAt } }, command, sender);
    case 'print-muster-list':
      if (now === undefined) return refuse('no-evacuation');
      return byStaff({ type: 'v1.MusterListRequested', body: {} }, command, sender);
    case 'account-for':
      return accountFor(command, state);
    default:
      return assertNever(command);
  }
}

function accountFor({ type, ticketId, present, reason }: CommandOf<'account-for'>, state: QueueState): Decision {
  const now = evacuationNow(state);
  if (now === undefined) return refuse('no-evacuation');
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  if (!isOpen(ticket.standing.state)) return refuse('wrong-state', { ticketId, state: ticket.standing.state });
  if (now.accountedFor[ticketId] === present) return noEffect(type, { ticketId });
  return accept(withReason({ type: 'v1.PersonAccountedFor', body: { ticketId, present } }, reason, ticket));
}

function byStaff(fact: Fact, { reason }: { readonly reason?: string }, { staffId }: Sender): Decision {
  return accept(withStaffReason(fact, reason, staffId));
}
