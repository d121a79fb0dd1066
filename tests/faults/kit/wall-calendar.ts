/** The business day by what a clock on the wall of the clinic shows: another way to it than the domain's. */
import { dayStartsAtHour, zone } from './simulated-clinic.ts';

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export interface WallTime {
  readonly date: string;
  readonly minuteOfDay: number;
}

export function wallTimeOf(at: number): WallTime {
  const parts = new Map(wallClock.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    minuteOfDay: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

export function businessDayOf(at: number): string {
  const { date, minuteOfDay } = wallTimeOf(at);
  return minuteOfDay >= dayStartsAtHour * 60 ? date : dayBefore(date);
}

function dayBefore(date: string): string {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() - 1);
  return noon.toISOString().slice(0, 10);
}
