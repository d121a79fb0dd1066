import { describe, expect, it } from 'vitest';
import { nextTurn } from './media-turns.ts';

describe('the turn of pictures and videos', () => {
  const items = ['a', 'b', 'c'].map((file) => ({ file, seconds: 10 }));
  const all = () => false;

  it('goes from one to the next and round again', () => {
    expect([undefined, 0, 1, 2].map((current) => nextTurn(items, current, all))).toEqual([0, 1, 2, 0]);
  });
  it('passes over what is not there', () => {
    expect(nextTurn(items, 0, (file) => file === 'b')).toBe(2);
    expect(nextTurn(items, 0, (file) => file !== 'a')).toBe(0);
    expect(nextTurn(items, 0, () => true)).toBeUndefined();
    expect(nextTurn([], undefined, all)).toBeUndefined();
  });
});
