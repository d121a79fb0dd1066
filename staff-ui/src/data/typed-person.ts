// What was typed to find somebody, as the beginning of registering them: words are the name, the last of them the
// family's; a whole birth date and a phone are themselves.

import type { LocalDate } from '@foyer/contracts/time.ts';

export interface TypedPerson {
  readonly given: string;
  readonly family: string;
  readonly birthDate?: LocalDate;
  readonly phone?: string;
}

const leastOfPhone = 6;

/** `now` decides the century of a year of two digits: nobody is born tomorrow. */
export function typedPerson(typed: string, now: number): TypedPerson {
  const date = /(?<![\d+])(\d{1,4})[./-](\d{1,2})[./-](\d{2,4})(?!\d)/.exec(typed);
  const rest = date ? typed.replace(date[0], ' ') : typed;
  const words = rest.split(/\s+/).filter((word) => /\p{L}/u.test(word) && !/\d/.test(word));
  const phone = (/[+\d][\d\s()./-]*/.exec(rest)?.[0] ?? '').trim();
  const birthDate = date ? localDate([date[1]!, date[2]!, date[3]!], now) : undefined;
  return {
    given: words.slice(0, Math.max(1, words.length - 1)).join(' '),
    family: words.length > 1 ? words.at(-1)! : '',
    ...(birthDate ? { birthDate } : {}),
    ...(phone.replaceAll(/\D/g, '').length >= leastOfPhone ? { phone } : {}),
  };
}

/** Year first, or day first; a day that the calendar has not is none. */
function localDate([first, second, third]: readonly [string, string, string], now: number): LocalDate | undefined {
  const [year, month, day] = first.length === 4 ? [first, second, third] : [wholeYear(third, now), second, first];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(date);
  return at <= now && new Date(at).toISOString().startsWith(date) ? date : undefined;
}

function wholeYear(year: string, now: number): string {
  if (year.length !== 2) return year;
  const thisCentury = `20${year}`;
  return Number(thisCentury) <= new Date(now).getUTCFullYear() ? thisCentury : `19${year}`;
}
