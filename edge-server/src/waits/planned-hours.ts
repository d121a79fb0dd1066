// When the points that are open now stop by the clinic's opening hours: the breaks that are still to come, and the end of
// the day. Whoever works outside of the hours goes on until all are served.

import type { EpochMs } from '@foyer/contracts/time.ts';
import { addDays, businessDayAt } from '@foyer/domain/calendar/business-day.ts';
import { openTimes, type Hours } from '@foyer/domain/calendar/opening-hours.ts';
import type { PointNow } from '@foyer/domain/wait-estimate/queue-now.ts';

export type PlannedHours = Pick<PointNow, 'breaks' | 'closesAt'>;
interface Opening {
  readonly from: EpochMs;
  readonly until: EpochMs;
}

export function plannedHours(hours: Hours, now: EpochMs): PlannedHours {
  const { businessDay: today, until: endOfToday } = businessDayAt(now, hours.zone, '00:00');
  const openings = joined([...openTimes(hours, today), ...openTimes(hours, addDays(today, 1))]).filter(
    ({ from, until }) => from < endOfToday && until > now,
  );
  const last = openings.at(-1);
  if (last === undefined || openings[0]!.from > now) return {};
  const breaks = openings.slice(1).map(({ from: until }, before) => ({ from: openings[before]!.until, until }));
  return { breaks, closesAt: last.until };
}

/** Those that follow one another without a moment between them are one, also over midnight. */
function joined(openings: readonly Opening[]): readonly Opening[] {
  const all: Opening[] = [];
  for (const opening of openings) {
    const before = all.at(-1);
    if (before === undefined || opening.from > before.until) all.push(opening);
    else all[all.length - 1] = { from: before.from, until: Math.max(before.until, opening.until) };
  }
  return all;
}
