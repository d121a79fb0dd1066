import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { BusinessDay, EpochMs, TimeOfDay, ZoneName } from '@foyer/contracts/time.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { Temporal } from 'temporal-polyfill';
import { addDays, dayBounds, localMoment } from './business-day.ts';
import { isClosedDate } from './closed-dates.ts';

/** What says when a clinic is open. */
export type Hours = Pick<ClinicConfiguration, 'openingHours' | 'closedDates' | 'zone'>;

/** Local `HH:MM`. */
export function timeOfDay(at: EpochMs, zone: ZoneName): TimeOfDay {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
}

/** The latest that opening hours can name: they go on until midnight. */
const midnight: TimeOfDay = '23:59';

/** The time until which the clinic is open at this moment; undefined when it is closed. */
export function openUntil(configuration: Hours, at: EpochMs): TimeOfDay | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(configuration.zone);
  const time = local.toPlainTime().toString().slice(0, 5);
  if (isClosedDate(configuration, local.toPlainDate().toString())) return undefined;
  return configuration.openingHours.find(
    ({ weekday, from, until }) => weekday === local.dayOfWeek && from <= time && (time < until || until === midnight),
  )?.until;
}

/** Undefined while it is closed. */
export function minutesUntilClosing(configuration: Hours, at: EpochMs): number | undefined {
  const until = openUntil(configuration, at);
  if (until === undefined) return undefined;
  const { zone } = configuration;
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  const closesAt = until === midnight ? localMoment(addDays(date, 1), '00:00', zone) : localMoment(date, until, zone);
  return (closesAt - at) / minuteMs;
}

/** When the clinic is open on a day, in order. */
export function openTimes(
  { openingHours, closedDates, zone }: Hours,
  date: BusinessDay,
): readonly { readonly from: EpochMs; readonly until: EpochMs }[] {
  if (isClosedDate({ closedDates }, date)) return [];
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return openingHours
    .filter(({ weekday }) => weekday === dayOfWeek)
    .map(({ from, until }) => ({
      from: localMoment(date, from, zone),
      until: until === midnight ? localMoment(addDays(date, 1), '00:00', zone) : localMoment(date, until, zone),
    }))
    .toSorted((a, b) => a.from - b.from);
}

/**
 * The first moment from this one on at which the clinic is open. Undefined when it says no hours, unless it is a closed
 * date: then the next day that is none begins it.
 */
export function opensFrom(configuration: Hours, at: EpochMs): EpochMs | undefined {
  if (openUntil(configuration, at) !== undefined) return at;
  const { openingHours, closedDates = [], zone } = configuration;
  const today = localDate(at, zone);
  if (openingHours.length === 0 && !isClosedDate(configuration, today)) return undefined;
  for (let days = 0; days <= daysOfWeek + closedDates.length; days += 1) {
    const date = addDays(today, days);
    if (isClosedDate(configuration, date)) continue;
    if (openingHours.length === 0) return localMoment(date, '00:00', zone);
    const opening = openTimes(configuration, date).find(({ from }) => from >= at);
    if (opening !== undefined) return opening.from;
  }
  return undefined;
}
const daysOfWeek = 7;

/** Whether nobody is booked for this moment: outside of its hours, or on a closed date. One that says no hours is open. */
export function isShut(configuration: Hours, at: EpochMs): boolean {
  if (configuration.openingHours.length > 0) return openUntil(configuration, at) === undefined;
  return isClosedDate(configuration, localDate(at, configuration.zone));
}

function localDate(at: EpochMs, zone: ZoneName): BusinessDay {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/**
 * Whether the clinic was open through every change of day from one business day to a later one: a minute before it, and
 * from it on. One that opens at the very hour was not.
 */
export function openThroughChanges(
  configuration: Hours & Pick<ClinicConfiguration, 'businessDayStartsAt'>,
  from: BusinessDay,
  until: BusinessDay,
): boolean {
  const { zone, businessDayStartsAt } = configuration;
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
    const changeAt = dayBounds(day, zone, businessDayStartsAt).from;
    if ([changeAt - minuteMs, changeAt].some((at) => openUntil(configuration, at) === undefined)) return false;
  }
  return true;
}
