// What was asked of the centre about appointments, as who may book sees it: what waits, what the centre said today, and
// refusals until a person has dealt with them.

import { appointmentModes } from '@foyer/contracts/appointment-mode.ts';
import { BookingState, isBookingKind, type BookingRequestView } from '@foyer/contracts/booking.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { RequestRow } from '../ports/projections.ts';
import { byId } from './clinic-view.ts';
import type { ClinicState } from './clinic-state.ts';

export function bookingOf(state: ClinicState): Pick<StaffView, 'booking' | 'bookingRequests'> {
  if (!state.isAdopted) return { booking: 'here' };
  const asked = state.bookingRequests.flatMap((row) => {
    const known = row.accepted === null ? BookingState.waiting : row.accepted ? BookingState.accepted : undefined;
    return known === undefined ? [] : viewOf(row, known);
  });
  const refused = state.workItems.flatMap((item) => viewOf(item, BookingState.refused));
  return { booking: 'centre', bookingRequests: byId([...asked, ...refused]) };
}

function viewOf(
  { id, kind, at, about, code }: Pick<RequestRow, 'id' | 'kind' | 'at' | 'about' | 'code'>,
  state: BookingState,
): readonly BookingRequestView[] {
  const { appointmentId, patientId, serviceId, fromServiceId, freeTimes } = about;
  if (!isBookingKind(kind) || appointmentId === undefined) return [];
  const [wanted, from] = [about['at'], about['fromAt']];
  const mode = appointmentModes.find((known) => known === about['mode']);
  return [
    {
      id,
      kind,
      state,
      askedAt: at,
      appointmentId,
      ...(patientId === undefined ? {} : { patientId }),
      ...(serviceId === undefined ? {} : { serviceId }),
      ...(wanted === undefined ? {} : { at: Number(wanted) }),
      ...(from === undefined ? {} : { fromAt: Number(from) }),
      ...(fromServiceId === undefined ? {} : { fromServiceId }),
      ...(mode === undefined ? {} : { mode }),
      ...(state !== BookingState.refused || code === null ? {} : { code }),
      ...(freeTimes === undefined ? {} : { freeTimes: freeTimes.split(',').map(Number) }),
    },
  ];
}
