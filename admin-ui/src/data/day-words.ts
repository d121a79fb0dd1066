import { language, type LanguageCode } from '@foyer/ui-kit/language/language.ts';

/** "Tuesday 24 November 2026", as the language writes it, with Western digits. */
export function dayInWords(date: string, code: LanguageCode = language.code): string {
  const tag = code === 'en' ? 'en-GB' : code;
  return new Intl.DateTimeFormat(`${tag}-u-nu-latn-ca-gregory`, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T12:00:00Z`));
}
