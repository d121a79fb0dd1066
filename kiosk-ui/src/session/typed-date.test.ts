import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDigit, birthDateOf, readDigits } from './typed-date.ts';

const TODAY = '2026-11-22';
const typed = (keys: string) => [...keys].reduce(addDigit, '');

describe('a typed birth date', () => {
  it.each([
    ['14031958', '1958-03-14'],
    ['931958', '1958-03-09'],
    ['29022024', '2024-02-29'],
    ['22112026', '2026-11-22'],
  ])('%s is %s', (keys, iso) => expect(birthDateOf(typed(keys), TODAY)).toBe(iso));
  it.each(['29022023', '31041980', '00011980', '01131980', '23112026', '01011880', '1403195'])(
    '%s is no birth date',
    (keys) => {
      expect(birthDateOf(keys, TODAY)).toBeUndefined();
    },
  );
  it('always comes back from the digits of a date that exists', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, month, day] = iso.split('-') as [string, string, string];
          expect(birthDateOf(typed(day + month + year), TODAY)).toBe(iso);
        },
      ),
    );
  });
  it('shows which field the next digit goes to', () => {
    expect(['', '1', '14', '140', '1403', '14031958'].map((digits) => readDigits(digits).field)).toEqual([
      'day',
      'day',
      'month',
      'month',
      'year',
      'year',
    ]);
  });
});
