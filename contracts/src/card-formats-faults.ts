// What does not fit in how a clinic's cards are written, each fault with its place. Pure, and without a schema, so that
// a screen's bundle may carry it.

import type { CardFormat } from './card-formats.ts';

export const cardFaultCodes = ['card-pattern', 'card-twice', 'card-mask', 'card-checksum'] as const;
export type CardFaultCode = (typeof cardFaultCodes)[number] | 'text-missing';
export interface CardFault {
  /** JSON pointer within the document. */
  readonly path: string;
  readonly code: CardFaultCode;
}

/** A shorter number is met by chance. */
const leastPlaces = 6;
/** Of a number, what a screen in a hall may show. */
const mostShown = 4;
const mod11Digits = 10;
const mod97Digits = 3;

export function cardFormatsFaults(cardFormats: readonly CardFormat[] = []): readonly CardFault[] {
  return cardFormats.flatMap(({ name, pattern, checksum, mask }, index) => {
    const path = `/cardFormats/${index}`;
    const isTwice = cardFormats.findIndex((other) => bare(other.pattern) === bare(pattern)) < index;
    return [
      ...when(name.en.trim() === '', `${path}/name`, 'text-missing'),
      ...when(!isPattern(pattern), `${path}/pattern`, 'card-pattern'),
      ...when(isTwice, `${path}/pattern`, 'card-twice'),
      ...when(!isChecked(pattern, checksum), `${path}/checksum`, 'card-checksum'),
      ...when(!isMask(mask, pattern), `${path}/mask`, 'card-mask'),
    ];
  });
}

function isPattern(pattern: string): boolean {
  return /^[\x20-\x7e]+$/.test(pattern) && places(pattern).length >= leastPlaces;
}

/** Checksums are of digits alone, and each of as many as it is made for. */
function isChecked(pattern: string, checksum: CardFormat['checksum']): boolean {
  if (checksum === 'none') return true;
  const digits = bare(pattern);
  if (!/^[0-9]+$/.test(digits)) return false;
  if (checksum === 'mod-11') return digits.length === mod11Digits;
  return checksum !== 'mod-97' || digits.length >= mod97Digits;
}

/** As long as the pattern, the same signs between, and a little of it shown. */
function isMask(mask: string, pattern: string): boolean {
  if (mask.length !== pattern.length) return false;
  const fits = Array.from(mask).every((sign, at) => ' -'.includes(pattern[at] ?? '') === ' -'.includes(sign));
  return fits && /^[#* -]+$/.test(mask) && Array.from(mask).filter((sign) => sign === '#').length <= mostShown;
}

function places(pattern: string): readonly string[] {
  return Array.from(pattern).filter((sign) => '9A*'.includes(sign));
}

function bare(pattern: string): string {
  return pattern.replace(/[ -]/g, '');
}

function when(isSo: boolean, path: string, code: CardFaultCode): readonly CardFault[] {
  return isSo ? [{ path, code }] : [];
}
