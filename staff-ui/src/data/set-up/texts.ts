// A text in the clinic's languages. English is what the others fall back to; where the clinic does not speak it, its
// first language stands there.

import type { Language, LocalisedText } from '@foyer/contracts/languages.ts';

/** The text with what was typed in one language; empty, that one is left out. */
export function retoldIn(
  text: LocalisedText,
  language: Language,
  typed: string,
  languages: readonly Language[],
): LocalisedText {
  const follows = !languages.includes('en') && language === languages[0];
  const en = language === 'en' || follows ? typed : text.en;
  const others = Object.entries({ ...text, [language]: typed }).filter(
    ([code, words]) => code !== 'en' && words !== '',
  );
  return { en, ...Object.fromEntries(others) };
}

/** Undefined for a text in which nothing is said. */
export function saidOrNone(text: LocalisedText): LocalisedText | undefined {
  return Object.values(text).every((words) => words.trim() === '') ? undefined : text;
}
