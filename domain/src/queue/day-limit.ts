// How many walk-ins a service takes on a day. A kiosk gives no more numbers than that; who is booked is always taken, and
// so is everybody at the desk. Numbers that were taken back are given again.

import type { ServiceConfiguration } from '@foyer/contracts/configuration.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { walkInsKey, type QueueChanges, type QueueState, type TicketRecord } from './queue-state.ts';

type Ticket = Pick<TicketRecord, 'appointmentId' | 'businessDay' | 'issuedServiceId'>;

/** How many more a kiosk may give; undefined: as many as come. */
export function walkInsLeft(
  { id, dayLimit }: Pick<ServiceConfiguration, 'id' | 'dayLimit'>,
  state: Pick<QueueState, 'walkIns'>,
  businessDay: BusinessDay,
): number | undefined {
  if (dayLimit === undefined) return undefined;
  return Math.max(0, dayLimit - (state.walkIns.get(walkInsKey(businessDay, id))?.given ?? 0));
}

/** One more was given (1), or one was taken back (-1). Who is booked is not counted. */
export function walkInsChanged(state: QueueState, ticket: Ticket, by: 1 | -1): Pick<QueueChanges, 'walkIns'> {
  if (ticket.appointmentId !== null) return {};
  const { businessDay, issuedServiceId: serviceId } = ticket;
  const id = walkInsKey(businessDay, serviceId);
  const given = Math.max(0, (state.walkIns.get(id)?.given ?? 0) + by);
  return { walkIns: [{ id, businessDay, serviceId, given }] };
}
