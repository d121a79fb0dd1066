// The number of a card, as the clinic said that its cards are written.

import type { CardFormat } from '@foyer/contracts/card-formats.ts';
import { matchCard, type CardMatch } from '@foyer/contracts/card-match.ts';
import { unread, type Reading } from './reading.ts';

export interface CardNumber extends Omit<CardMatch, 'isRight'> {
  readonly format: CardFormat;
}

/** The first format that it fits. */
export function formatOfCard(text: string, formats: readonly CardFormat[]): CardFormat | undefined {
  return formats.find((format) => matchCard(text, format) !== undefined);
}

export function readCardNumber(text: string, formats: readonly CardFormat[]): Reading<CardNumber> {
  const format = formatOfCard(text, formats);
  const match = format === undefined ? undefined : matchCard(text, format);
  if (format === undefined || match === undefined) return unread('document-unknown');
  const { isRight, ...number } = match;
  return isRight ? { ok: true, document: { format, ...number } } : unread('document-check-digit');
}
