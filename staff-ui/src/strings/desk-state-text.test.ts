import { expect, it } from 'vitest';
import { deskStateText } from './desk-state-text.ts';

it.each([
  [1, 'Late, 1 min'],
  [59, 'Late, 59 min'],
  [60, 'Late, 1 h 0 min'],
  [694, 'Late, 11 h 34 min'],
])('somebody who is %i minutes late is so in hours and minutes', (minutes, words) => {
  expect(deskStateText('late', minutes)).toBe(words);
});

it('somebody who is not late is not said to be', () => {
  expect(deskStateText('expected', 0)).toBe('Expected');
});
