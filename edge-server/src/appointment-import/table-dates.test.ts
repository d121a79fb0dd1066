import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf, readDate } from './table-dates.ts';

describe('a date of a table', () => {
  it.each([
    ['1967-11-07', '1967-11-07'],
    ['1967/11/7', '1967-11-07'],
    ['19671107', '1967-11-07'],
    ['1967年11月7日', '1967-11-07'],
    ['7.7.1967', '1967-07-07'],
    ['١٩٦٧/١١/٠٧', '1967-11-07'],
  ])('%s is read without asking', (text, date) => {
    expect(readDate(text, undefined)).toEqual({ date });
  });

  it.each([
    ['07/11/1967', '1967-11-07', '1967-07-11'],
    ['7-11-1967', '1967-11-07', '1967-07-11'],
    ['7. 11. 1967.', '1967-11-07', '1967-07-11'],
  ])('%s is read as it was told', (text, dayFirst, monthFirst) => {
    expect(readDate(text, 'day-first')).toEqual({ date: dayFirst });
    expect(readDate(text, 'month-first')).toEqual({ date: monthFirst });
    expect(readDate(text, undefined)).toBe('order-unknown');
  });

  it.each([
    ['31/02/1967', 'date-impossible'],
    ['2023-02-29', 'date-impossible'],
    ['7/11/67', 'year-too-short'],
    ['7 Nov 1967', 'date-unreadable'],
    ['24433', 'date-unreadable'],
    ['', 'date-unreadable'],
  ])('%s is told why it is none', (text, code) => {
    expect(readDate(text, 'day-first')).toEqual({ code });
  });

  it('is never guessed: what could be read both ways is read as neither', () => {
    const small = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(small, small, fc.constantFrom('/', '.', '-'), (first, second, sign) => {
        const read = readDate([first, second, 1980].join(sign), undefined);
        if (first !== second) expect(read).toBe('order-unknown');
        else expect(read).toHaveProperty('date');
      }),
    );
  });

  it('always comes back in the order it was written in', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (moment) => {
        const date = moment.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = date.split('-');
        expect(readDate(`${dayOfMonth}/${month}/${year}`, 'day-first')).toEqual({ date });
        expect(readDate(`${month}/${dayOfMonth}/${year}`, 'month-first')).toEqual({ date });
        expect(readDate(date, undefined)).toEqual({ date });
      }),
    );
  });
});

describe('the order of a table’s dates', () => {
  it('is told by one date that can be read one way alone', () => {
    expect(orderOf(['01/02/1980', '13/02/1980', '1980-02-01'])).toBe('day-first');
    expect(orderOf(['01/02/1980', '02/13/1980'])).toBe('month-first');
  });

  it('is unknown where no date tells it, or two tell otherwise', () => {
    expect(orderOf(['01/02/1980', '1980-02-01'])).toBe('unknown');
    expect(orderOf(['13/02/1980', '02/13/1980'])).toBe('unknown');
  });

  it('does not matter where every date begins with its year', () => {
    expect(orderOf(['1980-02-01', '3/3/1980', 'nothing'])).toBeUndefined();
  });
});
