/** The clinic of the morning: who is booked, the codes in their messages, and one at the desk with a PIN. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { businessDayAt } from '@foyer/domain/calendar/business-day.ts';
import { checkInCodeBytes, encodeCheckInCode } from '@foyer/domain/identity-documents/check-in-code.ts';
import { Argon2PinHasher } from '@foyer/edge-server/adapters/auth/argon2-pin-hasher.ts';
import { openForWriting } from '@foyer/edge-server/adapters/sqlite/connection.ts';
import { createReferenceTables } from '@foyer/edge-server/adapters/sqlite/reference-tables.ts';
import { dataFiles } from '@foyer/edge-server/config/data-files.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { localTime } from '@foyer/demo/launch/business-day.ts';
import { type BenchClinic, makeBenchClinic } from '../kit/bench-clinic.ts';
import { fillWithPeople, type Person } from '../kit/known-people.ts';
import type { Random } from '../kit/random.ts';

export interface MorningClinic {
  readonly clinic: BenchClinic;
  readonly clerk: { readonly name: string; readonly pin: string };
  readonly booked: readonly Booked[];
  /** Known to nobody yet. */
  readonly others: readonly Person[];
}
export interface Booked {
  readonly person: Person;
  /** Local, `HH:MM`. */
  readonly time: string;
  readonly code: string;
}

const clerk = { id: '0190f0f0-0000-7000-8000-00000000c1e4', name: 'Ruth Calloway', pin: '2741' };
/** Around now, so that nobody is late or early: one every few minutes, over and over. */
const appointmentAt = (index: number, now: number): number => now + (5 + (index % 6) * 4) * minuteMs;

export async function morningClinic(
  random: Random,
  sizes: { readonly seed: number; readonly booked: number; readonly others: number },
): Promise<MorningClinic> {
  const clinic = makeBenchClinic({ seed: sizes.seed, kiosks: 1, displays: 0, tablets: 1 });
  const people = sizes.booked;
  const now = Date.now();
  const at = (index: number): number => appointmentAt(index, now);
  const known = fillWithPeople(clinic, random, { people, appointments: people, appointmentAt: at });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  await knowClerkAndKey(clinic, Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  const { clinicId, zone, businessDayStartsAt } = clinic.configuration;
  return {
    clinic,
    clerk,
    booked: known.people.map((person, index) => {
      const code = {
        clinicId,
        appointmentId: known.appointmentIds[index]!,
        businessDay: businessDayAt(at(index), zone, businessDayStartsAt).businessDay,
      };
      const time = localTime(at(index), zone);
      return { person, time, code: encodeCheckInCode(code, sign(null, checkInCodeBytes(code), privateKey)) };
    }),
    others: newcomers(random, sizes.others),
  };
}

async function knowClerkAndKey(clinic: BenchClinic, publicKey: Buffer): Promise<void> {
  const { id, name, pin } = clerk;
  const pinHash = await new Argon2PinHasher().hash(pin);
  const db = openForWriting(dataFiles(clinic.dataDir).database);
  try {
    const tables = createReferenceTables(db);
    tables.apply({ number: 1, kind: 'staff', id, body: { id, name, roles: ['reception'], pinHash, active: true } });
    const key = { publicKey: publicKey.toString('base64') };
    tables.apply({ number: 1, kind: 'check-in-key', id: clinic.configuration.clinicId, body: key });
  } finally {
    db.close();
  }
}

function newcomers(random: Random, count: number): readonly Person[] {
  return Array.from({ length: count }, (_, index) => ({
    given: 'Newcomer',
    family: `Arrival ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index % 26]}${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[random.below(26)]}`,
    birthDate: `19${50 + random.below(49)}-0${1 + random.below(9)}-1${random.below(9)}`,
    phone: `91${String(random.below(10_000_000)).padStart(7, '0')}`,
  }));
}
