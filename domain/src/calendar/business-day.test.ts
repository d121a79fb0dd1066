import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDayAt, dayBounds, localMoment } from './business-day.ts';
import { openThroughChanges, openUntil, opensFrom, timeOfDay } from './opening-hours.ts';

const zones = ['Europe/Madrid', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/Santiago'];

describe('business day', () => {
  it('changes at the clinic’s hour, not at midnight nor at the UTC day', () => {
    expect(businessDayAt(Date.UTC(2026, 10, 23, 2, 59), 'Europe/Madrid', '04:00').businessDay).toBe('2026-11-22');
    expect(businessDayAt(Date.UTC(2026, 10, 23, 3, 0), 'Europe/Madrid', '04:00').businessDay).toBe('2026-11-23');
    expect(businessDayAt(Date.UTC(2026, 10, 23, 4), 'America/New_York', '04:00').businessDay).toBe('2026-11-22');
  });

  it('has 23 and 25 hours when summer time begins and ends', () => {
    const hours = (day: string) => {
      const { from, until } = dayBounds(day, 'Europe/Madrid', '00:00');
      return (until - from) / 3_600_000;
    };
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-22')]).toEqual([23, 25, 24]);
  });

  it('always holds the moment within its bounds', () => {
    const moments = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom(...zones),
        fc.constantFrom('00:00', '02:30', '04:00'),
        (at, zone, startsAt) => {
          const day = businessDayAt(at, zone, startsAt);
          expect(day.from <= at && at < day.until).toBe(true);
        },
      ),
    );
  });
});

describe('opening hours', () => {
  const configuration = { zone: 'Europe/Madrid', openingHours: [{ weekday: 1, from: '08:00', until: '18:00' }] };

  it('says until when it is open, and nothing when it is closed', () => {
    expect(openUntil(configuration, localMoment('2026-11-23', '17:59', 'Europe/Madrid'))).toBe('18:00');
    expect(openUntil(configuration, localMoment('2026-11-23', '18:00', 'Europe/Madrid'))).toBeUndefined();
    expect(openUntil(configuration, localMoment('2026-11-24', '10:00', 'Europe/Madrid'))).toBeUndefined();
  });

  it('say when it opens: at once while it is open, else later that day, on another, or never', () => {
    const at = (date: string, time: string) => localMoment(date, time, 'Europe/Madrid');
    const split = {
      ...configuration,
      openingHours: [...configuration.openingHours, { weekday: 1, from: '20:00', until: '21:00' }],
    };
    expect(opensFrom(split, at('2026-11-23', '07:00'))).toBe(at('2026-11-23', '08:00'));
    expect(opensFrom(split, at('2026-11-23', '09:30'))).toBe(at('2026-11-23', '09:30'));
    expect(opensFrom(split, at('2026-11-23', '18:00'))).toBe(at('2026-11-23', '20:00'));
    expect(opensFrom(split, at('2026-11-23', '21:00'))).toBe(at('2026-11-30', '08:00'));
    expect(opensFrom({ ...split, openingHours: [] }, at('2026-11-23', '09:30'))).toBeUndefined();
  });

  it('open at the clinic’s hour when summer time begins, too', () => {
    const sunday = { ...configuration, openingHours: [{ weekday: 7, from: '08:00', until: '12:00' }] };
    expect(opensFrom(sunday, Date.UTC(2026, 2, 28, 20))).toBe(Date.UTC(2026, 2, 29, 6));
  });

  it('go on until midnight when they end a minute before it', () => {
    const night = { zone: 'Europe/Madrid', openingHours: [{ weekday: 1, from: '20:00', until: '23:59' }] };
    expect(openUntil(night, localMoment('2026-11-23', '23:59', 'Europe/Madrid'))).toBe('23:59');
    expect(openUntil(night, localMoment('2026-11-24', '00:00', 'Europe/Madrid'))).toBeUndefined();
  });

  const everyDay = (from: string, until: string, except: readonly number[] = []) => ({
    zone: 'Europe/Madrid',
    businessDayStartsAt: '04:00',
    openingHours: [1, 2, 3, 4, 5, 6, 7]
      .filter((weekday) => !except.includes(weekday))
      .map((weekday) => ({ weekday, from, until })),
  });

  it('say whether the clinic was open through a change of day: before it, and from it on', () => {
    const through = (configuration: ReturnType<typeof everyDay>) =>
      openThroughChanges(configuration, '2026-11-23', '2026-11-24');
    expect(through(everyDay('00:00', '23:59'))).toBe(true);
    expect(through({ ...everyDay('00:00', '23:59'), businessDayStartsAt: '00:00' })).toBe(true);
    expect(through(everyDay('08:00', '20:00'))).toBe(false);
    expect(through(everyDay('04:00', '23:59'))).toBe(false);
    expect(through(everyDay('00:00', '04:00'))).toBe(false);
  });

  it('say so of every change between two days', () => {
    const allButWednesday = everyDay('00:00', '23:59', [3]);
    expect(openThroughChanges(allButWednesday, '2026-11-22', '2026-11-24')).toBe(true);
    expect(openThroughChanges(allButWednesday, '2026-11-23', '2026-11-26')).toBe(false);
  });

  it('writes local time', () => {
    expect(timeOfDay(Date.UTC(2026, 6, 1, 8, 5), 'Europe/Madrid')).toBe('10:05');
  });
});
