// A page in sentences. Digits 1 to 7 are for what can be chosen, group after group; 8 leads to the next group, 9 calls for
// help, 0 says it again.

import type { LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { strings, t } from '../strings/strings.ts';
import type { PageReading } from './page-reading.ts';
import { sentence } from './spoken-words.ts';
import type { Sentence } from './speech-queue.ts';

/** Something that a digit does. */
export interface Way {
  readonly name: string;
  readonly more: readonly string[];
  readonly chosen?: boolean | undefined;
  /** Said in this language, so that who does not speak the page's hears of it. */
  readonly code?: LanguageCode;
  press(): void;
}

export const waysInGroup = 7;
/** What the edge speaks in one go. */
const MOST_CHARACTERS = 300;

export function groupsOf(ways: readonly Way[]): readonly (readonly Way[])[] {
  const count = Math.max(1, Math.ceil(ways.length / waysInGroup));
  return Array.from({ length: count }, (_, index) => ways.slice(index * waysInGroup, (index + 1) * waysInGroup));
}

export function sayPage({ question, notes }: PageReading, code: LanguageCode): Sentence[] {
  return [question, ...notes].filter((piece) => piece !== '').flatMap((piece) => say(piece, code));
}

export function sayWays(ways: readonly Way[], code: LanguageCode): Sentence[] {
  return ways.flatMap(({ name, more, chosen, code: own = code }, index) => {
    const offer = strings.in(own, 'guide.choice', { name, key: String(index + 1) });
    return say([offer, ...(chosen ? [t('guide.chosen', { name })] : []), ...more.map(sentence)].join(' '), own);
  });
}

/** In pieces that can be spoken in one go. */
export function say(text: string, code: LanguageCode): Sentence[] {
  const pieces: string[] = [];
  for (const part of sentence(text).split(/(?<=[.!?؟]\s|[。！？])/u)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + part.length <= MOST_CHARACTERS) pieces[pieces.length - 1] = last + part;
    else pieces.push(...cut(part));
  }
  return pieces.map((piece) => ({ text: piece.trim(), code }));
}

function cut(text: string): string[] {
  return text.match(new RegExp(`.{1,${MOST_CHARACTERS}}(?:\\s|$)|.{1,${MOST_CHARACTERS}}`, 'gsu')) ?? [];
}
