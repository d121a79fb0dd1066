import { expect, it } from 'vitest';
import { guideKey } from './guide-keys.ts';

it('understands a telephone keypad, and one with arrows, alike', () => {
  expect(guideKey('7')).toEqual({ key: 'digit', digit: '7' });
  for (const [phone, arrows, meaning] of [
    ['#', 'Enter', 'confirm'],
    ['*', 'Escape', 'back'],
    ['+', 'ArrowDown', 'next'],
    ['-', 'ArrowUp', 'previous'],
  ] as const)
    expect([guideKey(phone), guideKey(arrows)]).toEqual([{ key: meaning }, { key: meaning }]);
});
it('leaves letters and Tab to the page', () => {
  expect([guideKey('a'), guideKey('Tab'), guideKey(' ')]).toEqual([undefined, undefined, undefined]);
});
