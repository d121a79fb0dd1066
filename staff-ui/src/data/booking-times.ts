// The times of a day that somebody can be booked for, on the quarter of an hour, and how many are booked at each for a
// service. Of a clinic that says no hours, those of a usual day.

import type { BookedTimes } from '@foyer/contracts/booking.ts';
import type { ServiceId } from '@foyer/contracts/ids.ts';
import { hourMs, minuteMs, type EpochMs, type LocalDate, type ZoneName } from '@foyer/contracts/time.ts';
import { clinicMoment } from './clinic-moment.ts';

interface BookableTime {
  readonly at: EpochMs;
  readonly booked: number;
}

/** How many days the strip shows. */
export const shownDays = 7;
const stepMs = 15 * minuteMs;
const usualHours = { from: '08:00', hours: 10 } as const;

/** Those that are not over; booked times between two quarters count to the earlier one. */
export function bookableTimes(
  { day, open, times }: BookedTimes,
  serviceId: ServiceId,
  { now, zone }: { readonly now: EpochMs; readonly zone: ZoneName },
): readonly BookableTime[] {
  const booked = new Map<EpochMs, number>();
  for (const time of times) {
    if (time.serviceId !== serviceId) continue;
    const quarter = Math.floor(time.at / stepMs) * stepMs;
    booked.set(quarter, (booked.get(quarter) ?? 0) + 1);
  }
  return (open ?? usualDay(day, zone)).flatMap(({ from, until }) => {
    const first = Math.ceil(Math.max(from, now) / stepMs) * stepMs;
    const count = Math.max(0, Math.ceil((until - first) / stepMs));
    return Array.from({ length: count }, (_, index) => {
      const at = first + index * stepMs;
      return { at, booked: booked.get(at) ?? 0 };
    });
  });
}

/** This many dates from one on. */
export function datesFrom(first: LocalDate, count: number): readonly LocalDate[] {
  return Array.from({ length: count }, (_, ahead) => laterBy(first, ahead));
}

export function laterBy(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 24 * hourMs).toISOString().slice(0, 10);
}

function usualDay(day: LocalDate, zone: ZoneName): NonNullable<BookedTimes['open']> {
  const from = clinicMoment(day, usualHours.from, zone);
  return [{ from, until: from + usualHours.hours * hourMs }];
}
