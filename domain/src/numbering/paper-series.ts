// The numbers that are printed ahead, for when there is no edge: a letter of their own, so that nobody in the house has
// the same, and a series that goes on from day to day, so that no sheet repeats another.

import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { nextOrdinal, ticketNumber } from './ticket-number.ts';

/** Three digits: then it begins anew, and the first sheets are long used. */
export const lastPaperOrdinal = 999;
/** Told apart when called and like no digit, those that a clinic's services rarely have first. */
const paperLetters = [...'WZYXUQKVLJNFGHSERMCA'];

/** The letter that is set; else W, or the first that no service has. */
export function paperPrefix({
  paperPrefix: set,
  services,
}: Pick<ClinicConfiguration, 'paperPrefix' | 'services'>): string {
  const taken = services.map(({ prefix }) => prefix);
  return set ?? paperLetters.find((letter) => !taken.includes(letter)) ?? 'W';
}

/** As many ordinals as asked for, after the last that was printed. */
export function paperOrdinals(last: number, count: number, skipped: readonly number[]): readonly number[] {
  const ordinals: number[] = [];
  for (let at = last; ordinals.length < count;) {
    const next = nextOrdinal(at, (ordinal) => skipped.includes(ordinal));
    at = next > lastPaperOrdinal ? 0 : next;
    if (at !== 0) ordinals.push(at);
  }
  return ordinals;
}

/** `W7` and `W007` are the same number; undefined when it is of another series. */
export function paperNumber(
  text: string,
  prefix: string,
): { readonly number: string; readonly ordinal: number } | undefined {
  const ordinal = Number(text.slice(1));
  if (!text.startsWith(prefix) || ordinal < 1 || ordinal > lastPaperOrdinal) return undefined;
  return { number: ticketNumber(prefix, ordinal), ordinal };
}
