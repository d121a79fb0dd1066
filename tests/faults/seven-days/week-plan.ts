/**
 * Who is known to the centre before the line goes, and when they are booked: everybody of the week once. From the seed
 * alone.
 */
import { randomBytes } from 'node:crypto';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { dayMs, hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { patientNames } from '@foyer/demo/clinic/people.ts';
import { businessDayStart } from '@foyer/demo/launch/business-day.ts';
import type { Random } from '../../bench/kit/random.ts';

export interface Booked {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly details: PatientDetails;
  /** From 1, the first one without the centre. */
  readonly day: number;
  readonly at: number;
}

export interface WeekPlan {
  readonly days: number;
  readonly visits: number;
  readonly booked: readonly Booked[];
  /** Registered at the centre, and not known at this clinic. */
  readonly elsewhere: readonly { readonly patientId: string; readonly details: PatientDetails }[];
  /** When the doors open on that day, from 1. */
  morning(day: number): number;
  somebody(): PatientDetails;
}

export const openForMs = 11 * hourMs;
/** Of all who come on a day, those with an appointment. */
const bookedShare = 0.45;
/** The clinic holds the appointments of so many days ahead. */
const knownAhead = 7;
export const slotMinutes = 10;

export function planWeek(
  { days, visits, zone, now }: { days: number; visits: number; zone: string; now: number },
  random: Random,
): WeekPlan {
  const today = businessDayStart(now, zone);
  const morning = (day: number): number => today + day * dayMs + 4 * hourMs;
  const somebody = people(random);
  const newId = (): string => uuidV7(now, randomBytes(10));
  const bookedADay = Math.max(2, Math.round(visits * bookedShare));
  const booked = Array.from({ length: Math.min(days, knownAhead) }, (_, index) =>
    Array.from({ length: bookedADay }, (__, slot): Booked => {
      const at = morning(index + 1) + Math.floor((openForMs / bookedADay / minuteMs) * slot) * minuteMs;
      return { appointmentId: newId(), patientId: newId(), details: somebody(), day: index + 1, at };
    }),
  ).flat();
  const elsewhere = Array.from({ length: days }, () => ({ patientId: newId(), details: somebody() }));
  return { days, visits, booked, elsewhere, morning, somebody };
}

/** Each another one: no phone and no document is there twice. */
function people(random: Random): () => PatientDetails {
  let count = 0;
  const two = (value: number): string => String(value).padStart(2, '0');
  return () => {
    count += 1;
    const { given, family } = patientNames[random.below(patientNames.length)]!;
    const digits = String(count).padStart(7, '0');
    return {
      name: { given, family },
      birthDate: `${1931 + random.below(85)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
      identifiers: [{ kind: 'passport', value: `W${digits}`, issuer: 'UTO' }],
      phone: `+3461${digits}`,
    };
  };
}
