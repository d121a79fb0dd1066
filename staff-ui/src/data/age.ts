// Age and elapsed time, as staff read them.

import type { BusinessDay, LocalDate } from '@foyer/contracts/time.ts';

export type Age = { readonly unit: 'years' | 'months' | 'weeks'; readonly count: number };

/** Whole years; months below two years, weeks below three months. Undefined when born after the day. */
export function ageOn(day: BusinessDay, birthDate: LocalDate): Age | undefined {
  const [year, month, date] = parts(day);
  const [bornYear, bornMonth, bornDate] = parts(birthDate);
  const months = (year - bornYear) * 12 + (month - bornMonth) - (date < bornDate ? 1 : 0);
  const days = (Date.UTC(year, month - 1, date) - Date.UTC(bornYear, bornMonth - 1, bornDate)) / 86_400_000;
  if (days < 0) return undefined;
  if (months < 3) return { unit: 'weeks', count: Math.floor(days / 7) };
  if (months < 24) return { unit: 'months', count: months };
  return { unit: 'years', count: Math.floor(months / 12) };
}

/** "07:42", or "1:07:42" from an hour on. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const short = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3_600 ? short : `${Math.floor(seconds / 3_600)}:${short}`;
}

function parts(date: LocalDate): [number, number, number] {
  return date.split('-').map(Number) as [number, number, number];
}
