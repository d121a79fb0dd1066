/** The clinic of the soaked kiosk: it shuts at night, and each of its days has patients who are booked. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { businessDayStart, localTime } from '@foyer/demo/launch/business-day.ts';
import { businessDayAt } from '@foyer/domain/calendar/business-day.ts';
import { checkInCodeBytes, encodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import { openForWriting } from '@foyer/edge-server/adapters/sqlite/connection.ts';
import { migrate } from '@foyer/edge-server/adapters/sqlite/migrate.ts';
import { createReferenceTables } from '@foyer/edge-server/adapters/sqlite/reference-tables.ts';
import { dataFiles } from '@foyer/edge-server/config/data-files.ts';
import { type BenchClinic, makeBenchClinic } from '../kit/bench-clinic.ts';
import type { Random } from '../kit/random.ts';
import { aSoakPerson, detailsOf, type SoakPerson } from './soak-people.ts';

export interface Booked {
  readonly person: SoakPerson;
  /** Local, `HH:MM`. */
  readonly time: string;
  /** What their message shows as a QR code. */
  readonly code: string;
}
export interface SoakClinic {
  readonly clinic: BenchClinic;
  /** The morning of each day, when the doors have opened. */
  readonly mornings: readonly number[];
  /** Of each day, in the order in which they come. */
  readonly booked: readonly (readonly Booked[])[];
  /** Known to the clinic, and never booked. */
  readonly regulars: readonly SoakPerson[];
}

const opensAt = '09:00';
const closesAt = '19:00';
/** After the hour at which the business day begins. */
const opensAfterMs = 5 * hourMs;
export const openForMs = 10 * hourMs;
/** From the opening to whoever comes first, and from the last to the closing. */
export const fromOpeningMs = 15 * minuteMs;

/** `booked`: of each day. The first one is tomorrow: it begins with a morning. */
export function soakClinic(
  random: Random,
  sizes: { seed: number; booked: readonly { count: number; everyMs: number }[]; regulars: number },
): SoakClinic {
  const clinic = makeBenchClinic({
    seed: sizes.seed,
    kiosks: 1,
    displays: 0,
    change: (configuration) => ({
      ...configuration,
      openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: opensAt, until: closesAt })),
    }),
  });
  const { clinicId, zone, businessDayStartsAt } = clinic.configuration;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
  const today = businessDayStart(Date.now(), zone);
  const mornings = sizes.booked.map((_, day) => today + (day + 1) * dayMs + opensAfterMs);
  const db = openForWriting(dataFiles(clinic.dataDir).database);
  try {
    migrate(db);
    const tables = createReferenceTables(db);
    const newId = (): string =>
      uuidV7(
        Date.now(),
        Uint8Array.from({ length: 10 }, () => random.below(256)),
      );
    const know = (): { readonly person: SoakPerson; readonly patientId: string } => {
      const person = aSoakPerson(random);
      const patientId = newId();
      tables.apply({ number: 1, kind: 'patient', id: patientId, body: { id: patientId, details: detailsOf(person) } });
      return { person, patientId };
    };
    const book = (at: number): Booked => {
      const { person, patientId } = know();
      const id = newId();
      const body = { id, patientId, serviceId: clinic.serviceIds[0]!, at, minutes: 10, status: 'booked' as const };
      tables.apply({ number: 1, kind: 'appointment', id, body });
      const { businessDay } = businessDayAt(at, zone, businessDayStartsAt);
      const code = { clinicId, appointmentId: id, businessDay };
      const signed = encodeCheckInCode(code, sign(null, checkInCodeBytes(code), privateKey));
      return { person, time: localTime(at, zone), code: signed };
    };
    tables.apply({ number: 1, kind: 'check-in-key', id: clinicId, body: { publicKey: key } });
    const booked = sizes.booked.map(({ count, everyMs }, day) =>
      Array.from({ length: count }, (_, index) => book(wholeMinutes(mornings[day]! + fromOpeningMs + index * everyMs))),
    );
    return { clinic, mornings, booked, regulars: Array.from({ length: sizes.regulars }, () => know().person) };
  } finally {
    db.close();
  }
}

const wholeMinutes = (ms: number): number => Math.floor(ms / minuteMs) * minuteMs;
