// Appointments, staff and prices: what the centre owns and the edge receives. A booking is signed at once, so that the
// kiosk can tell a real code without asking anybody.

import { invariant } from '@foyer/contracts/app-error.ts';
import { temporaryRoles } from '@foyer/contracts/roles.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { AppointmentId, StaffId } from '@foyer/contracts/ids.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import { businessDayAt } from '@foyer/domain/calendar/business-day.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';
import { checkInCodeBytes, encodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { DeadLetter, InboxFact, InboxFactOf } from '../facts/types.ts';
import type { Publication } from '../feed/types.ts';
import { advanceSchedule, holdSchedule, publish, scheduleUntil } from '../feed/use-cases.ts';
import { findPatients, patientItem } from '../registration/use-cases.ts';
import { openSigner } from '../tenancy/use-cases-keys.ts';
import { findClinic } from '../tenancy/use-cases.ts';
import type { Clinic } from '../tenancy/types.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  cancelBooked,
  endStaffBefore,
  insertAppointments,
  putArrivals,
  putBooked,
  putPrices,
  putStaff,
  selectAppointments,
  selectAppointmentsBetween,
  selectStaff,
} from './queries.ts';
import {
  appointmentItem,
  arrivalsIn,
  daysToPublish,
  isWithinReach,
  ownBookingsIn,
  priceItem,
  staffItem,
} from './rules.ts';
import type { Appointment, AppointmentRequest, NewPrice, OwnBooking, Price, StaffMember } from './types.ts';

/** PostgreSQL's code for a broken exclusion constraint. */
const exclusionViolation = '23P01';

export type Booking = { ok: true; appointments: readonly Appointment[] } | { ok: false; refusal: Refusal };

/** Books all of them or none. Refuses `slot-taken`, `unknown-service`, `unknown-patient`. */
export async function bookAppointments(
  context: UseCaseContext,
  clinicId: string,
  requests: readonly AppointmentRequest[],
): Promise<Booking> {
  try {
    return await context.withTenant({ clinicId }, (tx) => bookWithin(context, tx, clinicId, requests));
  } catch (error) {
    if (!isSlotTaken(error)) throw error;
    return { ok: false, refusal: { code: 'slot-taken' } };
  }
}

/** Whether a transaction failed because a patient or a practitioner would have been in two places at once. */
export function isSlotTaken(error: unknown): boolean {
  return (error as { code?: unknown }).code === exclusionViolation;
}

/** The same within the caller's transaction, which fails where a slot is taken: see `isSlotTaken`. */
export async function bookWithin(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  requests: readonly AppointmentRequest[],
): Promise<Booking> {
  if (requests.length === 0) return { ok: true, appointments: [] };
  const clinic = await findClinic(tx, clinicId);
  if (clinic === undefined) return { ok: false, refusal: { code: 'not-found' } };
  const services = new Set(clinic.configuration.services.map((service) => service.id));
  const stranger = requests.find((request) => !services.has(request.serviceId));
  if (stranger !== undefined) return refuse('unknown-service', { serviceId: stranger.serviceId });
  const patients = await findPatients(
    tx,
    clinicId,
    requests.map((request) => request.patientId),
  );
  const nobody = requests.find((request) => patients.get(request.patientId)?.details == null);
  if (nobody !== undefined) return refuse('unknown-patient', { patientId: nobody.patientId });

  const appointments = await signAppointments(context, tx, clinic, requests);
  const published = await holdSchedule(tx, clinicId);
  await insertAppointments(tx, clinicId, appointments);
  const today = businessDayOf(clinic, context.now());
  const due = appointments.filter(({ businessDay }) => isWithinReach(businessDay, today, published));
  await publishWithPatients(tx, clinicId, due);
  return { ok: true, appointments };
}

/** As booked, each with the code of its business day. */
export async function signAppointments(
  context: UseCaseContext,
  tx: Transaction,
  { clinicId, configuration }: Clinic,
  requests: readonly AppointmentRequest[],
): Promise<readonly Appointment[]> {
  const sign = await openSigner(context, tx, clinicId);
  const { zone, businessDayStartsAt } = configuration;
  return requests.map((request): Appointment => {
    const { businessDay } = businessDayAt(request.at, zone, businessDayStartsAt);
    const code = { clinicId, appointmentId: request.appointmentId, businessDay, time: timeOfDay(request.at, zone) };
    return {
      ...request,
      businessDay,
      status: 'booked',
      checkInCode: encodeCheckInCode(code, sign(checkInCodeBytes(code))),
    };
  });
}

