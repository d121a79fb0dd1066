// Finding a person while typing: by name in any order and without accents, by birth date however it is written, by
// number, by phone, among what the tablet holds; the edge is asked about everybody else.

import type { LocalDate } from '@foyer/contracts/time.ts';

export interface Findable {
  readonly name?: string | undefined;
  readonly birthDate?: LocalDate | undefined;
  readonly number?: string | undefined;
  readonly phone?: string | undefined;
}

/** Every word of what was typed must be found in the name, the number or the birth date. */
export function matches(typed: string, { name = '', birthDate = '', number = '', phone = '' }: Findable): boolean {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  if (birthDate !== '' && isDate(typed, birthDate)) return true;
  if (isPhone(typed, phone)) return true;
  const names = fold(name).split(/[\s'’-]+/);
  const whole = fold(name);
  return words.every(
    (word) => fold(number) === word || names.some((part) => part.startsWith(word)) || whole.includes(word),
  );
}

/** Lower case without accents: "Fernández" is found by "fernandez". */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'l').toLowerCase().trim();
}

/** Four digits or more of it, however they are spaced. */
function isPhone(typed: string, phone: string): boolean {
  const digits = typed.replaceAll(/[\s()+./-]/g, '');
  return /^\d{4,}$/.test(digits) && phone.replaceAll(/\D/g, '').includes(digits);
}

/** "14.3.1958", "14 03 58", "1958-03-14" and the beginnings of them ("14/3") name this birth date. */
function isDate(typed: string, birthDate: LocalDate): boolean {
  const parts = typed.match(/\d+/g);
  if (!parts || parts.length < 2 || /\p{L}/u.test(typed)) return false;
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const same = (given: string, wanted: string) => Number(given) === Number(wanted);
  if (parts[0]!.length === 4) {
    return same(parts[0]!, year) && same(parts[1]!, month) && (parts[2] === undefined || same(parts[2], day));
  }
  const sameYear = parts[2] === undefined || parts[2] === year.slice(2) || year.startsWith(parts[2]);
  return same(parts[0]!, day) && same(parts[1]!, month) && sameYear;
}
