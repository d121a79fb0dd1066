// What the page shows is in its address: `?clinic=<id>&date=YYYY-MM-DD`, so that it can be kept, sent and gone back to.

import { datePattern } from '@foyer/contracts/time.ts';

export interface Place {
  readonly clinicId?: string;
  /** Without one, the business day now. */
  readonly date?: string;
}

const aDate = new RegExp(datePattern);

/** A date that is none is left out. */
export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  const clinicId = query.get('clinic');
  const date = query.get('date');
  return { ...(clinicId ? { clinicId } : {}), ...(date && isDate(date) ? { date } : {}) };
}

export function writePlace({ clinicId, date }: Place): string {
  const query = new URLSearchParams();
  if (clinicId) query.set('clinic', clinicId);
  if (date) query.set('date', date);
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** The date so many days later; the calendar's own, whatever the zone. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return aDate.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
