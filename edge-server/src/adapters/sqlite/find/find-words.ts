// The words a patient is found by: folded parts of the name, and, each behind a sign that no name contains, the birth
// date, the phone and document numbers. Whoever is typed of is found by the beginning of each word.
// After a change here `wordsVersion` goes up, and every edge makes its index anew when it starts.

import type { PatientDetails, PatientName } from '@foyer/contracts/patient.ts';
import { foldText } from './fold-text.ts';

export const wordsVersion = 1;
/** `@MMDDYYYY`, so that day and month alone are the beginning of it. */
export const birthDateSign = '@';
/** `+` and the digits from the last to the first: its end is what people say, and a country's code nobody. */
export const phoneSign = '+';
export const identifierSign = '#';

/** What stands within a word and is left out by some who write it. */
const innerMark = /['’ʼ`´.\-‐‑·]/u;
const noLetter = /[^\p{L}\p{N}'’ʼ`´.\-‐‑·]+/u;
/** Scripts without spaces: whoever types a part of such a name may begin anywhere in it. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const arabicArticle = 'ال';
const mostOfOneWord = 12;
const mostOfOnePerson = 40;

export function findWords({ name, birthDate, phone, identifiers = [] }: PatientDetails): readonly string[] {
  const words = [
    ...nameWords(name),
    ...(birthDate === undefined ? [] : [birthDateWord(birthDate)]),
    ...(phone === undefined ? [] : phoneWord(phone)),
    ...identifiers.map(({ value }) => identifierSign + lettersAndDigits(value)),
  ];
  return [...new Set(words)].slice(0, mostOfOnePerson);
}

export function nameWords({ family = '', given = '' }: PatientName = {}): readonly string[] {
  const [foldedFamily, foldedGiven] = [foldText(family).trim(), foldText(given).trim()];
  const together = unspaced.test(foldedFamily) && unspaced.test(foldedGiven) ? [foldedFamily + foldedGiven] : [];
  return [foldedGiven, foldedFamily, ...together].flatMap((text) => text.split(noLetter).flatMap(waysToSay));
}

/** `O'Sullivan` is also `osullivan`, `sullivan` and `o`. */
function waysToSay(word: string): readonly string[] {
  const parts = partsOf(word);
  return [...parts, ...(parts.length > 1 ? [parts.join('')] : [])].flatMap((part) => [
    ...withoutArticle(part),
    ...(unspaced.test(part) ? endsOf(part) : []),
  ]);
}

/** The words of a text, where marks within a word part it. */
export function partsOf(text: string): readonly string[] {
  return text
    .split(noLetter)
    .flatMap((word) => word.split(innerMark))
    .filter((part) => part !== '');
}

/** The word, and what stands behind the article where it has one. */
export function withoutArticle(word: string): readonly string[] {
  return word.startsWith(arabicArticle) && word.length > 3 ? [word, word.slice(arabicArticle.length)] : [word];
}

function endsOf(word: string): readonly string[] {
  const letters = [...word].slice(0, mostOfOneWord);
  return letters.map((_, index) => letters.slice(index).join(''));
}

function birthDateWord(birthDate: string): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  return birthDateSign + month + day + year;
}

function phoneWord(phone: string): readonly string[] {
  const digits = foldText(phone).replace(/\D/g, '');
  return digits === '' ? [] : [phoneSign + reversed(digits)];
}

export function reversed(digits: string): string {
  return [...digits].toReversed().join('');
}

export function lettersAndDigits(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}
