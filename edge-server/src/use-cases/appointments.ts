// The schedule of a clinic that no centre has adopted: typed at the desk or brought from a table. A centre's schedule is
// the centre's alone.

import { usualMinutes } from '@foyer/contracts/booking.ts';
import type { BookedPerson, CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { dayBounds } from '@foyer/domain/calendar/business-day.ts';
import { accept, noEffect, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import { refused, samePerson, type Party, type Refused, type UseCaseContext } from './context.ts';

type BookedTime = BookedPerson['appointments'][number];
type Booked = { readonly ok: true; readonly facts: readonly Fact[] } | Refused;

const daysAhead = 366;

export function addAppointment(
  command: CommandOf<'add-appointment'>,
  _party: Party,
  context: UseCaseContext,
): Decision {
  if (context.reference.isAdopted()) return refused('centre-owns-schedule');
  const booked = bookOne(command, context);
  return booked.ok ? accept(...booked.facts.map((fact) => aboutPatient(fact, command.reason))) : booked;
}

/** One time of one person, known or new, as the facts of a clinic that books itself. */
export function bookOne(
  command: Omit<CommandOf<'add-appointment'>, 'commandId' | 'type'>,
  context: UseCaseContext,
): Booked {
  const { patientId, patient, serviceId, at, minutes, mode, practitionerId } = command;
  const time: BookedTime = {
    serviceId,
    at,
    ...(minutes === undefined ? {} : { minutes }),
    ...(mode === undefined ? {} : { mode }),
    ...(practitionerId === undefined ? {} : { practitionerId }),
  };
  const person: BookedPerson = {
    appointments: [time],
    ...(patientId === undefined ? {} : { patientId }),
    ...(patient === undefined ? {} : { patient }),
  };
  return bookPerson(person, context, new Set());
}

/** All of them or none. The reason speaks of the table and goes under the key of who gave it. */
export function importAppointments(
  command: CommandOf<'import-appointments'>,
  { sender }: Party,
  context: UseCaseContext,
): Decision {
  if (context.reference.isAdopted()) return refused('centre-owns-schedule');
  const facts: Fact[] = [];
  const taken = new Set<string>();
  for (const [person, one] of command.people.entries()) {
    const booked = bookPerson(one, context, taken);
    if (!booked.ok) return refused(booked.refusal.code, { ...booked.refusal, person });
    facts.push(...booked.facts);
  }
  const last = facts.pop();
  return last === undefined ? accept() : accept(...facts, withStaffReason(last, command.reason, sender.staffId));
}

/** One that nobody has checked in with. */
export function cancelAppointment(
  command: CommandOf<'cancel-appointment'>,
  _party: Party,
  { reference, records }: UseCaseContext,
): Decision {
  const { appointmentId, reason } = command;
  if (reference.isAdopted()) return refused('centre-owns-schedule');
  const appointment = reference.appointment(appointmentId);
  if (appointment === undefined) return refused('unknown-appointment');
  const ticketId = records.ticketOfAppointment(appointmentId);
  if (ticketId !== undefined) return refused('appointment-used', { ticketId });
  if (appointment.status === 'cancelled') return noEffect(command.type, { appointmentId });
  const { patientId } = appointment;
  return accept(aboutPatient({ type: 'v1.AppointmentCancelled', body: { appointmentId, patientId } }, reason));
}

/** `taken` are the times that earlier ones of the same command hold. */
function bookPerson(
  { patientId, patient, appointments }: BookedPerson,
  context: UseCaseContext,
  taken: Set<string>,
): Booked {
  const { reference, moment } = context;
  if (patientId === undefined && patient === undefined) return refused('unknown-patient');
  if (patientId !== undefined && !reference.knowsPatient(patientId)) return refused('unknown-patient', { patientId });
  const bookedFor = patientId ?? moment.newId();
  const facts: Fact[] = [];
  if (patientId === undefined && patient !== undefined) {
    const body = { patientId: bookedFor, provisional: true };
    facts.push({ type: 'v1.PatientRegistered', body, subjectId: bookedFor, sealed: { patient } });
  }
  for (const time of appointments) {
    const refusal =
      notBookable(time, context) ?? isWithNobody(time, context) ?? takenAlready(time, bookedFor, taken, context);
    if (refusal !== undefined) return refusal;
    taken.add(placeOf(time, bookedFor));
    const { serviceId, at: appointmentAt, minutes = usualMinutes, mode, practitionerId } = time;
    const appointmentId = moment.newId();
    facts.push({
      type: 'v1.AppointmentAdded',
      body: {
        appointmentId,
        patientId: bookedFor,
        serviceId,
        appointmentAt,
        minutes,
        ...(mode === undefined ? {} : { mode }),
        ...(practitionerId === undefined ? {} : { practitionerId }),
      },
    });
  }
  return { ok: true, facts };
}

/** From the beginning of today, so that a morning that is over can still be typed. */
export function notBookable(
  { serviceId, at }: BookedTime,
  { configuration, moment }: UseCaseContext,
): Refused | undefined {
  if (!configuration.services.some(({ id }) => id === serviceId)) return refused('unknown-service', { serviceId });
  const { from, until } = dayBounds(moment.businessDay, configuration.zone, configuration.businessDayStartsAt);
  return at >= from && at < until + daysAhead * dayMs ? undefined : refused('appointment-time-out-of-range');
}

/** Whoever it is with works here. */
function isWithNobody({ practitionerId }: BookedTime, { reference }: UseCaseContext): Refused | undefined {
  const isKnown = practitionerId === undefined || reference.knowsStaff(practitionerId);
  return isKnown ? undefined : refused('unknown-staff', { staffId: practitionerId });
}

/** Nobody is booked twice for one service at one moment, under whichever of their ids. */
export function takenAlready(
  time: BookedTime,
  patientId: string,
  taken: ReadonlySet<string>,
  { reference, records }: UseCaseContext,
): Refused | undefined {
  const { serviceId, at } = time;
  if (taken.has(placeOf(time, patientId))) return refused('slot-taken');
  const other = samePerson(patientId, records)
    .flatMap((id) => reference.appointmentsOfPatient(id, at, at + 1))
    .find((appointment) => appointment.status === 'booked' && appointment.serviceId === serviceId);
  return other === undefined ? undefined : refused('slot-taken', { appointmentId: other.id });
}

function placeOf({ serviceId, at }: BookedTime, patientId: string): string {
  return `${patientId} ${serviceId} ${at}`;
}

/** Under the patient's key, so that it goes with the patient. */
export function aboutPatient(fact: Fact, reason: string | undefined): Fact {
  if (reason === undefined) return fact;
  if (!isOfAppointment(fact)) return fact;
  return { ...fact, subjectId: fact.body.patientId, sealed: { reason } };
}

function isOfAppointment(
  fact: Fact,
): fact is Extract<Fact, { type: 'v1.AppointmentAdded' | 'v1.AppointmentMoved' | 'v1.AppointmentCancelled' }> {
  const { type } = fact;
  return type === 'v1.AppointmentAdded' || type === 'v1.AppointmentMoved' || type === 'v1.AppointmentCancelled';
}
