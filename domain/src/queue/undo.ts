// The last step of a ticket taken back. What another ticket went through in the same command stays as it is.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { accept, refuse, type Decision, type Moment } from '../decision.ts';
import { openTicketOf } from './issue.ts';
import type { QueueState } from './queue-state.ts';
import type { QueueWorld } from './queue-world.ts';
import { withReason } from './sealed-reason.ts';

export function decideUndo(command: CommandOf<'undo'>, state: QueueState, world: QueueWorld, moment: Moment): Decision {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  const { last } = ticket;
  const isLast = last.epoch === command.epoch && last.seq === command.seq;
  if (!isLast || last.before === null || ticket.businessDay !== moment.businessDay) return refuse('nothing-to-undo');
  if (world.hasPayment(ticket.id)) return refuse('has-payment');
  const standing = last.before;
  if (standing.state === TicketState.called || standing.state === TicketState.serving) {
    const there = standing.servicePointId === null ? undefined : state.servicePoints.get(standing.servicePointId);
    if (there?.ticketId && there.ticketId !== ticket.id)
      return refuse('service-point-busy', { ticketId: there.ticketId });
  }
  const movesQueue = standing.serviceId !== ticket.standing.serviceId || !isOpen(ticket.standing.state);
  if (ticket.patientId !== null && isOpen(standing.state) && movesQueue) {
    const other = openTicketOf(state, ticket.patientId, standing.serviceId);
    if (other !== undefined && other.id !== ticket.id) return refuse('patient-has-open-ticket', { ticketId: other.id });
  }
  const body = {
    ticketId: ticket.id,
    undoneEpoch: last.epoch,
    undoneSeq: last.seq,
    undoneType: last.type,
    standing,
  };
  return accept(withReason({ type: 'v1.StepUndone', body }, command.reason, ticket));
}
