import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import type { Call, Ticket } from '@foyer/contracts/board-view.ts';
import type { SteppedOutView } from '@foyer/contracts/clinic-view.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import type { CallRecord, QueueState, TicketRecord } from './queue-state.ts';

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

/** The room that a waiting ticket was sent to, unless it is closed: then any room of its service calls it. */
export function awaitedRoomView(
  { standing }: Pick<TicketRecord, 'standing'>,
  world: {
    readonly configuration: Pick<ClinicConfiguration, 'servicePoints'>;
    readonly queue: Pick<QueueState, 'servicePoints'>;
  },
): Pick<TicketView, 'awaitsServicePointNames'> {
  const id = standing.forServicePointId;
  if (id === null || standing.state !== TicketState.waiting) return {};
  if ((world.queue.servicePoints.get(id)?.state ?? 'closed') === 'closed') return {};
  const point = world.configuration.servicePoints.find((each) => each.id === id);
  return point === undefined ? {} : { awaitsServicePointNames: point.name };
}

export function callView(record: CallRecord): Call {
  const { id, ticketId, number, servicePointId, at } = record;
  return { id, ticketId, number, servicePointId, at };
}
