// The room that somebody was given before they came: whoever they are booked with left, so another one awaits them.

import type { FactOf } from '@foyer/contracts/events.ts';
import type { Moment } from '../decision.ts';
import { awaitedKey, type QueueState } from './queue-state.ts';
import { servicePointOf, type QueueWorld } from './queue-world.ts';

/** At check-in: nothing when no room was given, or when it is closed by now; then any room of the service will do. */
export function sentToRoom(
  ticketId: string,
  appointment: { readonly id: string; readonly serviceId: string },
  state: QueueState,
  world: Pick<QueueWorld, 'configuration'>,
  { businessDay }: Pick<Moment, 'businessDay'>,
): readonly FactOf<'v1.TicketReassigned'>[] {
  const given = state.reassignedAppointments.get(awaitedKey(businessDay, appointment.id))?.servicePointId;
  const point = servicePointOf(world, given ?? undefined);
  if (point === undefined || !point.serviceIds.includes(appointment.serviceId)) return [];
  if ((state.servicePoints.get(point.id)?.state ?? 'closed') === 'closed') return [];
  return [{ type: 'v1.TicketReassigned', body: { ticketId, toServicePointId: point.id } }];
}
