// Dates and ages in the page's language, with Western digits.

import type { LocalDate } from '@foyer/contracts/time.ts';
import { language } from '@foyer/ui-kit/language/language.ts';
import type { Age } from '../data/age.ts';
import { t } from './strings.ts';

/** "2 September 1949", or "2 Sept 1949" when `short`. */
export function dateText(date: LocalDate, month: 'long' | 'short' = 'long'): string {
  const tag = `${language.code === 'en' ? 'en-GB' : language.code}-u-nu-latn-ca-gregory`;
  return new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(date));
}

/** "Thu". */
export function weekdayText(date: LocalDate): string {
  return partsText(date, { weekday: 'short' });
}

/** "Thursday 26 November". */
export function longDayText(date: LocalDate): string {
  return partsText(date, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "26 Nov". */
export function dayText(date: LocalDate): string {
  return partsText(date, { day: 'numeric', month: 'short' });
}

function partsText(date: LocalDate, parts: Intl.DateTimeFormatOptions): string {
  const tag = `${language.code === 'en' ? 'en-GB' : language.code}-u-nu-latn-ca-gregory`;
  return new Intl.DateTimeFormat(tag, { ...parts, timeZone: 'UTC' }).format(Date.parse(date));
}

export function ageText({ unit, count }: Age): string {
  return t(`age.${unit}`, { count });
}
