import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partedMoment, readMinutes, readTime } from './table-times.ts';

describe('a time of a table', () => {
  it.each([
    ['9:05', '09:05'],
    ['09:05:00', '09:05'],
    ['9.05', '09:05'],
    ['9h', '09:00'],
    ['9h05', '09:05'],
    ['0905', '09:05'],
    ['905', '09:05'],
    ['9', '09:00'],
    ['9:05 am', '09:05'],
    ['9:05 p. m.', '21:05'],
    ['12 AM', '00:00'],
    ['12:30pm', '12:30'],
    ['下午3:30', '15:30'],
    ['上午9:00', '09:00'],
    ['٩:٠٥ ص', '09:05'],
    ['3:30 م', '15:30'],
  ])('%s is %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  it.each(['', '24:00', '9:60', 'nine', '13:00 am', '9:5', '2026-11-24T09:00:00Z'])('%j is none', (text) => {
    expect(readTime(text)).toBeUndefined();
  });

  it('always comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const [hours, minutes] = [hour, minute].map((part) => String(part).padStart(2, '0'));
        for (const text of [`${hour}:${minutes}`, `${hours}${minutes}`, `${hours}.${minutes}`])
          expect(readTime(text)).toBe(`${hours}:${minutes}`);
      }),
    );
  });

  it.each([
    ['2026-11-24 09:30', { date: '2026-11-24', time: '09:30' }],
    ['2026-11-24T09:30:00', { date: '2026-11-24', time: '09:30:00' }],
    ['24/11/2026, 9:30 am', { date: '24/11/2026', time: '9:30 am' }],
    ['2026年11月24日 下午3:30', { date: '2026年11月24日', time: '下午3:30' }],
    ['9:30 am', { time: '9:30 am' }],
  ])('%s may stand behind its date', (text, parts) => {
    expect(partedMoment(text)).toEqual(parts);
  });
});

describe('a length of a table', () => {
  it('is of whole minutes, with or without the word', () => {
    for (const text of ['20', '20 min', '20 minutos', '20分', '20 دقيقة', '٢٠']) expect(readMinutes(text)).toBe(20);
    for (const text of ['0', '721', '1:30', 'long']) expect(readMinutes(text)).toBeUndefined();
  });
});
