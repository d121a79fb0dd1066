// Which days are looked at: the last so many, today included, or any two of a calendar.

import { addDays } from './address.ts';

export const periods = [7, 28, 91] as const;

export interface Period {
  readonly from: string;
  readonly until: string;
}

export function lastDays(count: number, today: string): Period {
  return { from: addDays(today, 1 - count), until: today };
}

/** How many of the last days this is; undefined for two of a calendar. */
export function asLastDays(period: Period, today: string): (typeof periods)[number] | undefined {
  return periods.find((count) => {
    const { from, until } = lastDays(count, today);
    return period.from === from && period.until === until;
  });
}

/** The other end goes along where the two would stand the wrong way round. */
export function withEnd(period: Period, end: keyof Period, date: string): Period {
  const changed = { ...period, [end]: date };
  return changed.from <= changed.until ? changed : { from: date, until: date };
}
