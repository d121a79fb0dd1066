import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDayAt, dayBounds, localMoment } from './business-day.ts';
import { openUntil, timeOfDay } from './opening-hours.ts';

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

  it('writes local time', () => {
    expect(timeOfDay(Date.UTC(2026, 6, 1, 8, 5), 'Europe/Madrid')).toBe('10:05');
  });
});
