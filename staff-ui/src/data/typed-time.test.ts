import { describe, expect, it } from 'vitest';
import { typedTime } from './typed-time.ts';

describe('a time as it is typed', () => {
  it.each([
    ['8', '08:00'],
    ['08', '08:00'],
    ['8:30', '08:30'],
    ['8.30', '08:30'],
    ['830', '08:30'],
    ['0830', '08:30'],
    ['8 30', '08:30'],
    [' 23:59 ', '23:59'],
  ])('%j is %s', (typed, time) => {
    expect(typedTime(typed)).toBe(time);
  });

  it.each(['', '24:00', '8:60', '8:3', 'noon', '12345'])('%j is none', (typed) => {
    expect(typedTime(typed)).toBeUndefined();
  });
});
