// Fills a centre with the demonstration's facts: one network, one clinic, people, prices, patients and a day of
// appointments. What exists already stays as it is; what is new today, appointments above all, is added.

import type { CentreRole } from '@foyer/contracts/centre-api.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { AppointmentId, StaffId } from '@foyer/contracts/ids.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { canonicalJson } from './modules/canonical-json.ts';
import { createUser, openSession } from './modules/identity/use-cases.ts';
import { findPatients, registerPatients, type NewPatient } from './modules/registration/use-cases.ts';
import type { AppointmentRequest, Price } from './modules/scheduling/types.ts';
import {
  bookAppointments,
  findAppointments,
  findStaffIds,
  setPrices,
  setStaff,
} from './modules/scheduling/use-cases.ts';
import {
  addEdge,
  changeConfiguration,
  createClinic,
  createNetwork,
  findClinic,
  findNetwork,
} from './modules/tenancy/use-cases.ts';
import type { UseCaseContext } from './modules/use-case-context.ts';

export interface DemonstrationFacts {
  readonly network: { readonly networkId: string; readonly name: string };
  readonly clinic: ClinicConfiguration;
  readonly users: readonly {
    readonly userId: string;
    readonly email: string;
    readonly password: string;
    readonly role: CentreRole;
  }[];
  readonly staff: readonly {
    readonly staffId: StaffId;
    readonly name: string;
    readonly roles: readonly StaffRole[];
    readonly pin: string;
  }[];
  readonly prices: readonly Omit<Price, 'version'>[];
  readonly patients: readonly NewPatient[];
  readonly appointments: readonly AppointmentRequest[];
}

export interface DemonstrationCredentials {
  /** For the edge: `FOYER_PMS_TOKEN_FILE`. */
  readonly edgeToken: string;
  /** Bearer tokens of the first user of each role. */
  readonly tokens: { readonly [R in CentreRole]?: string };
  readonly appointments: readonly {
    readonly appointmentId: AppointmentId;
    readonly checkInCode: string;
  }[];
}

const tokenLifeMs = 30 * dayMs;

/** Throws when an appointment cannot be booked: the demonstration's own facts are wrong then. */
export async function seedDemonstration(
  context: UseCaseContext,
  facts: DemonstrationFacts,
): Promise<DemonstrationCredentials> {
  const { clinicId } = facts.clinic;
  const { networkId } = facts.network;
  const isNew = (await findNetwork(context, networkId)) === undefined;
  const users = facts.users.map(({ password, ...user }) => ({
    password,
    user: { ...user, networkId, clinicId: user.role === 'clinic-admin' ? clinicId : null },
  }));
  if (isNew) {
    await createNetwork(context, facts.network);
    for (const { user, password } of users) await createUser(context, { ...user, password });
  }
  await putClinic(context, networkId, facts.clinic);
  await putPeople(context, clinicId, facts);
  const appointments = await bookMissing(context, clinicId, facts.appointments);
  const edge = await addEdge(context, clinicId);
  const tokens: { [R in CentreRole]?: string } = {};
  for (const { user } of users) {
    tokens[user.role] ??= (await openSession(context, user, tokenLifeMs)).token;
  }
  return { edgeToken: edge?.token ?? '', tokens, appointments };
}

async function putClinic(context: UseCaseContext, networkId: string, clinic: ClinicConfiguration): Promise<void> {
  const { clinicId } = clinic;
  const held = await context.withTenant({ clinicId }, (tx) => findClinic(tx, clinicId));
  if (held === undefined) await createClinic(context, networkId, clinic);
  else if (canonicalJson(held.configuration) !== canonicalJson(clinic)) await changeConfiguration(context, clinic);
}

async function putPeople(context: UseCaseContext, clinicId: string, facts: DemonstrationFacts): Promise<void> {
  const known = await context.withTenant({ clinicId }, (tx) => findStaffIds(tx, clinicId));
  const staff = await Promise.all(
    facts.staff
      .filter(({ staffId }) => !known.has(staffId))
      .map(async ({ pin, ...member }) => ({
        ...member,
        active: true,
        pinHash: await context.passwords.hash(pin),
      })),
  );
  await context.withTenant({ clinicId }, async (tx) => {
    await setStaff(tx, clinicId, staff);
    await setPrices(tx, clinicId, facts.prices);
    const held = await findPatients(
      tx,
      clinicId,
      facts.patients.map((patient) => patient.patientId),
    );
    await registerPatients(
      context,
      tx,
      clinicId,
      facts.patients.filter(({ patientId }) => !held.has(patientId)),
    );
  });
}

async function bookMissing(
  context: UseCaseContext,
  clinicId: string,
  requests: readonly AppointmentRequest[],
): Promise<DemonstrationCredentials['appointments']> {
  const ids = requests.map(({ appointmentId }) => appointmentId);
  const held = await context.withTenant({ clinicId }, (tx) => findAppointments(tx, clinicId, ids));
  const known = new Set(held.map(({ appointmentId }) => appointmentId));
  const patientIds = requests.map(({ patientId }) => patientId);
  const patients = await context.withTenant({ clinicId }, (tx) => findPatients(tx, clinicId, patientIds));
  const missing = requests.filter(
    // Who was erased in the demonstration stays erased, and is booked no more.
    ({ appointmentId, patientId }) => !known.has(appointmentId) && patients.get(patientId)?.erasedAt === null,
  );
  const booking = await bookAppointments(context, clinicId, missing);
  if (!booking.ok) throw new Error(`the demonstration does not fit: ${booking.refusal.code}`);
  return [...held, ...booking.appointments].map(({ appointmentId, checkInCode }) => ({
    appointmentId,
    checkInCode,
  }));
}
