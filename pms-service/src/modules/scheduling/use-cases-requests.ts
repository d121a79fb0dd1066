// What a clinic asks of the schedule: decided here, and sent down whatever the day, because the clinic waits for it. The
// schedule is held until the commit, so that two who ask at once are decided one after the other.

import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { AppointmentId, ServiceId } from '@foyer/contracts/ids.ts';
import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { holdSchedule } from '../feed/use-cases.ts';
import { findClinic } from '../tenancy/use-cases.ts';
import type { Clinic } from '../tenancy/types.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { selectAppointments, selectAppointmentsBetween } from './queries.ts';
import { bookingFault, freeTimesNear, freeTimesWithinMs, type BookingBasis } from './rules-booking.ts';
import { AppointmentStatus, type Appointment, type AppointmentRequest } from './types.ts';
import { bookWithin, businessDayOf, placeAt, publishWithPatients } from './use-cases.ts';

export type ScheduleAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: Refusal; readonly freeTimes?: readonly EpochMs[] };

export async function bookForClinic(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  request: AppointmentRequest,
): Promise<ScheduleAnswer> {
  await holdSchedule(tx, clinicId);
  const refused = await refusalOf(context, tx, clinicId, request);
  if (refused !== undefined) return refused;
  const booking = await bookWithin(context, tx, clinicId, [request]);
  if (!booking.ok) return booking;
  await publishWithPatients(tx, clinicId, booking.appointments);
  return { ok: true };
}

/** Keeps its length. Refuses one that somebody arrived for, or that was cancelled. */
export async function moveForClinic(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  {
    appointmentId,
    at,
    serviceId,
  }: {
    readonly appointmentId: AppointmentId;
    readonly at: EpochMs;
    /** Absent: the same as before. */
    readonly serviceId?: ServiceId | undefined;
  },
): Promise<ScheduleAnswer> {
  await holdSchedule(tx, clinicId);
  const [found] = await selectAppointments(tx, clinicId, [appointmentId]);
  if (found === undefined) return { ok: false, refusal: { code: 'unknown-appointment', appointmentId } };
  if (found.status === AppointmentStatus.cancelled) return { ok: false, refusal: { code: 'appointment-cancelled' } };
  if (found.status === AppointmentStatus.arrived) return { ok: false, refusal: { code: 'appointment-used' } };
  const wanted = { ...found, at, serviceId: serviceId ?? found.serviceId };
  const refused = await refusalOf(context, tx, clinicId, wanted);
  if (refused !== undefined) return refused;
  await placeAt(context, tx, clinicId, wanted);
  return { ok: true };
}

/** Books again what was cancelled, where its time is still free. */
export async function restoreForClinic(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  appointmentId: AppointmentId,
): Promise<ScheduleAnswer> {
  await holdSchedule(tx, clinicId);
  const [found] = await selectAppointments(tx, clinicId, [appointmentId]);
  if (found === undefined) return { ok: false, refusal: { code: 'unknown-appointment', appointmentId } };
  if (found.status !== AppointmentStatus.cancelled) return { ok: true };
  const refused = await refusalOf(context, tx, clinicId, found);
  if (refused !== undefined) return refused;
  await placeAt(context, tx, clinicId, found);
  return { ok: true };
}

async function refusalOf(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  wanted: AppointmentRequest,
): Promise<Extract<ScheduleAnswer, { ok: false }> | undefined> {
  const clinic = await findClinic(tx, clinicId);
  if (clinic === undefined) return { ok: false, refusal: { code: 'not-found' } };
  const basis = async (withinMs: number): Promise<BookingBasis> => ({
    configuration: clinic.configuration,
    now: context.now(),
    booked: await bookedAround(tx, clinic, wanted.at, withinMs),
  });
  const code = bookingFault(wanted, await basis(dayMs));
  if (code === undefined) return undefined;
  return { ok: false, refusal: { code }, freeTimes: freeTimesNear(wanted, await basis(freeTimesWithinMs + dayMs)) };
}

function bookedAround(tx: Transaction, clinic: Clinic, at: EpochMs, withinMs: number): Promise<readonly Appointment[]> {
  const [from, until] = [businessDayOf(clinic, at - withinMs), businessDayOf(clinic, at + withinMs)];
  return selectAppointmentsBetween(tx, clinic.clinicId, from, until);
}
