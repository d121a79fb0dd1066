// The schedule of a clinic that no centre has adopted: typed at the desk or brought from a table. A centre's schedule is
// the centre's alone.

import type { BookedPerson, CommandOf } from '@foyer/contracts/commands.ts';
import type { Fact } from '@foyer/contracts/events.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { dayBounds } from '@foyer/domain/calendar/business-day.ts';
import { accept, noEffect, type Decision } from '@foyer/domain/decision.ts';
import { withStaffReason } from '@foyer/domain/queue/sealed-reason.ts';
import { refused, samePerson, type Party, type Refused, type UseCaseContext } from './context.ts';

type BookedTime = BookedPerson['appointments'][number];
type Booked = { readonly ok: true; readonly facts: readonly Fact[] } | Refused;

const usualMinutes = 15;
const daysAhead = 366;

export function addAppointment(
  command: CommandOf<'add-appointment'>,
  _party: Party,
  context: UseCaseContext,
): Decision {
  const { patientId, patient, serviceId, at, minutes, reason } = command;
  const time: BookedTime = { serviceId, at, ...(minutes === undefined ? {} : { minutes }) };
  const person: BookedPerson = {
    appointments: [time],
    ...(patientId === undefined ? {} : { patientId }),
    ...(patient === undefined ? {} : { patient }),
  };
  if (context.reference.isAdopted()) return refused('centre-owns-schedule');
  const booked = bookPerson(person, context, new Set());
  return booked.ok ? accept(...booked.facts.map((fact) => aboutPatient(fact, reason))) : booked;
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
    const refusal = notBookable(time, context) ?? takenAlready(time, bookedFor, taken, context);
    if (refusal !== undefined) return refusal;
    taken.add(placeOf(time, bookedFor));
    const { serviceId, at: appointmentAt, minutes = usualMinutes } = time;
    const appointmentId = moment.newId();
    facts.push({
      type: 'v1.AppointmentAdded',
      body: { appointmentId, patientId: bookedFor, serviceId, appointmentAt, minutes },
    });
  }
  return { ok: true, facts };
}

/** From the beginning of today, so that a morning that is over can still be typed. */
function notBookable({ serviceId, at }: BookedTime, { configuration, moment }: UseCaseContext): Refused | undefined {
  if (!configuration.services.some(({ id }) => id === serviceId)) return refused('unknown-service', { serviceId });
  const { from, until } = dayBounds(moment.businessDay, configuration.zone, configuration.businessDayStartsAt);
  return at >= from && at < until + daysAhead * dayMs ? undefined : refused('appointment-time-out-of-range');
}

/** Nobody is booked twice for one service at one moment, under whichever of their ids. */
function takenAlready(
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
function aboutPatient(fact: Fact, reason: string | undefined): Fact {
  if (reason === undefined) return fact;
  if (fact.type !== 'v1.AppointmentAdded' && fact.type !== 'v1.AppointmentCancelled') return fact;
  return { ...fact, subjectId: fact.body.patientId, sealed: { reason } };
}
