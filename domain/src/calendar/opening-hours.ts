import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { EpochMs, TimeOfDay, ZoneName } from '@foyer/contracts/time.ts';
import { Temporal } from 'temporal-polyfill';

/** Local `HH:MM`. */
export function timeOfDay(at: EpochMs, zone: ZoneName): TimeOfDay {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
}

/** The time until which the clinic is open at this moment; undefined when it is closed. */
export function openUntil(
  configuration: Pick<ClinicConfiguration, 'openingHours' | 'zone'>,
  at: EpochMs,
): TimeOfDay | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(configuration.zone);
  const time = local.toPlainTime().toString().slice(0, 5);
  return configuration.openingHours.find(
    (hours) => hours.weekday === local.dayOfWeek && hours.from <= time && time < hours.until,
  )?.until;
}
