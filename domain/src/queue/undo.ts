// The last step of a ticket taken back. What another ticket went through in the same command stays as it is. Whose a
// ticket is can be taken back after a payment too: what was paid stays paid, on the same ticket.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { accept, refuse, type Decision, type Moment, type Sender } from '../decision.ts';
import { isDayClosed } from './closed-day.ts';
import { openTicketOf } from './issue.ts';
import { lettingGo } from './party.ts';
import type { QueueState } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';
import { servesRoom } from './room.ts';
import { withReason } from './sealed-reason.ts';

export function decideUndo(
  command: CommandOf<'undo'>,
  sender: Sender,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  const { last } = ticket;
  const isLast = last.epoch === command.epoch && last.seq === command.seq;
  if (!isLast || last.before === null || last.businessDay !== moment.businessDay) return refuse('nothing-to-undo');
  const wasIdentified = last.type === 'v1.TicketIdentified';
  const isOfMoney = !wasIdentified && !last.type.startsWith('v1.JourneyStep');
  if (isOfMoney && world.hasPayment(ticket.id)) return refuse('has-payment');
  const standing = last.before;
  if (!isOpen(ticket.standing.state) && isOpen(standing.state) && isDayClosed(state, moment.businessDay)) {
    return refuse('day-closed');
  }
  if (standing.state === TicketState.called || standing.state === TicketState.serving) {
    const there = standing.servicePointId === null ? undefined : state.servicePoints.get(standing.servicePointId);
    if (there?.ticketId && there.ticketId !== ticket.id)
      return refuse('service-point-busy', { ticketId: there.ticketId });
  }
  if (last.type === 'v1.RoomStateChanged') {
    const room = servicePointOf(world, standing.servicePointId ?? undefined);
    if (room !== undefined && !servesRoom(sender, room, state, world)) return refuse('other-service-point');
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
    ...(wasIdentified ? { patientId: null } : {}),
  };
  return accept(...lettingGo(ticket, state), withReason({ type: 'v1.StepUndone', body }, command.reason, ticket));
}
