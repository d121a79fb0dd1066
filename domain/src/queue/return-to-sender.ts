// Back to who sent it: the room where it was when it was transferred, as long as that room is open, and its service.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { TicketStanding } from '@foyer/contracts/events.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { accept, refuse, type Decision, type Moment } from '../decision.ts';
import { openTicketOf } from './issue.ts';
import type { QueueState } from './queue-state.ts';
import { serviceOf, servicePointOf, type QueueWorld } from './queue-world.ts';
import { roomLeft } from './room.ts';
import { withReason } from './sealed-reason.ts';
import { placeFor } from './transfer.ts';

const from: readonly string[] = [TicketState.waiting, TicketState.called, TicketState.serving, TicketState.onHold];

export function decideReturnToSender(
  command: CommandOf<'return-to-sender'>,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  const { standing } = ticket;
  if (!from.includes(standing.state)) return refuse('wrong-state', { ticketId: ticket.id, state: standing.state });
  const sender = standing.cameFrom ?? undefined;
  if (sender === undefined) return refuse('no-sender');
  const service = serviceOf(world, sender.serviceId);
  if (service === undefined) return refuse('unknown-service');
  if (ticket.patientId !== null && service.id !== standing.serviceId) {
    const other = openTicketOf(state, ticket.patientId, service.id);
    if (other !== undefined) return refuse('patient-has-open-ticket', { ticketId: other.id });
  }
  const point = servicePointOf(world, sender.servicePointId);
  const isOpen = point !== undefined && (state.servicePoints.get(point.id)?.state ?? 'closed') !== 'closed';
  const placement = command.placement ?? 'front';
  const body = {
    ticketId: ticket.id,
    fromServiceId: standing.serviceId,
    toServiceId: service.id,
    ...(isOpen && point.serviceIds.includes(service.id) ? { toServicePointId: point.id } : {}),
    placement,
    placeAt: placeFor(placement, ticket, service.id, state, moment),
    returned: true as const,
  };
  const transferred = withReason({ type: 'v1.TicketTransferred' as const, body }, command.reason, ticket);
  return accept(transferred, ...roomLeft(ticket, world));
}

/** Who sends it, as it stands before a transfer: the service, and the room that it was in or waited for. */
export function senderOf({
  serviceId,
  servicePointId,
  forServicePointId,
}: TicketStanding): NonNullable<TicketStanding['cameFrom']> {
  const room = servicePointId ?? forServicePointId;
  return { serviceId, ...(room === null ? {} : { servicePointId: room }) };
}
