import { Temporal } from 'temporal-polyfill';

/** The first moment of the business day that holds this moment, for a day that changes at 04:00. */
export function businessDayStart(at: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const date = local.hour < 4 ? local.toPlainDate().subtract({ days: 1 }) : local.toPlainDate();
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from('04:00') }).epochMilliseconds;
}

/** Local `HH:MM`. */
export function localTime(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
}
