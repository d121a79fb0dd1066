import { language, type LanguageCode } from '@foyer/ui-kit/language/language.ts';

// A day as the page's language writes it, with Western digits.

/** "Tuesday 24 November 2026". */
export function dayInWords(date: string, code: LanguageCode = language.code): string {
  return write(date, code, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "24 Nov 2026". */
export function dayInShort(date: string, code: LanguageCode = language.code): string {
  return write(date, code, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "24 Nov". */
export function dayAndMonth(date: string, code: LanguageCode = language.code): string {
  return write(date, code, { day: 'numeric', month: 'short' });
}

function write(date: string, code: LanguageCode, parts: Intl.DateTimeFormatOptions): string {
  const tag = code === 'en' ? 'en-GB' : code;
  return new Intl.DateTimeFormat(`${tag}-u-nu-latn-ca-gregory`, { ...parts, timeZone: 'UTC' }).format(
    Date.parse(`${date}T12:00:00Z`),
  );
}
