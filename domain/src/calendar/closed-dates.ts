import type { ClosedDate } from '@foyer/contracts/closed-dates.ts';
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { businessDayAt } from './business-day.ts';

/** `date`: a calendar day of the clinic. */
export function isClosedDate({ closedDates }: Pick<ClinicConfiguration, 'closedDates'>, date: string): boolean {
  return closedDates?.some((closed) => closed.date === date) === true;
}

/** The closed date that this moment is of, in the clinic's zone. */
export function closedOn(
  { closedDates = [], zone }: Pick<ClinicConfiguration, 'closedDates' | 'zone'>,
  at: EpochMs,
): ClosedDate | undefined {
  if (closedDates.length === 0) return undefined;
  const { businessDay: date } = businessDayAt(at, zone, '00:00');
  return closedDates.find((closed) => closed.date === date);
}
