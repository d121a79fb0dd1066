// The number of a card, as the clinic said that its cards are written.

import type { CardFormat } from '@foyer/contracts/card-formats.ts';
import { checksums } from './card-checksums.ts';
import { unread, type Reading } from './reading.ts';

export interface CardNumber {
  readonly format: CardFormat;
  /** As its pattern writes it, and without the spaces and hyphens in it. */
  readonly printed: string;
  readonly bare: string;
  /** What a screen may show of it. */
  readonly masked: string;
}

const hidden = '\u2022';

/** The first format that it fits. */
export function formatOfCard(text: string, formats: readonly CardFormat[]): CardFormat | undefined {
  return formats.find(({ pattern }) => fitted(text, pattern) !== undefined);
}

export function readCardNumber(text: string, formats: readonly CardFormat[]): Reading<CardNumber> {
  const format = formatOfCard(text, formats);
  const printed = format === undefined ? undefined : fitted(text, format.pattern);
  if (format === undefined || printed === undefined) return unread('document-unknown');
  const bare = printed.replace(/[ -]/g, '');
  if (!checksums[format.checksum](bare)) return unread('document-check-digit');
  return { ok: true, document: { format, printed, bare, masked: maskedBy(format.mask, printed) } };
}

/** Sign for sign as the pattern writes it, letters in capitals; undefined where it is none of its numbers. */
function fitted(text: string, pattern: string): string | undefined {
  if (text.length > 2 * pattern.length) return undefined;
  const signs = Array.from(text).filter((sign) => !isGap(sign));
  let printed = '';
  let at = 0;
  for (const place of pattern) {
    if (isGap(place)) {
      printed += place;
      continue;
    }
    const sign = capital(signs[at] ?? '');
    if (!fits(sign, place)) return undefined;
    printed += sign;
    at += 1;
  }
  return at === signs.length ? printed : undefined;
}

function fits(sign: string, place: string): boolean {
  if (place === '9') return /^[0-9]$/.test(sign);
  if (place === 'A') return /^[A-Z]$/.test(sign);
  if (place === '*') return /^[A-Z0-9]$/.test(sign);
  return sign === capital(place);
}

function maskedBy(mask: string, printed: string): string {
  return Array.from(printed, (sign, at) => (mask[at] === '*' ? hidden : sign)).join('');
}

function isGap(sign: string): boolean {
  return sign === ' ' || sign === '-';
}

function capital(sign: string): string {
  return /^[a-z]$/.test(sign) ? sign.toUpperCase() : sign;
}
