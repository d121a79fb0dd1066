import type { FactOf } from '@foyer/contracts/events.ts';
import type { TicketRecord } from './queue-state.ts';

/** Served, with since when, so that service times can be read from the log alone. */
export function serviceFinished(ticket: TicketRecord, servicePointId: string): FactOf<'v1.ServiceFinished'> {
  const startedAt = ticket.standing.servingSince;
  return {
    type: 'v1.ServiceFinished',
    body: { ticketId: ticket.id, servicePointId, ...(startedAt === null ? {} : { startedAt }) },
  };
}