/** Refuses `unknown-appointment`; one that somebody arrived for is `wrong-state`. */
export async function cancelAppointment(
  tx: Transaction,
  clinicId: string,
  appointmentId: AppointmentId,
): Promise<{ ok: true } | { ok: false; refusal: Refusal }> {
  const cancelled = await cancelBooked(tx, clinicId, appointmentId);
  if (cancelled !== undefined) {
    await publish(tx, clinicId, [appointmentItem(cancelled)]);
    return { ok: true };
  }
  const [found] = await selectAppointments(tx, clinicId, [appointmentId]);
  if (found === undefined) return refuse('unknown-appointment', { appointmentId });
  return found.status === 'cancelled' ? { ok: true } : refuse('wrong-state', { state: found.status });
}

/** Puts it at its time and service, whatever they were, and sends it down. Its code says the day: it is signed anew. */
export async function placeAt(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  wanted: AppointmentRequest,
): Promise<void> {
  const clinic = await findClinic(tx, clinicId);
  invariant(clinic, 'an appointment is of a clinic');
  for (const placed of await signAppointments(context, tx, clinic, [wanted])) {
    await putBooked(tx, clinicId, placed);
    await publishWithPatients(tx, clinicId, [placed]);
  }
}

export function findAppointments(
  tx: Transaction,
  clinicId: string,
  ids: readonly AppointmentId[],
): Promise<readonly Appointment[]> {
  return selectAppointments(tx, clinicId, ids);
}

/**
 * Sends down the days that have come within reach since the last time, and ends whose last day is over. Called whenever
 * an edge asks.
 */
export async function publishDueSchedule(context: UseCaseContext, clinicId: string): Promise<void> {
  await context.withTenant({ clinicId }, async (tx) => {
    const clinic = await findClinic(tx, clinicId);
    if (clinic === undefined) return;
    const today = businessDayOf(clinic, context.now());
    await publish(tx, clinicId, (await endStaffBefore(tx, clinicId, today)).map(staffItem));
    const range = daysToPublish(today, await scheduleUntil(tx, clinicId));
    if (range === undefined) return;
    const before = await advanceSchedule(tx, clinicId, range.until);
    const due = daysToPublish(today, before);
    if (due === undefined) return;
    await publishWithPatients(tx, clinicId, await selectAppointmentsBetween(tx, clinicId, due.from, due.until));
  });
}

/** Both days included. */
export function appointmentsBetween(
  tx: Transaction,
  clinicId: string,
  from: BusinessDay,
  until: BusinessDay,
): Promise<readonly Appointment[]> {
  return selectAppointmentsBetween(tx, clinicId, from, until);
}

export async function findStaff(tx: Transaction, clinicId: string): Promise<ReadonlyMap<StaffId, StaffMember>> {
  return new Map((await selectStaff(tx, clinicId)).map((member) => [member.staffId, member]));
}

export async function setStaff(tx: Transaction, clinicId: string, staff: readonly StaffMember[]): Promise<void> {
  if (staff.length === 0) return;
  await putStaff(tx, clinicId, staff);
  await publish(tx, clinicId, staff.map(staffItem));
}

/**
 * Takes somebody into the roster whom the clinic has admitted; their PIN is the clinic's alone. Refused for an id or a
 * name that somebody has, and for roles that nobody is admitted as.
 */
