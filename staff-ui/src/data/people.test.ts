import { describe, expect, it } from 'vitest';
import { lastDays, mayGivePin, pinFault } from './people.ts';

describe('a new PIN', () => {
  it('has as many digits as the others, no pattern, and is typed twice', () => {
    expect(pinFault('47', '47', 4)).toBe('pin-shape');
    expect(pinFault('1234', '1234', 4)).toBe('pin-easy');
    expect(pinFault('47113', '47113', 4)).toBe('pin-lengths-differ');
    expect(pinFault('4711', '4117', 4)).toBe('pin-differs');
    expect(pinFault('4711', '4711', 4)).toBeUndefined();
  });

  it('is given to an administrator or auditor by an administrator alone', () => {
    expect(mayGivePin(['supervisor'], ['nurse'])).toBe(true);
    expect(mayGivePin(['supervisor'], ['nurse', 'admin'])).toBe(false);
    expect(mayGivePin(['admin'], ['auditor'])).toBe(true);
  });
});

it('somebody is admitted for today, or until one of the six days after it', () => {
  expect(lastDays('2026-12-28')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ]);
});
