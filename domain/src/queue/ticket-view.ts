import type { Call, SteppedOutView, Ticket } from '@foyer/contracts/views.ts';
import type { CallRecord, TicketRecord } from './queue-state.ts';

/** A ticket as the outside sees it: names nobody. */
export function ticketView(record: TicketRecord): Ticket {
  const { standing } = record;
  return {
    id: record.id,
    publicId: record.publicId,
    number: record.number,
    serviceId: standing.serviceId,
    state: standing.state,
    priorityClass: standing.priorityClass,
    needs: record.needs,
    businessDay: record.businessDay,
    issuedAt: record.issuedAt,
    ...(standing.servicePointId === null ? {} : { servicePointId: standing.servicePointId }),
    callCount: standing.callCount,
  };
}

/** Where its patient waits, when that is outside. */
export function steppedOutView({ stepOut }: Pick<TicketRecord, 'stepOut'>): { readonly steppedOut?: SteppedOutView } {
  if (stepOut === undefined) return {};
  const { whenAhead, at, calledBackAt } = stepOut;
  return { steppedOut: { whenAhead, at, ...(calledBackAt === null ? {} : { calledBackAt }) } };
}

export function callView(record: CallRecord): Call {
  const { id, ticketId, number, servicePointId, at } = record;
  return { id, ticketId, number, servicePointId, at };
}
