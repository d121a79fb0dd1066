import { expect, it } from 'vitest';
import { Grace } from './grace.ts';

it('names what is amiss for longer than it may be, counted anew after it was well', () => {
  const grace = new Grace(60);
  const overdueAt = (at: number, ...amiss: string[]) => [...grace.overdue(amiss, at)];
  expect(overdueAt(0, 'a')).toEqual([]);
  expect(overdueAt(60, 'a', 'b')).toEqual([]);
  expect(overdueAt(61, 'a', 'b')).toEqual(['a']);
  expect(overdueAt(90, 'b')).toEqual([]);
  expect(overdueAt(121, 'a', 'b')).toEqual(['b']);
  expect(overdueAt(182, 'a')).toEqual(['a']);
});
