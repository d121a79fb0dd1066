// The hours of a business day in the order in which they pass, with those between in which nothing happened.

import type { ClinicDay } from '@foyer/contracts/centre-api.ts';

export type Hour = ClinicDay['hours'][number];

/** Hours before this belong to the evening of the business day: clinics change the day at night. */
const DAY_STARTS_AT = 4;

export function fillHours(hours: readonly Hour[]): readonly Hour[] {
  if (hours.length === 0) return [];
  const places = hours.map(({ hour }) => placeInDay(hour));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = (first + index + DAY_STARTS_AT) % 24;
    return hours.find((each) => each.hour === hour) ?? { hour, arrived: 0, served: 0 };
  });
}

/** How many hours of the business day have passed when this hour begins. */
export function placeInDay(hour: number): number {
  return (hour - DAY_STARTS_AT + 24) % 24;
}

/** The clinic's clock at a moment, as hours with a fraction: 10:45 is 10.75. */
export function clockHours(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  return part('hour') + part('minute') / 60;
}

export function totals(hours: readonly Hour[]): { readonly arrived: number; readonly served: number } {
  return {
    arrived: hours.reduce((sum, { arrived }) => sum + arrived, 0),
    served: hours.reduce((sum, { served }) => sum + served, 0),
  };
}
