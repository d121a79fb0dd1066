import { describe, expect, it } from 'vitest';
import { clockHours, fillHours, hoursBetween, totals } from './day-hours.ts';

describe('the hours of a day', () => {
  it('are in the order of the business day, with the quiet ones between', () => {
    const hours = fillHours(
      [
        { hour: 8, arrived: 3, served: 1 },
        { hour: 10, arrived: 2, served: 4, medianWaitMinutes: 9 },
      ],
      '04:00',
    );
    expect(hours).toEqual([
      { hour: 8, arrived: 3, served: 1 },
      { hour: 9, arrived: 0, served: 0 },
      { hour: 10, arrived: 2, served: 4, medianWaitMinutes: 9 },
    ]);
    expect(totals(hours)).toEqual({ arrived: 5, served: 5 });
  });

  it('go on after midnight where the business day does', () => {
    const night = [
      { hour: 1, arrived: 1, served: 1 },
      { hour: 22, arrived: 1, served: 0 },
    ];
    expect(fillHours(night, '04:00').map(({ hour }) => hour)).toEqual([22, 23, 0, 1]);
    expect(hoursBetween(22, 1)).toBe(3);
    expect(fillHours(night, '00:00').map(({ hour }) => hour)).toEqual(
      Array.from({ length: 22 }, (_, index) => index + 1),
    );
  });

  it('begin when the clinic’s day does', () => {
    const hours = [7, 21].map((hour) => ({ hour, arrived: 1, served: 0 }));
    expect(fillHours(hours, '20:30').map(({ hour }) => hour)).toEqual([21, 22, 23, 0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('are none where nothing happened', () => expect(fillHours([], '04:00')).toEqual([]));

  it('are told by the clock of the clinic', () => {
    expect(clockHours(Date.UTC(2026, 10, 24, 9, 45), 'Europe/Madrid')).toBe(10.75);
  });
});
