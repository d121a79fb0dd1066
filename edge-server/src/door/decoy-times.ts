// Six times of today for a birth date, of which some may be somebody's and the rest are decoys. What is asked looks the
// same whether anybody matches or not, and the same again when it is asked again: which decoys are picked hangs on a
// keyed hash alone, and they are drawn from the times that patients really have today.

import { createHmac } from 'node:crypto';
import type { TimeOfDay } from '@foyer/contracts/time.ts';

export const timesAsked = 6;

export interface DecoyInput {
  readonly key: Uint8Array;
  readonly businessDay: string;
  readonly birthDate: string;
  /** Times of those born on this date. */
  readonly real: readonly TimeOfDay[];
  /** Times of everyone today. */
  readonly booked: readonly TimeOfDay[];
}

/** Six different times, in order of time. */
export function timesToAsk({ key, businessDay, birthDate, real, booked }: DecoyInput): readonly TimeOfDay[] {
  const rank = (time: TimeOfDay): string =>
    createHmac('sha256', key).update(`${businessDay} ${birthDate} ${time}`).digest('hex');
  const byRank = (times: Iterable<TimeOfDay>): TimeOfDay[] =>
    [...times]
      .map((time) => ({ time, rank: rank(time) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map(({ time }) => time);
  const chosen = new Set(byRank(new Set(real)).slice(0, timesAsked));
  for (const time of [...byRank(new Set(booked)), ...byRank(plausibleTimes)]) {
    if (chosen.size >= timesAsked) break;
    chosen.add(time);
  }
  return [...chosen].sort();
}

/** Every ten minutes from eight to six: for a day on which too few are booked to hide among. */
const plausibleTimes: readonly TimeOfDay[] = Array.from({ length: 60 }, (_, index) => {
  const minutes = 8 * 60 + index * 10;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});
