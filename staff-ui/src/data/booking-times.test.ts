import { describe, expect, it } from 'vitest';
import type { BookedTimes } from '@foyer/contracts/booking.ts';
import { bookableTimes, datesFrom } from './booking-times.ts';

const zone = 'Europe/Lisbon';
const at = (hours: number, minutes = 0) => Date.UTC(2026, 10, 24, hours, minutes);
const day: BookedTimes = {
  day: '2026-11-24',
  complete: true,
  open: [{ from: at(9), until: at(10) }],
  times: [
    { serviceId: 'blood', at: at(9, 15) },
    { serviceId: 'blood', at: at(9, 20) },
    { serviceId: 'dressing', at: at(9, 15) },
  ],
};

describe('the times of a day', () => {
  it('are the quarters of its opening hours, with how many are booked for the service', () => {
    expect(bookableTimes(day, 'blood', { now: at(7), zone })).toEqual([
      { at: at(9), booked: 0 },
      { at: at(9, 15), booked: 2 },
      { at: at(9, 30), booked: 0 },
      { at: at(9, 45), booked: 0 },
    ]);
  });

  it('leave out those that are over', () => {
    expect(bookableTimes(day, 'blood', { now: at(9, 31), zone }).map((time) => time.at)).toEqual([at(9, 45)]);
    expect(bookableTimes(day, 'blood', { now: at(12), zone })).toEqual([]);
  });

  it('are none where the clinic is closed, and a usual day’s where it says no hours at all', () => {
    expect(bookableTimes({ ...day, open: [] }, 'blood', { now: at(7), zone })).toEqual([]);
    const { open: _open, ...withoutHours } = day;
    const usual = bookableTimes(withoutHours, 'blood', { now: at(7), zone });
    expect([usual[0]?.at, usual.at(-1)?.at]).toEqual([at(8), at(17, 45)]);
  });
});

it('the days shown run over the end of a month', () => {
  expect(datesFrom('2026-11-29', 3)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
});
