// What can be done about a booking that was made or asked for here: taken back for some seconds, and shown while it waits,
// was refused, or was just accepted.

import { BookingKind, BookingState, type BookingRequestView } from '@foyer/contracts/booking.ts';
import { secondMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';

/** For so long after it was asked an accepted one stays in sight, and can be undone. */
export const undoWithinMs = 30 * secondMs;

/** What is refused stands before what waits, and what waits before what is done. */
const order: readonly BookingState[] = [BookingState.refused, BookingState.waiting, BookingState.accepted];

export function bookingsInSight(
  { bookingRequests }: Pick<StaffView, 'bookingRequests'>,
  now: EpochMs,
): readonly BookingRequestView[] {
  return Object.values(bookingRequests ?? {})
    .filter(({ state, askedAt }) => state !== BookingState.accepted || now - askedAt < undoWithinMs)
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.askedAt - a.askedAt);
}

/** What takes it back: undefined for what cannot be. A cancellation is followed by a booking of the same time. */
export function takeBack(request: BookingRequestView): CommandBody | undefined {
  const { id, kind, state, appointmentId, at, fromAt, fromServiceId } = request;
  if (state === BookingState.waiting) return { type: 'withdraw-request', requestId: id };
  if (state === BookingState.refused) return { type: 'resolve-work-item', workItemId: id };
  if (kind === BookingKind.book) return { type: 'request-cancellation', appointmentId };
  if (kind === BookingKind.cancel) return at === undefined ? undefined : bookedAt(request, at);
  return kind === BookingKind.move && fromAt !== undefined
    ? { type: 'request-move', appointmentId, at: fromAt, ...(fromServiceId ? { serviceId: fromServiceId } : {}) }
    : undefined;
}

/** The same again at another time; undefined where no time is asked for. */
export function askedAt(request: BookingRequestView, at: EpochMs): CommandBody | undefined {
  const { kind, appointmentId, serviceId } = request;
  if (kind === BookingKind.move)
    return { type: 'request-move', appointmentId, at, ...(serviceId ? { serviceId } : {}) };
  return kind === BookingKind.book ? bookedAt(request, at) : undefined;
}

function bookedAt({ patientId, serviceId, mode }: BookingRequestView, at: EpochMs): CommandBody | undefined {
  if (!patientId || !serviceId) return undefined;
  return { type: 'request-appointment', patientId, serviceId, at, ...(mode ? { mode } : {}) };
}
