// Numbers, times and dates as the page's language writes them, with Western digits in every language, so that
// screen, wall and paper match. Times are of the clinic's zone and of 24 hours.

import { language, type LanguageCode } from './language.ts';

const tag = (code: LanguageCode) => `${code === 'en' ? 'en-GB' : code}-u-nu-latn-ca-gregory`;

export function formatNumber(value: number, code: LanguageCode = language.code): string {
  return new Intl.NumberFormat(tag(code)).format(value);
}

/** "10:40", in the clinic's zone. */
export function formatTime(at: number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(
    at,
  );
}

/** "10:40:09". */
export function formatTimeWithSeconds(at: number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
}

/** "Tuesday 14 March", in the clinic's zone. */
export function formatDay(at: number, timeZone: string | undefined, code: LanguageCode = language.code): string {
  return new Intl.DateTimeFormat(tag(code), { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(at);
}

/** "14 March 1962", of a date that is the same in every zone: `YYYY-MM-DD`. */
export function formatDate(isoDate: string, code: LanguageCode = language.code): string {
  const format = new Intl.DateTimeFormat(tag(code), { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(Date.parse(`${isoDate}T00:00:00Z`));
}

/** The name of a month, 1 to 12, in words. */
export function monthName(month: number, code: LanguageCode = language.code): string {
  return new Intl.DateTimeFormat(tag(code), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1));
}

/** "850 m", "4.7 km". */
export function formatDistance(metres: number, code: LanguageCode = language.code): string {
  const isShort = metres < 1_000;
  const format = new Intl.NumberFormat(tag(code), {
    style: 'unit',
    unit: isShort ? 'meter' : 'kilometer',
    maximumFractionDigits: !isShort && metres < 10_000 ? 1 : 0,
  });
  return format.format(isShort ? Math.max(50, Math.round(metres / 50) * 50) : metres / 1_000);
}

/** Money from minor units: "$ 45.00" as the language writes it. */
export function formatMoney(amountMinor: number, currency: string, code: LanguageCode = language.code): string {
  const format = new Intl.NumberFormat(tag(code), { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
