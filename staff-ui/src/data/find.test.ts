import { describe, expect, it } from 'vitest';
import { matches } from './find.ts';

const maria = {
  name: 'María del Carmen Fernández-Villaverde',
  birthDate: '1971-02-02',
  number: 'A044',
  phone: '+351 912 345 678',
};

describe('finding a person while typing', () => {
  it.each([
    'maria',
    'FERNANDEZ',
    'villa mar',
    'carmen',
    'a044',
    '2.2.1971',
    '02/02/71',
    '1971-02-02',
    '2 2',
    '912 345',
    '5678',
  ])('finds her by %s', (typed) => {
    expect(matches(typed, maria)).toBe(true);
  });
  it.each(['mario', 'A04', '2.3.1971', '1971-03', 'maria lopez', '2 2 1970', '567', '9999'])(
    'does not find her by %s',
    (typed) => {
      expect(matches(typed, maria)).toBe(false);
    },
  );
  it('finds names of every script', () => {
    expect(matches('الهاشمي', { name: 'محمد عبد الرحمن الهاشمي' })).toBe(true);
    expect(matches('美玲', { name: '陈美玲 Chen Meiling' })).toBe(true);
    expect(matches('wisniewska', { name: 'Aleksandra Wiśniewska-Kowalczyk' })).toBe(true);
    expect(matches('osullivan', { name: 'Margaret O’Sullivan' })).toBe(false);
    expect(matches('sullivan', { name: 'Margaret O’Sullivan' })).toBe(true);
  });
  it('finds everybody before anything is typed', () => {
    expect(matches('  ', {})).toBe(true);
  });
});
