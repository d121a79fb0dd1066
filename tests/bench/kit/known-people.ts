/**
 * As many people as a large clinic knows, and a morning of appointments, as the centre's feed leaves them: written by
 * the edge's own reference tables before its first start.
 */
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { patientNames } from '@foyer/demo/clinic/people.ts';
import { openForWriting } from '@foyer/edge-server/adapters/sqlite/connection.ts';
import { refreshPeopleIndex } from '@foyer/edge-server/adapters/sqlite/find/people-index.ts';
import { migrate } from '@foyer/edge-server/adapters/sqlite/migrate.ts';
import { createReferenceTables } from '@foyer/edge-server/adapters/sqlite/reference-tables.ts';
import { dataFiles } from '@foyer/edge-server/config/data-files.ts';
import type { BenchClinic } from './bench-clinic.ts';
import type { Random } from './random.ts';

export interface KnownPeople {
  readonly people: readonly Person[];
  /** Of today: the first person's, the second's and so on. */
  readonly appointmentIds: readonly string[];
}
export interface Person {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly phone: string;
}

/** As many as the centre sends in one page. */
const atOnce = 500;

export function fillWithPeople(
  clinic: BenchClinic,
  random: Random,
  {
    people,
    appointments,
    appointmentAt = (_, now) => now,
  }: {
    readonly people: number;
    readonly appointments: number;
    readonly appointmentAt?: (index: number, now: number) => number;
  },
): KnownPeople {
  const db = openForWriting(dataFiles(clinic.dataDir).database);
  migrate(db);
  refreshPeopleIndex(db);
  const tables = createReferenceTables(db);
  const now = Date.now();
  const newId = (): string =>
    uuidV7(
      now,
      Uint8Array.from({ length: 10 }, () => random.below(256)),
    );
  const known: Person[] = [];
  const appointmentIds: string[] = [];
  try {
    while (known.length < people) {
      db.exec('BEGIN');
      for (let one = 0; one < atOnce && known.length < people; one++) {
        const person = aPerson(random);
        const id = newId();
        known.push(person);
        tables.apply({ number: 1, kind: 'patient', id, body: { id, details: detailsOf(person, random) } });
        if (appointmentIds.length >= appointments) continue;
        const at = appointmentAt(appointmentIds.length, now);
        const appointment = { id: newId(), patientId: id, serviceId: clinic.serviceIds[0]!, at, minutes: 10 };
        appointmentIds.push(appointment.id);
        const body = { ...appointment, status: 'booked' as const };
        tables.apply({ number: 1, kind: 'appointment', id: appointment.id, body });
      }
      db.exec('COMMIT');
    }
  } finally {
    db.close();
  }
  return { people: known, appointmentIds };
}

function aPerson(random: Random): Person {
  const name = (): (typeof patientNames)[number] => patientNames[random.below(patientNames.length)]!;
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    given: name().given,
    family: `${name().family} ${name().family}`,
    birthDate: `${1931 + random.below(90)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
    phone: `+351 9${String(random.below(100_000_000)).padStart(8, '0')}`,
  };
}

function detailsOf({ given, family, birthDate, phone }: Person, random: Random): PatientDetails {
  const value = String(10_000_000 + random.below(89_999_999));
  return { name: { given, family }, birthDate, phone, identifiers: [{ kind: 'national-id', value }] };
}
