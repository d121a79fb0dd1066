// The patient's own page: its number and place. It names nobody, so that a phone left on a table tells nothing.

import { TicketState, isOpen } from '@foyer/contracts/ticket-state.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import type { TicketView } from '@foyer/contracts/views.ts';
import { peopleAhead } from '@foyer/domain/queue/order.ts';
import type { TicketRecord } from '@foyer/domain/queue/queue-state.ts';
import type { ClinicState } from './clinic-state.ts';
import { servicePointName, servicePointNames } from './clinic-view.ts';

/** How long after a ticket closed its page still answers. */
export const ticketPageLifeMs = dayMs;

export function ticketView(state: ClinicState, ticketId: string): TicketView | undefined {
  const ticket = state.queue.tickets.get(ticketId);
  if (ticket === undefined || !hasPage(ticket, state.now)) return undefined;
  const { standing } = ticket;
  const service = state.configuration.services.find(({ id }) => id === standing.serviceId);
  const point = standing.servicePointId;
  return {
    id: ticket.id,
    number: ticket.number,
    state: standing.state,
    ahead: peopleAhead(state.queue, ticket),
    asOf: state.now,
    clinicName: state.configuration.name,
    ...(service === undefined
      ? {}
      : { serviceName: service.name, waitingArea: service.waitingArea }),
    ...(point === null
      ? {}
      : {
          servicePointName: servicePointName(state, point),
          servicePointNames: servicePointNames(state, point),
        }),
    ...(standing.state === TicketState.onHold && standing.heldByTicket ? { heldByMe: true } : {}),
  };
}

export function hasPage(ticket: TicketRecord, now: number): boolean {
  return (
    isOpen(ticket.standing.state) ||
    ticket.closedAt === null ||
    now < ticket.closedAt + ticketPageLifeMs
  );
}
