import { hourMs } from '@foyer/contracts/time.ts';
import { describe, expect, it } from 'vitest';
import { plannedHours } from './planned-hours.ts';

/** Midnight of Tuesday, 2026-11-24, in Madrid. */
const midnight = Date.UTC(2026, 10, 23, 23);
const at = (hours: number) => midnight + hours * hourMs;
const open = (weekday: number, from: string, until: string) => ({ weekday, from, until });
const at10 = (...openingHours: readonly ReturnType<typeof open>[]) =>
  plannedHours({ openingHours: [...openingHours], zone: 'Europe/Madrid' }, at(10));

describe('the planned hours of a day', () => {
  it('hold the breaks that are still to come, in order, and the end of the last opening', () => {
    expect(at10(open(2, '16:00', '20:00'), open(2, '07:00', '08:00'), open(2, '09:00', '14:00'))).toEqual({
      breaks: [{ from: at(14), until: at(16) }],
      closesAt: at(20),
    });
  });

  it('end where a clinic closes after midnight, and not at midnight', () => {
    expect(at10(open(2, '08:00', '23:59'), open(3, '00:00', '03:00'), open(3, '08:00', '23:59'))).toEqual({
      breaks: [],
      closesAt: at(27),
    });
  });

  it('say nothing outside of the hours, or where there are none: who works then goes on', () => {
    expect(at10()).toEqual({});
    expect(at10(open(2, '08:00', '10:00'))).toEqual({});
    expect(at10(open(2, '11:00', '18:00'))).toEqual({});
  });
});
