import { expect, it } from 'vitest';
import { lineWords } from './line-words.ts';

it.each([
  [-500, { key: 'line.now' }],
  [1_900, { key: 'line.now' }],
  [4_200, { key: 'line.seconds', count: 4 }],
  [119_000, { key: 'line.minutes', count: 1 }],
  [7_200_000, { key: 'line.hours', count: 2 }],
  [90_000_000, { key: 'line.days', count: 1 }],
])('%i ms ago is %j', (agoMs, words) => expect(lineWords(agoMs)).toEqual(words));
