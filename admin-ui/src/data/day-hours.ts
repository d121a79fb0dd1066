// The hours of a business day in the order in which they pass, with those between in which nothing happened.

import type { ClinicDay } from '@foyer/contracts/centre-api.ts';

export type Hour = ClinicDay['hours'][number];

/** `startsAt` is when the business day changes, as `04:00`: the hours before it belong to the evening of the day. */
export function fillHours(hours: readonly Hour[], startsAt: string): readonly Hour[] {
  if (hours.length === 0) return [];
  const start = Number(startsAt.slice(0, 2));
  const places = hours.map(({ hour }) => hoursBetween(start, hour));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = (start + first + index) % 24;
    return hours.find((each) => each.hour === hour) ?? { hour, arrived: 0, served: 0 };
  });
}

/** From one hour of the clock to the next time that it shows the other. */
export function hoursBetween(from: number, until: number): number {
  return (until - from + 24) % 24;
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
