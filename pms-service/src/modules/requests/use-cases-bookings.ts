// A clinic's requests about appointments, as what its schedule is asked. All that is in one is text, as rows hold it.

import { appointmentModes } from '@foyer/contracts/appointment-mode.ts';
import { BookingKind, usualMinutes } from '@foyer/contracts/booking.ts';
import type { RequestId } from '@foyer/contracts/ids.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { InboxFact } from '../facts/types.ts';
import {
  bookForClinic,
  moveForClinic,
  restoreForClinic,
  type ScheduleAnswer,
} from '../scheduling/use-cases-requests.ts';
import { cancelAppointment } from '../scheduling/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import type { CrossRequest } from './types.ts';

type About = Readonly<Record<string, string>>;
const incomplete: ScheduleAnswer = { ok: false, refusal: { code: 'request-refused' } };

/** What of these the clinic withdrew before anybody here had decided it. */
export function withdrawnIn(facts: readonly InboxFact[]): ReadonlySet<RequestId> {
  return new Set(facts.flatMap((fact) => (fact.type === 'v1.RequestWithdrawn' ? [fact.body.requestId] : [])));
}

export async function decideBooking(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  kind: BookingKind,
  about: About,
): Promise<ScheduleAnswer> {
  const { appointmentId, patientId, serviceId } = about;
  const at = Number(about['at']);
  if (appointmentId === undefined) return incomplete;
  if (kind === BookingKind.cancel) return cancelAppointment(tx, clinicId, appointmentId);
  if (!Number.isSafeInteger(at)) return incomplete;
  if (kind === BookingKind.move) return moveForClinic(context, tx, clinicId, { appointmentId, at, serviceId });
  if (patientId === undefined || serviceId === undefined) return incomplete;
  const minutes = Number(about['minutes'] ?? usualMinutes);
  if (!Number.isSafeInteger(minutes) || minutes < 1) return incomplete;
  const mode = appointmentModes.find((known) => known === about['mode']);
  const request = { appointmentId, patientId, serviceId, at, minutes, ...(mode === undefined ? {} : { mode }) };
  return bookForClinic(context, tx, clinicId, request);
}

/** The opposite of what was accepted. */
export async function takeBookingBack(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  { kind, body }: CrossRequest,
): Promise<ScheduleAnswer> {
  const { appointmentId, fromAt, fromServiceId: serviceId } = body as About;
  if (appointmentId === undefined) return incomplete;
  switch (kind) {
    case BookingKind.book:
      return cancelAppointment(tx, clinicId, appointmentId);
    case BookingKind.move:
      return moveForClinic(context, tx, clinicId, { appointmentId, at: Number(fromAt), serviceId });
    case BookingKind.cancel:
      return restoreForClinic(context, tx, clinicId, appointmentId);
    default:
      return incomplete;
  }
}
