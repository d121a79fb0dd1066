// Dates as documents carry them.

import type { LocalDate } from '@foyer/contracts/time.ts';

/** Undefined for a day that the calendar does not have, or whose year is not of four digits. */
export function calendarDate(year: number, month: number, day: number): LocalDate | undefined {
  if (year < 1000 || year > 9999) return undefined;
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isReal ? at.toISOString().slice(0, 10) : undefined;
}

/** Two-digit years: a birth is never ahead of today; an expiry lies within fifty years either way. */
export function shortDate(yymmdd: string, today: LocalDate, kind: 'past' | 'around'): LocalDate | undefined {
  if (!/^\d{6}$/.test(yymmdd)) return undefined;
  const [year, month, day] = [0, 2, 4].map((at) => Number(yymmdd.slice(at, at + 2))) as [number, number, number];
  const thisYear = Number(today.slice(0, 4));
  const inThisCentury = Math.floor(thisYear / 100) * 100 + year;
  if (kind === 'past') {
    const date = calendarDate(inThisCentury, month, day);
    return date !== undefined && date <= today ? date : calendarDate(inThisCentury - 100, month, day);
  }
  const away = inThisCentury - thisYear;
  return calendarDate(away > 50 ? inThisCentury - 100 : away < -50 ? inThisCentury + 100 : inThisCentury, month, day);
}

/** Eight digits, the year first or last: a century is no month, so that one order alone makes a date. */
export function longDate(digits: string): LocalDate | undefined {
  if (!/^\d{8}$/.test(digits)) return undefined;
  const yearFirst = parts(digits, 0, 4, 6);
  return /^(?:19|20|21)/.test(digits) ? calendarDate(...yearFirst) : dateWithYearLast(digits);
}

function dateWithYearLast(digits: string): LocalDate | undefined {
  const [year, month, day] = parts(digits, 4, 0, 2);
  return year >= 1900 && year < 2200 ? calendarDate(year, month, day) : undefined;
}

function parts(digits: string, year: number, month: number, day: number): [number, number, number] {
  const two = (at: number) => Number(digits.slice(at, at + 2));
  return [Number(digits.slice(year, year + 4)), two(month), two(day)];
}
