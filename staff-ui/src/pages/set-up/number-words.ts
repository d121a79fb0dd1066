// A sentence with fields in it: the words of a message, its numbers as small fields where the message names them.

import { html, type TemplateResult } from 'lit';

export interface WordsNumber {
  readonly label: string;
  readonly value: number;
  readonly faulty: boolean;
  readonly change: (value: number) => void;
}

/** `words` has each name in braces once: "later than {late} minutes". What is no number is told as -1. */
export function numberWords(words: string, numbers: Readonly<Record<string, WordsNumber>>): TemplateResult {
  const pieces = words.split(/(\{\w+\})/);
  return html`${pieces.map((piece) => {
    const number = numbers[piece.slice(1, -1)];
    return number === undefined || !piece.startsWith('{') ? piece : field(number);
  })}`;
}

function field({ label, value, faulty, change }: WordsNumber) {
  return html`<input
    class="in-words"
    inputmode="numeric"
    maxlength="4"
    autocomplete="off"
    aria-label=${label}
    aria-invalid=${faulty ? 'true' : 'false'}
    .value=${value < 0 ? '' : String(value)}
    @change=${(event: Event) => change(numberIn((event.target as HTMLInputElement).value))}
  />`;
}

function numberIn(typed: string): number {
  return /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : -1;
}
