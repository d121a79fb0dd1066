// GS1 element strings: application identifiers and their values, one behind the other, as Code 128 and Data Matrix
// carry them. Those of a length that is set follow at once; the others end with FNC1, which readers send as GS (1D).
// Source: GS1 General Specifications, sections 3.2 and 7.8.

import { unread, type Reading } from './reading.ts';

export interface Gs1Element {
  readonly ai: string;
  readonly value: string;
}
interface Identifier {
  readonly least: number;
  readonly most: number;
  /** Its last digit is a check digit. */
  readonly isChecked?: true;
  readonly isText?: true;
}

export const groupSeparator = '\x1d';

/** What wristbands carry; every other one is refused, since where it ends is not known. */
const identifiers: Readonly<Record<string, Identifier>> = {
  '00': { least: 18, most: 18, isChecked: true },
  '01': { least: 14, most: 14, isChecked: true },
  '10': { least: 1, most: 20, isText: true },
  '11': { least: 6, most: 6 },
  '17': { least: 6, most: 6 },
  '20': { least: 2, most: 2 },
  '21': { least: 1, most: 20, isText: true },
  '240': { least: 1, most: 30, isText: true },
  '254': { least: 1, most: 20, isText: true },
  '410': { least: 13, most: 13, isChecked: true },
  '414': { least: 13, most: 13, isChecked: true },
  '8017': { least: 18, most: 18, isChecked: true },
  '8018': { least: 18, most: 18, isChecked: true },
  '8019': { least: 1, most: 10 },
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, last) => [String(90 + last), { least: 1, most: 90, isText: true as const }]),
  ),
};
/** Those whose length is set for all time, and that no separator follows. Source: figure 7.8.5-2. */
const withoutSeparator = new Set(['00', '01', '11', '17', '20', '410', '414']);
const longestIdentifier = 4;
/** Character set 82. */
const text = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/;

/** At least one. An identifier that is there twice says the same or is refused. */
export function readGs1(scanned: string): Reading<readonly Gs1Element[]> {
  const elements: Gs1Element[] = [];
  let at = scanned.startsWith(groupSeparator) ? 1 : 0;
  if (at === scanned.length) return unread('document-unreadable');
  while (at < scanned.length) {
    const ai = identifierAt(scanned, at);
    const identifier = ai === undefined ? undefined : identifiers[ai];
    if (ai === undefined || identifier === undefined) return unread('document-unreadable');
    const from = at + ai.length;
    const until = endOf(scanned, from, ai, identifier);
    const value = scanned.slice(from, until);
    if (value.length < identifier.least || value.length > identifier.most) return unread('document-field', ai);
    if (!(identifier.isText ? text : /^\d+$/).test(value)) return unread('document-field', ai);
    if (identifier.isChecked && !gs1Holds(value)) return unread('document-check-digit', ai);
    if (elements.some((earlier) => earlier.ai === ai && earlier.value !== value)) return unread('document-field', ai);
    elements.push({ ai, value });
    at = scanned.charAt(until) === groupSeparator ? until + 1 : until;
  }
  return { ok: true, document: elements };
}

/** The last digit of a GS1 key: weights 3 and 1 from the right. Source: section 7.9. */
export function gs1Holds(digits: string): boolean {
  let sum = 0;
  for (let fromRight = 1; fromRight < digits.length; fromRight += 1) {
    sum += Number(digits[digits.length - 1 - fromRight]) * (fromRight % 2 === 1 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}

/** The longest comes last: no identifier of ours begins another. */
function identifierAt(scanned: string, at: number): string | undefined {
  for (let length = 2; length <= longestIdentifier; length += 1) {
    const ai = scanned.slice(at, at + length);
    if (Object.hasOwn(identifiers, ai)) return ai;
  }
  return undefined;
}

function endOf(scanned: string, from: number, ai: string, { most }: Identifier): number {
  if (withoutSeparator.has(ai)) return Math.min(from + most, scanned.length);
  const separator = scanned.slice(from, from + most + 1).indexOf(groupSeparator);
  return separator === -1 ? scanned.length : from + separator;
}
