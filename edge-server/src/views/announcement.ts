// What a wall says when a number is called: letter and digits one by one, as people read them out.

import type { Language } from '@foyer/contracts/languages.ts';

const number: { readonly [L in Language]?: string } = { en: 'Number', es: 'Número' };

/** Undefined where we have no words for the language. `placeTwice`: for who may not see it on the screen. */
export function announcement(
  ticketNumber: string,
  place: string,
  language: Language,
  placeTwice = false,
): string | undefined {
  const word = number[language];
  return word === undefined
    ? undefined
    : `${word} ${[...ticketNumber].join(' ')}. ${place}.${placeTwice ? ` ${place}.` : ''}`;
}
