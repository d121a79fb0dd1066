// Booking by the caller's own id, so that who was told that it is not known whether the appointment was written
// (`commit-unanswered`, or no answer at all) asks again and has one appointment.

import { selectAppointments } from './queries.ts';
import type { AppointmentRequest } from './types.ts';
import { bookAppointments, type Booking } from './use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';

/** The same again is answered as before. Refuses what booking refuses, and `command-id-reused` for another appointment. */
export async function bookOnce(
  context: UseCaseContext,
  clinicId: string,
  request: AppointmentRequest,
): Promise<Booking> {
  const [held] = await context.withTenant({ clinicId }, (tx) =>
    selectAppointments(tx, clinicId, [request.appointmentId]),
  );
  if (held === undefined) return bookAppointments(context, clinicId, [request]);
  const isSame =
    held.patientId === request.patientId &&
    held.serviceId === request.serviceId &&
    held.at === request.at &&
    held.minutes === request.minutes;
  return isSame ? { ok: true, appointments: [held] } : { ok: false, refusal: { code: 'command-id-reused' } };
}
