// Fills a centre with the demonstration's facts: one network, its clinic, people, prices, patients and a day of
// appointments, and a second clinic. What exists already stays as it is; what is new today, appointments above all, is added.

import type { CentreRole } from '@foyer/contracts/centre-api.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { AppointmentId, StaffId } from '@foyer/contracts/ids.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import { canonicalJson } from './modules/canonical-json.ts';
import { createUser, openSession } from './modules/identity/use-cases.ts';
import { importFacts } from './modules/importing/use-cases.ts';
import type { NewPatient } from './modules/registration/types.ts';
import { findPatients } from './modules/registration/use-cases.ts';
import type { AppointmentRequest, NewPrice } from './modules/scheduling/types.ts';
import { findStaff } from './modules/scheduling/use-cases.ts';
import {
  addEdge,
  changeConfiguration,
  createClinic,
  createNetwork,
  findClinic,
  findNetwork,
} from './modules/tenancy/use-cases.ts';
import { pageAddress } from './modules/tenancy/use-cases-page-address.ts';
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
  readonly prices: readonly NewPrice[];
  readonly patients: readonly NewPatient[];
  readonly appointments: readonly AppointmentRequest[];
  /** Another clinic of the network, which no edge asks for. */
  readonly sister?: Pick<DemonstrationFacts, 'clinic' | 'patients' | 'appointments'>;
}

export interface DemonstrationCredentials {
  /** For the edge: `FOYER_PMS_TOKEN_FILE`. */
  readonly edgeToken: string;
  /** Bearer tokens of the first user of each role. */
  readonly tokens: { readonly [R in CentreRole]?: string };
  readonly appointments: readonly {
    readonly appointmentId: AppointmentId;
    readonly checkInCode: string;
    /** The path of the patient's page. */
    readonly page: string;
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
  const appointments = [...(await putFacts(context, clinicId, facts))];
  if (facts.sister !== undefined) {
    const { clinic } = facts.sister;
    await putClinic(context, networkId, clinic);
    const known = { staff: [], prices: [], ...facts.sister };
    appointments.push(...(await putFacts(context, clinic.clinicId, known)));
  }
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

/** Who is there keeps the PIN they have; who was erased in the demonstration stays erased, and is booked no more. */
async function putFacts(
  context: UseCaseContext,
  clinicId: string,
  facts: Pick<DemonstrationFacts, 'staff' | 'prices' | 'patients' | 'appointments'>,
): Promise<DemonstrationCredentials['appointments']> {
  const [staff, patients] = await context.withTenant({ clinicId }, async (tx) => [
    await findStaff(tx, clinicId),
    await findPatients(
      tx,
      clinicId,
      facts.patients.map(({ patientId }) => patientId),
    ),
  ]);
  const result = await importFacts(context, clinicId, {
    staff: facts.staff.filter(({ staffId }) => !staff.has(staffId)).map((member) => ({ ...member, active: true })),
    prices: facts.prices,
    patients: facts.patients,
    appointments: facts.appointments.filter(({ patientId }) => patients.get(patientId)?.details !== null),
  });
  if (!result?.ok) throw new Error(`the demonstration does not fit: ${JSON.stringify(result?.faults)}`);
  return result.imported.appointments.map(({ appointmentId, checkInCode }) => ({
    appointmentId,
    checkInCode,
    page: `/a/${pageAddress(context, { clinicId, appointmentId })}`,
  }));
}