export async function admitStaff(
  tx: Transaction,
  clinicId: string,
  asked: {
    readonly staffId: StaffId;
    readonly name: string | undefined;
    readonly roles: readonly string[];
    readonly until: BusinessDay | undefined;
  },
): Promise<{ ok: true } | { ok: false; refusal: Refusal }> {
  const { staffId, name, until } = asked;
  const roles = temporaryRoles.filter((role) => asked.roles.includes(role));
  if (name === undefined || until === undefined || roles.length === 0 || roles.length !== asked.roles.length)
    return { ok: false, refusal: { code: 'request-refused' } };
  const held = [...(await findStaff(tx, clinicId)).values()];
  if (held.some((member) => member.staffId === staffId || (member.active && member.name === name)))
    return { ok: false, refusal: { code: 'staff-name-taken' } };
  await setStaff(tx, clinicId, [{ staffId, name, roles, pinHash: '', active: true, until }]);
  return { ok: true };
}

/** Those that changed; the others keep their version. */
export async function setPrices(
  tx: Transaction,
  clinicId: string,
  prices: readonly NewPrice[],
): Promise<readonly Price[]> {
  const changed = await putPrices(tx, clinicId, prices);
  await publish(tx, clinicId, changed.map(priceItem));
  return changed;
}

/** Its patients have to be applied before. */
export async function applyAppointmentFacts(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  facts: readonly InboxFact[],
): Promise<readonly DeadLetter[]> {
  const dead = await takeOver(context, tx, clinicId, ownBookingsIn(facts));
  const arrivals = arrivalsIn(facts);
  if (arrivals.length > 0) await putArrivals(tx, clinicId, arrivals);
  for (const fact of facts) {
    if (fact.type === 'v1.AppointmentMoved') await followMove(context, tx, clinicId, fact.body);
    if (fact.type === 'v1.AppointmentCancelled') await cancelAppointment(tx, clinicId, fact.body.appointmentId);
  }
  return dead;
}

/** As the clinic did it while the schedule was its own. */
async function followMove(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  { appointmentId, appointmentAt: at, serviceId }: InboxFactOf<'v1.AppointmentMoved'>['body'],
): Promise<void> {
  const [found] = await selectAppointments(tx, clinicId, [appointmentId]);
  if (found?.status === 'booked') await placeAt(context, tx, clinicId, { ...found, at, serviceId });
}

/** The clinic's own bookings into the schedule; who was erased since has none. */
async function takeOver(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: string,
  bookings: readonly OwnBooking[],
): Promise<readonly DeadLetter[]> {
  if (bookings.length === 0) return [];
  const requests = bookings.map(({ request }) => request);
  const clinic = await findClinic(tx, clinicId);
  const services = new Set(clinic?.configuration.services.map(({ id }) => id));
  const patients = await findPatients(tx, clinicId, [...new Set(requests.map(({ patientId }) => patientId))]);
  const held = await selectAppointments(
    tx,
    clinicId,
    requests.map(({ appointmentId }) => appointmentId),
  );
  const known = new Set(held.map(({ appointmentId }) => appointmentId));
  const dead: DeadLetter[] = [];
  const missing: AppointmentRequest[] = [];
  for (const { request, place } of bookings) {
    const patient = patients.get(request.patientId);
    if (known.has(request.appointmentId) || patient?.details === null) continue;
    if (!services.has(request.serviceId)) dead.push({ ...place, reason: 'unknown-service' });
    else if (patient === undefined) dead.push({ ...place, reason: 'unknown-patient' });
    else missing.push(request);
  }
  const booking = await bookWithin(context, tx, clinicId, missing);
  invariant(booking.ok, 'what a booking is refused for was looked for before');
  return dead;
}

export function businessDayOf(clinic: Clinic, at: number): string {
  return businessDayAt(at, clinic.configuration.zone, clinic.configuration.businessDayStartsAt).businessDay;
}

/** A patient goes down before the appointment; an erased one's appointment stays here. */
export async function publishWithPatients(
  tx: Transaction,
  clinicId: string,
  appointments: readonly Appointment[],
): Promise<void> {
  const patients = await findPatients(tx, clinicId, [...new Set(appointments.map(({ patientId }) => patientId))]);
  const items = appointments.flatMap((appointment): Publication[] => {
    const patient = patients.get(appointment.patientId);
    const sent = patient === undefined ? [] : patientItem(patient);
    return sent.length === 0 ? [] : [...sent, appointmentItem(appointment)];
  });
  await publish(tx, clinicId, items);
}

function refuse(code: Refusal['code'], facts: Record<string, unknown>): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, ...facts } };
}
