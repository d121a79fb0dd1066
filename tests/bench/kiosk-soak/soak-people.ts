/**
 * The people of a soaked kiosk: each has a name that is nobody else's and no word of any language, so that what is left of
 * them is theirs. All of it is invented; the passports are Utopia's.
 */
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { machineReadableZone } from '@foyer/demo/clinic/passport.ts';
import type { Random } from '../kit/random.ts';

export interface SoakPerson {
  readonly given: string;
  readonly family: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string;
  readonly phone: string;
  readonly documentNumber: string;
  /** Two lines. */
  readonly passport: readonly string[];
}

const consonants = 'bdfgjklmpqrtvwxz';
const vowels = 'aeiou';

export function aSoakPerson(random: Random): SoakPerson {
  const given = aName(random);
  const family = aName(random);
  const two = (value: number): string => String(value).padStart(2, '0');
  const birthDate = `${1931 + random.below(75)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  const documentNumber = `F${10_000_000 + random.below(89_999_999)}`;
  const holder = { family, given, birthDate, gender: 'female', documentNumber, expires: '2039-06-15' };
  return {
    given,
    family,
    birthDate,
    phone: `9${10_000_000 + random.below(89_999_999)}`,
    documentNumber,
    passport: machineReadableZone(holder).split('\n'),
  };
}

/** As the centre's feed brings a patient. */
export function detailsOf({ given, family, birthDate, phone, documentNumber }: SoakPerson): PatientDetails {
  const identifiers = [{ kind: 'passport' as const, value: documentNumber, issuer: 'UTO' }];
  return { name: { given, family }, birthDate, phone: `+351 ${phone}`, identifiers };
}

/** As a birth date is typed: day, month, year. */
export function digitsOf(birthDate: string): string {
  return birthDate.split('-').toReversed().join('');
}

/** What nothing may hold once they have gone, in every form in which it was typed, scanned, sent or shown; lower case. */
export function tracesOf(person: SoakPerson, code?: string): readonly string[] {
  const { given, family, birthDate, phone, documentNumber, passport } = person;
  const forms = [given, family, birthDate, digitsOf(birthDate), phone, documentNumber, ...passport];
  return [...forms, ...(code === undefined ? [] : [code])].map((form) => form.toLowerCase());
}

/** Nine letters. */
function aName(random: Random): string {
  const letters = Array.from({ length: 9 }, (_, place) => {
    const from = place % 2 === 0 ? consonants : vowels;
    return from[random.below(from.length)]!;
  }).join('');
  return `${letters[0]!.toUpperCase()}${letters.slice(1)}`;
}
