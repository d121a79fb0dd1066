// Booking, moving and cancelling from the clinic. Where a centre owns the schedule it is asked by a request, which is
// durable here at once and waits in sight until the centre has answered; where none does, it is done. What is plainly
// impossible is refused before anybody is asked.

import { BookingKind, isBookingKind } from '@foyer/contracts/booking.ts';
import type { CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { accept, noEffect, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import type { ReferenceAppointment } from '../ports/reference-data.ts';
import { aboutPatient, bookOne, cancelAppointment, notBookable, takenAlready } from './appointments.ts';
import { refused, type Party, type Refused, type UseCaseContext } from './context.ts';

/** The booked one is named from the start: it is that one which the centre sends down, or nothing. */
export function requestAppointment(
  command: CommandOf<'request-appointment'>,
  _party: Party,
  context: UseCaseContext,
): Decision {
  const repeated = askedBefore(command, context);
  if (repeated !== undefined) return repeated;
  const booked = bookOne(command, context);
  if (!booked.ok) return booked;
  const facts = booked.facts.map((fact) => {
    if (fact.type !== 'v1.AppointmentAdded' || !context.reference.isAdopted()) return fact;
    const { appointmentAt: at, ...more } = fact.body;
    return raised(BookingKind.book, command.requestId, { ...more, at }, context);
  });
  return accept(...facts.map((fact) => withReason(fact, command.reason)));
}

export function requestMove(command: CommandOf<'request-move'>, _party: Party, context: UseCaseContext): Decision {
  const repeated = askedBefore(command, context);
  if (repeated !== undefined) return repeated;
  const { appointmentId, at, reason } = command;
  const standing = standingAppointment(appointmentId, context);
  if ('refusal' in standing) return standing;
  const { patientId, at: fromAt, serviceId: fromServiceId } = standing;
  const serviceId = command.serviceId ?? fromServiceId;
  if (at === fromAt && serviceId === fromServiceId) return noEffect(command.type, { appointmentId });
  const time = { serviceId, at };
  const refusal = notBookable(time, context) ?? takenAlready(time, patientId, new Set(), context);
  if (refusal !== undefined) return refusal;
  if (!context.reference.isAdopted()) {
    const body = { appointmentId, patientId, serviceId, appointmentAt: at };
    return accept(withReason({ type: 'v1.AppointmentMoved', body }, reason));
  }
  const about = { appointmentId, patientId, serviceId, at, fromAt, fromServiceId };
  return accept(withReason(raised(BookingKind.move, command.requestId, about, context), reason));
}

export function requestCancellation(
  command: CommandOf<'request-cancellation'>,
  party: Party,
  context: UseCaseContext,
): Decision {
  const repeated = askedBefore(command, context);
  if (repeated !== undefined) return repeated;
  const { requestId, appointmentId, reason } = command;
  if (!context.reference.isAdopted()) {
    const { commandId } = command;
    const here = reason === undefined ? { appointmentId } : { appointmentId, reason };
    return cancelAppointment({ commandId, type: 'cancel-appointment', ...here }, party, context);
  }
  const standing = standingAppointment(appointmentId, context);
  if ('refusal' in standing) return standing;
  const { patientId, serviceId, at } = standing;
  const about = { appointmentId, patientId, serviceId, at };
  return accept(withReason(raised(BookingKind.cancel, requestId, about, context), reason));
}

/** While it waits. What the centre may have done of it meanwhile, it takes back. */
export function withdrawRequest(
  { type, requestId, reason }: CommandOf<'withdraw-request'>,
  { sender }: Party,
  { records }: UseCaseContext,
): Decision {
  const asked = records.request(requestId);
  if (asked === undefined || !asked.ours || !isBookingKind(asked.kind)) return refused('unknown-request');
  if (asked.code === 'request-withdrawn') return noEffect(type, { requestId });
  if (asked.accepted !== null) return refused('request-answered');
  return accept(withStaffReason({ type: 'v1.RequestWithdrawn', body: { requestId } }, reason, sender.staffId));
}

function askedBefore(
  { type, requestId }: { readonly type: string; readonly requestId?: string },
  { records }: UseCaseContext,
): Decision | undefined {
  const before = requestId === undefined ? undefined : records.request(requestId);
  if (before === undefined || requestId === undefined) return undefined;
  return noEffect(type, { requestId, appointmentId: before.about['appointmentId'] ?? '' });
}

function standingAppointment(
  appointmentId: string,
  { reference, records }: UseCaseContext,
): ReferenceAppointment | Refused {
  const appointment = reference.appointment(appointmentId);
  if (appointment === undefined) return refused('unknown-appointment');
  const ticketId = records.ticketOfAppointment(appointmentId);
  if (ticketId !== undefined) return refused('appointment-used', { ticketId });
  return appointment.status === 'cancelled' ? refused('appointment-cancelled') : appointment;
}

function raised(
  kind: BookingKind,
  requestId: string | undefined,
  about: { readonly [what: string]: string | number },
  { moment }: UseCaseContext,
): Fact {
  const texts = Object.fromEntries(Object.entries(about).map(([what, value]) => [what, String(value)]));
  return { type: 'v1.RequestRaised', body: { requestId: requestId ?? moment.newId(), kind, about: texts } };
}

/** Under the patient's key, so that it goes with the patient. */
function withReason(fact: Fact, reason: string | undefined): Fact {
  if (fact.type !== 'v1.RequestRaised') return aboutPatient(fact, reason);
  const subjectId = fact.body.about['patientId'];
  return reason === undefined || subjectId === undefined ? fact : { ...fact, subjectId, sealed: { reason } };
}
