import { describe, expect, it } from 'vitest';
import { answerOf, typed, withDigit } from './typed-answer.ts';

describe('a typed answer', () => {
  it.each([
    ['date', '28022026', '2026-02-28'],
    ['date', '30022026', undefined],
    ['date', '2802', undefined],
    ['integer', '007', 7],
    ['integer', '', undefined],
    ['text', '  penicillin ', 'penicillin'],
    ['text', '   ', undefined],
  ] as const)('of the kind %s is whole or none: %s', (type, text, answer) => {
    expect(answerOf(type, text)).toBe(answer);
  });

  it('takes digits where digits are asked, and no more than a form takes', () => {
    expect(typed('integer', '12 kg')).toBe('12');
    expect(withDigit('integer', '123456', '7')).toBe('123456');
    expect(withDigit('date', '', '9')).toBe('09');
    expect(typed('text', 'x'.repeat(300))).toHaveLength(200);
  });
});
