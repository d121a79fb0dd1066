import type { LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { describe, expect, it } from 'vitest';
import { MultiTap } from './multi-tap.ts';

/** Presses keys, each so many ms after the one before. */
function typed(presses: readonly (readonly [digit: string, afterMs: number])[], code: LanguageCode = 'en'): string {
  const taps = new MultiTap();
  let [text, at] = ['', 0];
  for (const [digit, afterMs] of presses) {
    at += afterMs;
    text = taps.press(digit, at, text, code);
  }
  return text;
}

describe('letters on digits', () => {
  it('come one after the other on the same key', () => {
    expect(typed([['2', 0]])).toBe('A');
    expect(
      typed([
        ['2', 0],
        ['2', 300],
        ['2', 300],
      ]),
    ).toBe('C');
    expect(
      typed([
        ['2', 0],
        ['2', 300],
        ['2', 300],
        ['2', 300],
      ]),
    ).toBe('A');
  });
  it('are two letters of one key with a rest between', () => {
    expect(
      typed([
        ['2', 0],
        ['2', 2_000],
      ]),
    ).toBe('AA');
  });
  it('are letters of their own on another key', () => {
    expect(
      typed([
        ['6', 0],
        ['6', 200],
        ['6', 200],
        ['5', 200],
      ]),
    ).toBe('OJ');
  });
  it('are Arabic ones in Arabic', () => {
    expect(
      typed(
        [
          ['2', 0],
          ['2', 200],
          ['8', 200],
        ],
        'ar',
      ),
    ).toBe('تف');
  });
});
