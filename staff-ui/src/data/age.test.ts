import { describe, expect, it } from 'vitest';
import { ageOn, elapsed } from './age.ts';

describe('age', () => {
  it.each([
    ['1949-09-02', { unit: 'years', count: 77 }],
    ['1949-11-25', { unit: 'years', count: 76 }],
    ['2024-11-24', { unit: 'years', count: 2 }],
    ['2024-12-24', { unit: 'months', count: 23 }],
    ['2026-11-10', { unit: 'weeks', count: 2 }],
    ['2027-01-01', undefined],
  ])('born %s', (born, age) => expect(ageOn('2026-11-24', born)).toEqual(age));
});

describe('elapsed time', () => {
  it.each([
    [0, '00:00'],
    [462_000, '07:42'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [-5, '00:00'],
  ])('%i ms', (ms, text) => {
    expect(elapsed(ms)).toBe(text);
  });
});
