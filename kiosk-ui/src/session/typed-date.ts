// A birth date as it is typed on a keypad: up to eight digits, day, month, year. Only a date that exists, not in the
// future and not more than 130 years back, is whole.

export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** Where the next digit goes. */
  readonly field: 'day' | 'month' | 'year';
  readonly full: boolean;
}

export const MOST_DIGITS = 8;
const OLDEST_YEARS = 130;

export function readDigits(digits: string): TypedDate {
  const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, MOST_DIGITS)];
  const field = digits.length < 2 ? 'day' : digits.length < 4 ? 'month' : 'year';
  return { day, month, year, field, full: digits.length === MOST_DIGITS };
}

/** The digits after another key; a first digit that can only stand alone (a day from 4) gets its nought. */
export function addDigit(digits: string, digit: string): string {
  const { field, day, month } = readDigits(digits);
  const alone = (field === 'day' && day === '' && digit > '3') || (field === 'month' && month === '' && digit > '1');
  return (digits + (alone ? `0${digit}` : digit)).slice(0, MOST_DIGITS);
}

export function removeDigit(digits: string): string {
  return digits.slice(0, -1);
}

/** `YYYY-MM-DD`, or undefined while there is no such birth date. `today` is `YYYY-MM-DD` in the clinic's zone. */
export function birthDateOf(digits: string, today: string): string | undefined {
  const { day, month, year, full } = readDigits(digits);
  if (!full) return undefined;
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  return exists && iso <= today && iso >= oldest ? iso : undefined;
}
