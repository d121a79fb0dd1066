// A time of day on a calendar date as the clinic's clocks show it, as a moment, and the dates before one.

import type { EpochMs, LocalDate, TimeOfDay, ZoneName } from '@foyer/contracts/time.ts';
import { dayMs, minuteMs } from '@foyer/contracts/time.ts';

/** The earlier one in an hour that is there twice; in an hour that is left out, the time after it. */
export function clinicMoment(date: LocalDate, time: TimeOfDay, zone: ZoneName): EpochMs {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const offsets = [asUtc - dayMs, asUtc + dayMs].map((near) => offsetAt(near, zone));
  const candidates = offsets.map((offset) => asUtc - offset);
  return candidates.find((moment) => moment + offsetAt(moment, zone) === asUtc) ?? candidates[0]!;
}

/** Today's and as many before it, the newest first. */
export function datesBack(now: EpochMs, zone: ZoneName, days: number): readonly LocalDate[] {
  const today = Date.parse(`${dateIn(now, zone)}T12:00:00Z`);
  return Array.from({ length: days + 1 }, (_, back) => new Date(today - back * dayMs).toISOString().slice(0, 10));
}

/** The calendar date at this moment, as the clinic's clocks show it. */
export function dateIn(at: EpochMs, zone: ZoneName): LocalDate {
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 10);
}

function offsetAt(at: EpochMs, zone: ZoneName): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return local - Math.floor(at / minuteMs) * minuteMs;
}
