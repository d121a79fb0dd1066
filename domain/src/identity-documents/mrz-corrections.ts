// Letters and digits that readers take for one another, put right where that is proven: in a field of digits a letter
// can only be its digit, and its check digit has to agree; among letters and digits one swap at most, of a sign that
// is not of its neighbours' kind, and only where no other such swap makes every check digit hold: one check digit
// alone would be satisfied by a wrong swap too often. G and 6 differ by ten, so that no check digit can tell them
// apart: among letters and digits they stay as they were read. Source: ICAO Doc 9303, part 3, section 4.9.

import { checksHold, type MrzLayout } from './mrz-layout.ts';

const digitOf: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5', G: '6', B: '8' };
const letterOf: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(digitOf).map(([letter, digit]) => [digit, letter]),
);

/** The zone with every check digit holding; undefined where none is proven. */
export function corrected(zone: string, layout: MrzLayout): string | undefined {
  const plain = withDigits(zone, layout);
  if (checksHold(plain, layout)) return plain;
  const proven = swapped(plain, layout).filter((candidate) => checksHold(candidate, layout));
  return proven.length === 1 ? proven[0] : undefined;
}

function withDigits(zone: string, { digits }: MrzLayout): string {
  return digits.reduce((text, [from, until]) => {
    const field = Array.from(text.slice(from, until), (sign) => digitOf[sign] ?? sign).join('');
    return text.slice(0, from) + field + text.slice(until);
  }, zone);
}

function swapped(zone: string, { mixed }: MrzLayout): readonly string[] {
  return mixed.flatMap(([from, until]) =>
    Array.from({ length: until - from }, (_, index) => from + index).flatMap((at) => {
      const sign = zone.charAt(at);
      const other = digitOf[sign] ?? letterOf[sign];
      const neighbours = [at - 1, at + 1].filter((place) => place >= from && place < until);
      if (other === undefined || !neighbours.every((place) => isLike(other, zone.charAt(place)))) return [];
      return [zone.slice(0, at) + other + zone.slice(at + 1)];
    }),
  );
}

/** A filler is like anything. */
function isLike(sign: string, neighbour: string): boolean {
  return neighbour === '<' || isDigit(sign) === isDigit(neighbour);
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9';
}
