// One seeded generator for the whole demonstration: the clinic, its people, and a day of appointments relative to today
// in the clinic's zone. The people are the same every day; the appointments are today's, with ids of today.

import { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import type { StaffRole } from '@foyer/contracts/roles.ts';
import { needs } from '@foyer/contracts/ticket-state.ts';
import { dayMs, minuteMs } from '@foyer/contracts/time.ts';
import { demoConfiguration, type DemoConfiguration } from './configuration.ts';
import { machineReadableZone } from './passport.ts';
import { patientNames, staffNames } from './people.ts';
import { Seeded } from './seeded.ts';
import { sisterClinic, type SisterClinic } from './sister-clinic.ts';

const bornMs = Date.UTC(2026, 0, 1);

export interface DemoPatient {
  readonly id: string;
  readonly details: PatientDetails;
  /** TD3, two lines. */
  readonly passport: string;
}
export interface DemoStaff {
  readonly id: string;
  readonly name: string;
  readonly roles: StaffRole[];
  readonly pin: string;
}
export interface DemoAppointment {
  readonly id: string;
  readonly patientId: string;
  readonly serviceId: string;
  readonly practitionerId: string;
  readonly at: number;
  readonly minutes: number;
  readonly mode?: AppointmentMode;
}
export interface DemoUser {
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  readonly role: 'clinic-admin' | 'network-admin' | 'integration';
}
export interface DemoClinic extends DemoConfiguration {
  readonly network: { readonly id: string; readonly name: string };
  readonly users: readonly DemoUser[];
  readonly staff: readonly DemoStaff[];
  readonly patients: readonly DemoPatient[];
  readonly appointments: readonly DemoAppointment[];
  readonly sister: SisterClinic;
}

/** `dayStart` is the first moment of today's business day. */
export function generateClinic(seed: number, zone: string, dayStart: number): DemoClinic {
  const seeded = new Seeded(seed);
  const base = demoConfiguration(seeded, zone);
  const network = { id: seeded.id(bornMs), name: 'Harbour Clinics' };
  const user = (role: DemoUser['role'], email: string, password: string): DemoUser => ({
    userId: seeded.id(bornMs),
    email,
    password,
    role,
  });
  const users = [
    user('clinic-admin', 'manager@harbour.example', 'harbour-street-1'),
    user('network-admin', 'network@harbour.example', 'harbour-network-1'),
    user('integration', 'integration@harbour.example', 'harbour-systems-1'),
  ];
  const staff = staffNames.map(({ name, roles }, index) => ({
    id: seeded.id(bornMs),
    name,
    roles: roles as StaffRole[],
    pin: String(1111 * ((index % 9) + 1)).slice(0, 2) + String(10 + index),
  }));
  const patients = patientNames.map((name, index) => aPatient(seeded, name, index));
  return {
    ...base,
    network,
    users,
    staff,
    patients,
    appointments: appointmentsOf(seed, dayStart, base, patients, staff),
    sister: sisterClinic(seed, base.configuration, dayStart),
  };
}

function aPatient(seeded: Seeded, name: (typeof patientNames)[number], index: number): DemoPatient {
  const year = 1931 + seeded.below(85);
  const birthDate = `${year}-${two(1 + seeded.below(12))}-${two(1 + seeded.below(28))}`;
  const documentNumber = `F${String(10_000_000 + seeded.below(89_999_999))}`;
  const hasNeeds = seeded.next() < 0.25;
  const details: PatientDetails = {
    name: { given: name.given, family: name.family },
    birthDate,
    gender: name.gender,
    identifiers: [{ kind: 'passport', value: documentNumber, issuer: 'UTO' }],
    phone: `+3460${String(1_000_000 + seeded.below(8_999_999))}`,
    language: name.language,
    needs: hasNeeds ? [seeded.pick(needs.filter((need) => need !== 'isolate'))] : [],
  };
  const passport = machineReadableZone({
    family: name.family,
    given: name.given,
    birthDate,
    gender: name.gender,
    documentNumber,
    expires: `20${30 + (index % 6)}-0${1 + (index % 9)}-15`,
  });
  return { id: seeded.id(bornMs), details, passport };
}

/** Every twenty minutes of the day, over three queues and who serves them in turn; each patient once. */
function appointmentsOf(
  seed: number,
  dayStart: number,
  { ids, configuration }: DemoConfiguration,
  patients: readonly DemoPatient[],
  staff: readonly DemoStaff[],
): readonly DemoAppointment[] {
  const seeded = new Seeded(seed ^ Math.floor(dayStart / dayMs));
  const services = [ids.doctor, ids.nurse, ids.doctor, ids.samples] as const;
  const nurses = staff.filter(({ roles }) => roles[0] === 'nurse');
  return patients.map((patient, index) => {
    const serviceId = services[index % services.length] ?? ids.doctor;
    // The nurse of a room is the one at its place in the list, as the hand-over signs them in.
    const serving = configuration.servicePoints.flatMap((point, place) =>
      point.serviceIds.includes(serviceId) ? [nurses[place % nurses.length]?.id ?? ''] : [],
    );
    return {
      id: seeded.id(dayStart),
      patientId: patient.id,
      serviceId,
      practitionerId: serving[index % serving.length] ?? '',
      // From four hours after the day began (08:00 in the demonstration) on.
      at: dayStart + 240 * minuteMs + index * 20 * minuteMs,
      minutes: 20,
      ...modeOf(patients.length - index),
    };
  });
}

/** The last two of the day are elsewhere: one by video, one by phone. */
function modeOf(fromEnd: number): { readonly mode?: AppointmentMode } {
  if (fromEnd === 1) return { mode: AppointmentMode.phone };
  return fromEnd === 2 ? { mode: AppointmentMode.video } : {};
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
