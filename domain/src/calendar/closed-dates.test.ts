import { describe, expect, it } from 'vitest';
import { localMoment } from './business-day.ts';
import { closedOn } from './closed-dates.ts';
import { isShut, minutesUntilClosing, openThroughChanges, openTimes, openUntil, opensFrom } from './opening-hours.ts';

const zone = 'Europe/Madrid';
const at = (date: string, time: string) => localMoment(date, time, zone);
const everyDay = (from: string, until: string) => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, until }));
const christmas = { date: '2026-12-25', reason: { en: 'Christmas Day', es: 'Navidad' } };
const clinic = { zone, openingHours: everyDay('08:00', '18:00'), closedDates: [christmas, { date: '2026-12-26' }] };

describe('a closed date', () => {
  it('has no hours, from midnight to midnight in the clinic’s zone', () => {
    expect(openUntil(clinic, at('2026-12-24', '17:59'))).toBe('18:00');
    expect(openUntil(clinic, at('2026-12-25', '10:00'))).toBeUndefined();
    expect(openTimes(clinic, '2026-12-25')).toEqual([]);
    expect(minutesUntilClosing(clinic, at('2026-12-25', '10:00'))).toBeUndefined();
    expect(openUntil(clinic, at('2026-12-27', '08:00'))).toBe('18:00');
  });

  it('is passed over when the clinic says when it opens again', () => {
    expect(opensFrom(clinic, at('2026-12-24', '18:00'))).toBe(at('2026-12-27', '08:00'));
    expect(opensFrom(clinic, at('2026-12-25', '10:00'))).toBe(at('2026-12-27', '08:00'));
  });

  it('says why, where the clinic does', () => {
    expect(closedOn(clinic, at('2026-12-25', '00:00'))).toEqual(christmas);
    expect(closedOn(clinic, at('2026-12-26', '23:59'))).toEqual({ date: '2026-12-26' });
    expect(closedOn(clinic, at('2026-12-27', '00:00'))).toBeUndefined();
  });

  it('is found past a week of them', () => {
    const closedDates = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((day) => ({
      date: `2027-08-${`${day}`.padStart(2, '0')}`,
    }));
    expect(opensFrom({ ...clinic, closedDates }, at('2027-08-01', '09:00'))).toBe(at('2027-08-11', '08:00'));
  });

  it('ends the day before it, also where the clinic is otherwise always open', () => {
    const always = { ...clinic, openingHours: everyDay('00:00', '23:59'), businessDayStartsAt: '00:00' };
    expect(openThroughChanges(always, '2026-12-23', '2026-12-24')).toBe(true);
    expect(openThroughChanges(always, '2026-12-24', '2026-12-25')).toBe(false);
  });

  it('shuts a clinic that says no hours until the next day', () => {
    const withoutHours = { ...clinic, openingHours: [] };
    expect(opensFrom(withoutHours, at('2026-12-24', '10:00'))).toBeUndefined();
    expect(opensFrom(withoutHours, at('2026-12-25', '10:00'))).toBe(at('2026-12-27', '00:00'));
    expect(isShut(withoutHours, at('2026-12-24', '10:00'))).toBe(false);
    expect(isShut(withoutHours, at('2026-12-25', '10:00'))).toBe(true);
  });
});
