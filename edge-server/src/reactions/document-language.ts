// How a language stands on paper: its direction, its dates and its amounts.

import type { Language } from '@foyer/contracts/languages.ts';
import { minorDigits } from '@foyer/contracts/money.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { timeOfDay } from '@foyer/domain/calendar/opening-hours.ts';

export function script(language: Language) {
  return { language, direction: language === 'ar' ? 'rtl' : 'ltr' } as const;
}

/** `22 November 2026, 10:22`, with Latin digits in every language, as on every screen. */
export function momentText(at: EpochMs, language: Language, timeZone: string): string {
  const key = `${language} ${timeZone}`;
  const date =
    dateFormats.get(key) ?? new Intl.DateTimeFormat(`${locales[language]}-u-nu-latn`, { dateStyle: 'long', timeZone });
  dateFormats.set(key, date);
  return `${date.format(at)}, ${timeOfDay(at, timeZone)}`;
}

export function amountText(minor: number, currency: string, language: Language): string {
  const format = { style: 'currency', currency } as const;
  return new Intl.NumberFormat(`${locales[language]}-u-nu-latn`, format).format(
    minor / 10 ** (minorDigits[currency] ?? 2),
  );
}

/** One is made in a third of a millisecond, and used for every ticket. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
export const locales: { readonly [L in Language]: string } = { en: 'en-GB', es: 'es', zh: 'zh', ar: 'ar' };
