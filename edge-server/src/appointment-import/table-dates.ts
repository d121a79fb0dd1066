// Dates as tables write them. Which of day and month stands first is told by the table itself or asked, never guessed.

import type { DateOrder, RowFaultCode } from '@foyer/contracts/appointment-table.ts';
import type { LocalDate } from '@foyer/contracts/time.ts';
import { westernDigits } from './western-digits.ts';

export type ReadDate = { readonly date: LocalDate } | { readonly code: RowFaultCode } | 'order-unknown';

const inThreeParts = /^(\d{1,4})[\s./\-،,年]+(\d{1,2})[\s./\-،,月]+(\d{1,4})[日号.]?$/u;
const inOnePart = /^((?:18|19|20)\d{2})(\d{2})(\d{2})$/;

export function readDate(text: string, order: DateOrder | undefined): ReadDate {
  const parts = partsOf(text);
  if (parts === undefined) return { code: 'date-unreadable' };
  const [first, second, third] = parts;
  if (first.length === 4) return dateOf(first, second, third);
  if (third.length !== 4) return { code: first.length > 2 ? 'date-unreadable' : 'year-too-short' };
  if (order === 'day-first') return dateOf(third, second, first);
  if (order === 'month-first') return dateOf(third, first, second);
  // The same in either order, or possible in neither.
  if (first === second || (Number(first) > 12 && Number(second) > 12)) return dateOf(third, second, first);
  return 'order-unknown';
}

/** What the dates of a table say of their order; `unknown` where some could be read either way, or they disagree. */
export function orderOf(texts: readonly string[]): DateOrder | 'unknown' | undefined {
  const orders = new Set(texts.map(orderOfOne).filter((order) => order !== undefined));
  const told = [...orders].filter((order) => order !== 'unknown');
  if (told.length === 1) return told[0];
  return orders.size === 0 ? undefined : 'unknown';
}

function orderOfOne(text: string): DateOrder | 'unknown' | undefined {
  const [first = '', second = '', third = ''] = partsOf(text) ?? [];
  if (third.length !== 4 || first === second) return undefined;
  if (Number(first) > 12) return Number(second) > 12 ? undefined : 'day-first';
  return Number(second) > 12 ? 'month-first' : 'unknown';
}

function partsOf(text: string): readonly [string, string, string] | undefined {
  const digits = westernDigits(text.trim());
  const [, first, second, third] = inThreeParts.exec(digits) ?? inOnePart.exec(digits) ?? [];
  return first === undefined || second === undefined || third === undefined ? undefined : [first, second, third];
}

/** A day that the calendar has. */
function dateOf(year: string, month: string, day: string): ReadDate {
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return Number(year) >= 1800 && at.toISOString().startsWith(date) ? { date } : { code: 'date-impossible' };
}
