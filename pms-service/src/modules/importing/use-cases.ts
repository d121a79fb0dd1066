// Takes in what the centre owns of a clinic: its staff, prices, patients and appointments, all of it or nothing. The
// same facts again change nothing: staff and prices become what they say, a patient or an appointment that is there
// stays.

import { invariant } from '@foyer/contracts/app-error.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import { addDays } from '@foyer/domain/calendar/business-day.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { canonicalJson } from '../canonical-json.ts';
import { findPatients, registerPatients } from '../registration/use-cases.ts';
import type { Appointment, AppointmentRequest, StaffMember } from '../scheduling/types.ts';
import {
  appointmentsBetween,
  bookWithin,
  businessDayOf,
  findAppointments,
  findStaff,
  isSlotTaken,
  setPrices,
  setStaff,
} from '../scheduling/use-cases.ts';
import type { Clinic } from '../tenancy/types.ts';
import { findClinic } from '../tenancy/use-cases.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { findFaults } from './rules.ts';
import type { ClinicFacts, HeldFacts, Imported, ImportResult, NewStaffMember } from './types.ts';

/** Undefined when there is no such clinic. */
export async function importFacts(
  context: UseCaseContext,
  clinicId: ClinicId,
  facts: ClinicFacts,
): Promise<ImportResult | undefined> {
  const staff = await changedStaff(context, clinicId, facts.staff);
  try {
    return await context.withTenant({ clinicId }, async (tx) => {
      const clinic = await findClinic(tx, clinicId);
      if (clinic === undefined) return undefined;
      const held = await findHeld(tx, clinic, facts);
      const faults = findFaults(facts, held);
      if (faults.length > 0) return { ok: false, faults };
      return { ok: true, imported: await takeIn(context, tx, clinicId, facts, staff, held) };
    });
  } catch (error) {
    if (!isSlotTaken(error)) throw error;
    return { ok: false, faults: [{ path: '/appointments', what: 'a time in it was booked by somebody just now' }] };
  }
}

async function takeIn(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: ClinicId,
  facts: ClinicFacts,
  staff: readonly StaffMember[],
  held: HeldFacts,
): Promise<Imported> {
  await setStaff(tx, clinicId, staff);
  const prices = await setPrices(tx, clinicId, facts.prices);
  const patients = facts.patients.filter(({ patientId }) => !held.patients.has(patientId));
  await registerPatients(context, tx, clinicId, patients);
  const asked = new Set(facts.appointments.map(({ appointmentId }) => appointmentId));
  const before = held.appointments.filter(({ appointmentId }) => asked.has(appointmentId));
  const known = new Set(before.map(({ appointmentId }) => appointmentId));
  const missing = facts.appointments.filter(({ appointmentId }) => !known.has(appointmentId));
  const booked = await book(context, tx, clinicId, missing);
  return {
    staff: staff.length,
    prices: prices.length,
    patients: patients.length,
    booked: booked.length,
    appointments: [...before, ...booked],
  };
}

/** Hashed before anything is locked: each hash takes a core for a while, on purpose. */
async function changedStaff(
  context: UseCaseContext,
  clinicId: ClinicId,
  staff: readonly NewStaffMember[],
): Promise<readonly StaffMember[]> {
  const held = await context.withTenant({ clinicId }, (tx) => findStaff(tx, clinicId));
  const changed: StaffMember[] = [];
  for (const { pin, pinAtClinic = false, ...member } of staff) {
    const before = held.get(member.staffId);
    const keepsPin = pin === undefined || (await context.passwords.verify(before?.pinHash, pin));
    const pinHash = keepsPin ? (before?.pinHash ?? (pinAtClinic ? '' : undefined)) : await context.passwords.hash(pin);
    if (pinHash === undefined) continue;
    const after = { ...member, pinHash };
    if (canonicalJson(after) !== canonicalJson(before)) changed.push(after);
  }
  return changed;
}

async function findHeld(tx: Transaction, clinic: Clinic, facts: ClinicFacts): Promise<HeldFacts> {
  const { clinicId, configuration } = clinic;
  const patientIds = [...facts.patients, ...facts.appointments].map(({ patientId }) => patientId);
  return {
    services: new Set(configuration.services.map(({ id }) => id)),
    staff: new Set((await findStaff(tx, clinicId)).keys()),
    patients: await findPatients(tx, clinicId, [...new Set(patientIds)]),
    appointments: await findAround(tx, clinic, facts.appointments),
  };
}

/** The appointments themselves, and all of the days that they are on. */
async function findAround(
  tx: Transaction,
  clinic: Clinic,
  requests: readonly AppointmentRequest[],
): Promise<readonly Appointment[]> {
  if (requests.length === 0) return [];
  const { clinicId } = clinic;
  const ids = requests.map(({ appointmentId }) => appointmentId);
  const days = requests.map(({ at }) => businessDayOf(clinic, at)).toSorted();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const around = await appointmentsBetween(tx, clinicId, addDays(first, -1), addDays(last, 1));
  const held = [...around, ...(await findAppointments(tx, clinicId, ids))];
  return [...new Map(held.map((each) => [each.appointmentId, each])).values()];
}

async function book(
  context: UseCaseContext,
  tx: Transaction,
  clinicId: ClinicId,
  missing: readonly AppointmentRequest[],
): Promise<readonly Appointment[]> {
  const booking = await bookWithin(context, tx, clinicId, missing);
  invariant(booking.ok, 'what a booking is refused for was looked for before');
  return booking.appointments;
}
