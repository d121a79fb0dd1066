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

/** The name of a month, 1 to 12, in words. */
export function monthName(month: number, code: LanguageCode = language.code): string {
  return new Intl.DateTimeFormat(tag(code), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1));
}

/** Money from minor units: "$ 45.00" as the language writes it. */
export function formatMoney(amountMinor: number, currency: string, code: LanguageCode = language.code): string {
  const format = new Intl.NumberFormat(tag(code), { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
