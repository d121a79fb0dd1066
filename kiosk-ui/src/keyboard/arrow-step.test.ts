import { expect, it } from 'vitest';
import { arrowStep } from './arrow-step.ts';

it('leads on down and forwards, back up and backwards, as the page is read', () => {
  const steps = (dir: 'ltr' | 'rtl') =>
    ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'a'].map((key) => arrowStep(key, dir));
  expect(steps('ltr')).toEqual([1, -1, 1, -1, undefined]);
  expect(steps('rtl')).toEqual([1, -1, -1, 1, undefined]);
});
