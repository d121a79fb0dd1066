// What of an arrival staff have to see before they act: that the visit is not in person, that the document has expired,
// that something is to be paid. What goes without saying is not there.

import { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import { TicketNote } from '@foyer/contracts/ticket-note.ts';
import type { StaffAppointment, StaffTicket } from '@foyer/contracts/staff-view.ts';

export type ArrivalMark =
  | { readonly kind: 'video' | 'phone' | 'document-expired' }
  | { readonly kind: 'owes'; readonly amountMinor: number };

export function arrivalMarks(
  appointment: Pick<StaffAppointment, 'mode' | 'owesMinor'> | undefined,
  ticket: Pick<StaffTicket, 'notes'> | undefined,
): readonly ArrivalMark[] {
  const { mode = AppointmentMode.inPerson, owesMinor = 0 } = appointment ?? {};
  return [
    ...(mode === AppointmentMode.inPerson ? [] : [{ kind: mode }]),
    ...(ticket?.notes?.includes(TicketNote.documentExpired) ? [{ kind: TicketNote.documentExpired }] : []),
    ...(owesMinor > 0 ? [{ kind: 'owes' as const, amountMinor: owesMinor }] : []),
  ];
}
