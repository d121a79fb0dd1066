// How cards are written, as somebody types it. Pure; the lists stand here because those of the schemas would bring TypeBox
// into the page.

import type { CardChecksum, CardFormat } from '@foyer/contracts/card-formats.ts';

export const cardChecksumNames = [
  'none',
  'luhn',
  'mod-11',
  'mod-97',
  'verhoeff',
] as const satisfies readonly CardChecksum[];
export const identifierNames = [
  'health-card',
  'national-id',
  'passport',
  'driving-licence',
  'medical-record',
] as const satisfies readonly CardFormat['identifier'][];

const usuallyShown = 4;

/** As before while that fits its gaps; otherwise the last four places are shown. */
export function maskFor(pattern: string, before: string): string {
  const isGap = (sign: string | undefined): boolean => sign === ' ' || sign === '-';
  const fits =
    before.length === pattern.length && Array.from(before).every((sign, at) => isGap(sign) === isGap(pattern[at]));
  if (fits) return before;
  const places = Array.from(pattern).filter((sign) => !isGap(sign)).length;
  let at = 0;
  return Array.from(pattern, (sign) => {
    if (isGap(sign)) return sign;
    at += 1;
    return at > places - usuallyShown ? '#' : '*';
  }).join('');
}
