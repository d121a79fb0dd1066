// What does not fit in a clinic's closed dates, each fault with its place. Pure, and without a schema, so that a screen's
// bundle may carry it.

import type { ClosedDate } from './closed-dates.ts';

export type ClosedDatesFaultCode = 'date-unknown' | 'date-twice' | 'text-missing';
export interface ClosedDatesFault {
  readonly path: string;
  readonly code: ClosedDatesFaultCode;
}

export function closedDatesFaults(closedDates: readonly ClosedDate[] = []): readonly ClosedDatesFault[] {
  return closedDates.flatMap(({ date, reason }, index): readonly ClosedDatesFault[] => {
    const path = `/closedDates/${index}`;
    if (!isDate(date)) return [{ path: `${path}/date`, code: 'date-unknown' }];
    const isTwice = closedDates.findIndex((other) => other.date === date) < index;
    const isUnsaid = reason !== undefined && reason.en.trim() === '';
    return [
      ...(isTwice ? [{ path: `${path}/date`, code: 'date-twice' as const }] : []),
      ...(isUnsaid ? [{ path: `${path}/reason`, code: 'text-missing' as const }] : []),
    ];
  });
}

/** One that the calendar has. */
function isDate(date: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
