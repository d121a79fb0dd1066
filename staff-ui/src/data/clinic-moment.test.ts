import { describe, expect, it } from 'vitest';
import { clinicMoment, datesBack } from './clinic-moment.ts';

describe('a time at the clinic', () => {
  it.each([
    ['2026-11-24', '09:40', 'Europe/Madrid', '2026-11-24T08:40:00Z'],
    ['2026-07-01', '09:40', 'Europe/Madrid', '2026-07-01T07:40:00Z'],
    ['2026-11-24', '00:10', 'Asia/Kolkata', '2026-11-23T18:40:00Z'],
    ['2026-10-25', '02:30', 'Europe/Madrid', '2026-10-25T00:30:00Z'],
    ['2027-03-28', '02:30', 'Europe/Madrid', '2027-03-28T01:30:00Z'],
  ])('%s %s in %s is %s', (date, time, zone, moment) => {
    expect(new Date(clinicMoment(date, time, zone)).toISOString()).toBe(new Date(moment).toISOString());
  });

  it('counts back by the dates of the clinic', () => {
    expect(datesBack(Date.parse('2026-11-30T23:30:00Z'), 'Europe/Madrid', 2)).toEqual([
      '2026-12-01',
      '2026-11-30',
      '2026-11-29',
    ]);
  });
});
