import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { BusinessDay, EpochMs, TimeOfDay, ZoneName } from '@foyer/contracts/time.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { Temporal } from 'temporal-polyfill';
import { addDays, dayBounds, localMoment } from './business-day.ts';

/** Local `HH:MM`. */
export function timeOfDay(at: EpochMs, zone: ZoneName): TimeOfDay {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
}

/** The latest that opening hours can name: they go on until midnight. */
const midnight: TimeOfDay = '23:59';

/** The time until which the clinic is open at this moment; undefined when it is closed. */
export function openUntil(
  configuration: Pick<ClinicConfiguration, 'openingHours' | 'zone'>,
  at: EpochMs,
): TimeOfDay | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(configuration.zone);
  const time = local.toPlainTime().toString().slice(0, 5);
  return configuration.openingHours.find(
    ({ weekday, from, until }) => weekday === local.dayOfWeek && from <= time && (time < until || until === midnight),
  )?.until;
}

/** Undefined while it is closed. */
export function minutesUntilClosing(
  configuration: Pick<ClinicConfiguration, 'openingHours' | 'zone'>,
  at: EpochMs,
): number | undefined {
  const until = openUntil(configuration, at);
  if (until === undefined) return undefined;
  const { zone } = configuration;
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  const closesAt = until === midnight ? localMoment(addDays(date, 1), '00:00', zone) : localMoment(date, until, zone);
  return (closesAt - at) / minuteMs;
}

/** When the clinic is open on a day, in order. */
export function openTimes(
  { openingHours, zone }: Pick<ClinicConfiguration, 'openingHours' | 'zone'>,
  date: BusinessDay,
): readonly { readonly from: EpochMs; readonly until: EpochMs }[] {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return openingHours
    .filter(({ weekday }) => weekday === dayOfWeek)
    .map(({ from, until }) => ({
      from: localMoment(date, from, zone),
      until: until === midnight ? localMoment(addDays(date, 1), '00:00', zone) : localMoment(date, until, zone),
    }))
    .toSorted((a, b) => a.from - b.from);
}

/** The first moment from this one on at which the clinic is open; undefined when it says no hours. */
export function opensFrom(
  configuration: Pick<ClinicConfiguration, 'openingHours' | 'zone'>,
  at: EpochMs,
): EpochMs | undefined {
  if (openUntil(configuration, at) !== undefined) return at;
  const { openingHours, zone } = configuration;
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  for (let days = 0; days <= daysOfWeek; days += 1) {
    const date = today.add({ days });
    const openings = openingHours
      .filter(({ weekday }) => weekday === date.dayOfWeek)
      .map(({ from }) => localMoment(date.toString(), from, zone))
      .filter((moment) => moment >= at);
    if (openings.length > 0) return Math.min(...openings);
  }
  return undefined;
}
const daysOfWeek = 7;

/**
 * Whether the clinic was open through every change of day from one business day to a later one: a minute before it, and
 * from it on. One that opens at the very hour was not.
 */
export function openThroughChanges(
  configuration: Pick<ClinicConfiguration, 'openingHours' | 'zone' | 'businessDayStartsAt'>,
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
