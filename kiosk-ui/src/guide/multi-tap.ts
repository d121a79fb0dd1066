// Letters on the digits of a telephone: each further press of the same key within a moment gives its next letter.
// Latin letters as in ITU-T E.161, Arabic as in ETSI ES 202 130; the desk completes marks and rarer letters.

import type { LanguageCode } from '@foyer/ui-kit/language/language.ts';

const LATIN = [' ', "-'", 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'] as const;
const ARABIC = [' ', '-', 'بتةث', 'اءىئؤ', 'سشصض', 'دذرز', 'جحخ', 'نهوي', 'فقكلم', 'طظعغ'] as const;

const SAME_LETTER_WITHIN_MS = 1_500;

export function lettersOn(digit: string, code: LanguageCode): string {
  return (code === 'ar' ? ARABIC : LATIN)[Number(digit)] ?? '';
}

export class MultiTap {
  #digit = '';
  #times = 0;
  #at = Number.NEGATIVE_INFINITY;
  #length = 0;

  /** What is typed after `digit` went down at `at` ms: one letter more, or the last one turned into the next. */
  press(digit: string, at: number, typed: string, code: LanguageCode): string {
    const letters = lettersOn(digit, code);
    const goesOn = digit === this.#digit && at - this.#at <= SAME_LETTER_WITHIN_MS && typed.length === this.#length;
    this.#times = goesOn ? this.#times + 1 : 0;
    const before = goesOn ? typed.slice(0, -1) : typed;
    const after = before + letters[this.#times % letters.length]!;
    [this.#digit, this.#at, this.#length] = [digit, at, after.length];
    return after;
  }

  /** The next press begins a letter, whichever key it is. */
  forget(): void {
    this.#digit = '';
  }
}
