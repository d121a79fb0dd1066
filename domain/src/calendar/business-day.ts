// The business day: a local date that changes at the clinic's configured hour and by nothing else, through summer time
// and across the UTC day. Source: ARCHITECTURE, "Time".

import type { BusinessDay, EpochMs, TimeOfDay, ZoneName } from '@foyer/contracts/time.ts';
import { Temporal } from 'temporal-polyfill';

export interface DayBounds {
  readonly businessDay: BusinessDay;
  readonly from: EpochMs;
  /** The first moment of the next business day. */
  readonly until: EpochMs;
}

/** The business day that holds this moment, and its bounds, so that the answer can be kept until the day is over. */
export function businessDayAt(at: EpochMs, zone: ZoneName, startsAt: TimeOfDay): DayBounds {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const today = dayBounds(local.toString(), zone, startsAt);
  if (at < today.from) return dayBounds(local.subtract({ days: 1 }).toString(), zone, startsAt);
  if (at >= today.until) return dayBounds(local.add({ days: 1 }).toString(), zone, startsAt);
  return today;
}

export function dayBounds(businessDay: BusinessDay, zone: ZoneName, startsAt: TimeOfDay): DayBounds {
  const date = Temporal.PlainDate.from(businessDay);
  return {
    businessDay,
    from: momentOf(date, zone, startsAt),
    until: momentOf(date.add({ days: 1 }), zone, startsAt),
  };
}

/** A local date and time of day as a moment; a time that summer time skips is the one after the gap. */
export function localMoment(date: string, time: TimeOfDay, zone: ZoneName): EpochMs {
  return momentOf(Temporal.PlainDate.from(date), zone, time);
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

function momentOf(date: Temporal.PlainDate, zone: ZoneName, time: TimeOfDay): EpochMs {
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
