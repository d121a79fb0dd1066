import { describe, expect, it } from 'vitest';
import { clockHours, fillHours, placeInDay, totals } from './day-hours.ts';

describe('the hours of a day', () => {
  it('are in the order of the business day, with the quiet ones between', () => {
    const hours = fillHours([
      { hour: 8, arrived: 3, served: 1 },
      { hour: 10, arrived: 2, served: 4, medianWaitMinutes: 9 },
    ]);
    expect(hours).toEqual([
      { hour: 8, arrived: 3, served: 1 },
      { hour: 9, arrived: 0, served: 0 },
      { hour: 10, arrived: 2, served: 4, medianWaitMinutes: 9 },
    ]);
    expect(totals(hours)).toEqual({ arrived: 5, served: 5 });
  });

  it('go on after midnight where the business day does', () => {
    const hours = fillHours([
      { hour: 1, arrived: 1, served: 1 },
      { hour: 22, arrived: 1, served: 0 },
    ]);
    expect(hours.map(({ hour }) => hour)).toEqual([22, 23, 0, 1]);
    expect(placeInDay(1) - placeInDay(22)).toBe(3);
  });

  it('are none where nothing happened', () => expect(fillHours([])).toEqual([]));

  it('are told by the clock of the clinic', () => {
    expect(clockHours(Date.UTC(2026, 10, 24, 9, 45), 'Europe/Madrid')).toBe(10.75);
  });
});
