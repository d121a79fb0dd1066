// Whether a text is the number of a card, as the clinic said that its cards are written. Pure, and without a schema, so
// that a screen's bundle may carry it.

import { checksums } from './card-checksums.ts';
import type { CardFormat } from './card-formats.ts';

export interface CardMatch {
  /** As its pattern writes it, and without the spaces and hyphens in it. */
  readonly printed: string;
  readonly bare: string;
  /** What a screen may show of it. */
  readonly masked: string;
  /** Its checksum agrees. */
  readonly isRight: boolean;
}

const hidden = '\u2022';

/** Undefined where it is none of the numbers of this format. */
export function matchCard(
  text: string,
  { pattern, mask, checksum }: Pick<CardFormat, 'pattern' | 'mask' | 'checksum'>,
): CardMatch | undefined {
  const printed = fitted(text, pattern);
  if (printed === undefined) return undefined;
  const bare = printed.replace(/[ -]/g, '');
  return { printed, bare, masked: maskedBy(mask, printed), isRight: checksums[checksum](bare) };
}

/** Sign for sign as the pattern writes it, letters in capitals. */
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
