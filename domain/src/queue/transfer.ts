// A ticket goes on to another queue, or to one room's own: its number and class stay.

import type { CommandOf } from '@foyer/contracts/commands.ts';
import { TicketState, type Placement } from '@foyer/contracts/ticket-state.ts';
import { accept, refuse, type Decision, type Moment } from '../decision.ts';
import { openTicketOf } from './issue.ts';
import { waitingFor, waitsSince } from './order.ts';
import type { QueueState, TicketRecord } from './queue-state.ts';
import { serviceOf, servicePointOf, type QueueWorld } from './queue-world.ts';
import { roomLeft } from './room.ts';
import { withReason } from './sealed-reason.ts';

const from: readonly string[] = [TicketState.waiting, TicketState.called, TicketState.serving, TicketState.onHold];

export function decideTransfer(
  command: CommandOf<'transfer'>,
  state: QueueState,
  world: QueueWorld,
  moment: Moment,
): Decision {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refuse('unknown-ticket');
  if (!from.includes(ticket.standing.state)) {
    return refuse('wrong-state', { ticketId: ticket.id, state: ticket.standing.state });
  }
  const point = servicePointOf(world, command.toServicePointId);
  if (command.toServicePointId !== undefined && point === undefined) return refuse('unknown-service-point');
  const kept = point === undefined || point.serviceIds.includes(ticket.standing.serviceId);
  const toServiceId = command.toServiceId ?? (kept ? ticket.standing.serviceId : point?.serviceIds[0]);
  const service = serviceOf(world, toServiceId);
  if (service === undefined || (point === undefined && command.toServiceId === undefined))
    return refuse('unknown-service');
  if (point !== undefined && !point.serviceIds.includes(service.id)) return refuse('service-not-offered');
  if (point !== undefined && (state.servicePoints.get(point.id)?.state ?? 'closed') === 'closed') {
    return refuse('service-point-closed', { servicePointId: point.id });
  }
  if (ticket.patientId !== null && service.id !== ticket.standing.serviceId) {
    const other = openTicketOf(state, ticket.patientId, service.id);
    if (other !== undefined) return refuse('patient-has-open-ticket', { ticketId: other.id });
  }
  const body = {
    ticketId: ticket.id,
    fromServiceId: ticket.standing.serviceId,
    toServiceId: service.id,
    ...(point === undefined ? {} : { toServicePointId: point.id }),
    placement: command.placement,
    placeAt: placeFor(command.placement, ticket, service.id, state, moment),
  };
  const transferred = withReason({ type: 'v1.TicketTransferred' as const, body }, command.reason, ticket);
  return accept(transferred, ...roomLeft(ticket, world));
}

/** Before everyone of its class, by the time it was issued, or after everyone who waits now. */
export function placeFor(
  placement: Placement,
  ticket: TicketRecord,
  serviceId: string,
  state: QueueState,
  moment: Moment,
): number {
  if (placement === 'by-time') return ticket.issuedAt;
  if (placement === 'back') return moment.at;
  const first = waitingFor(state, serviceId).reduce(
    (least, other) => Math.min(least, waitsSince(other, state)),
    ticket.issuedAt,
  );
  return first - 1;
}
