// What somebody typed, read as beginnings of words. A search is a list of terms, all of which must hold; a term is a list
// of beginnings, one of which must. A text that can be read in two ways gives two searches.
//
// A birth date is read as it is written here: 1.2.1980 is the first of February, 1980-02-01 too, and 01/02/1980 either.

import { foldText } from './fold-text.ts';
import {
  birthDateSign,
  identifierSign,
  lettersAndDigits,
  partsOf,
  phoneSign,
  reversed,
  withoutArticle,
} from './find-words.ts';

export type Term = readonly string[];
export type Search = readonly Term[];

const mostTerms = 6;
/** Fewer digits than these are no end of a phone, and no document number. */
const leastOfNumber = 4;
/** The last digits of a phone that no country's code or leading zero reaches into. */
const localDigits = 9;

const isNumeric = (token: string): boolean => /\d/.test(token) && !/\p{L}/u.test(token);
const isMixed = (token: string): boolean => /\d/.test(token) && /\p{L}/u.test(token);
/** Written with marks between its parts, so that what stands beside it belongs to something else. */
const isWholeDate = (token: string): boolean => /^\d{1,4}[./-]\d{1,2}[./-]\d{0,4}\.?$/.test(token);

/** Empty where nothing can be looked for yet. */
export function typedSearch(typed: string): readonly Search[] {
  const text = foldText(typed)
    .replace(/(\d{1,4})年(\d{1,2})月(?:(\d{1,2})日?)?/gu, '$1-$2-$3')
    .trim();
  const tokens = text.split(/[\s,;]+/).filter((token) => token !== '');
  const search = [...nameTerms(tokens), ...numberTerms(tokens)].slice(0, mostTerms);
  const asOneNumber = tokens.length > 1 && tokens.some(isNumeric) && !tokens.some(isWholeDate) && /\p{L}/u.test(text);
  return [
    ...(search.length === 0 ? [] : [search]),
    ...(asOneNumber ? [[[identifierSign + lettersAndDigits(text)]]] : []),
  ];
}

function nameTerms(tokens: readonly string[]): readonly Term[] {
  return tokens
    .filter((token) => !isNumeric(token))
    .flatMap((token) =>
      isMixed(token) ? [[identifierSign + lettersAndDigits(token)]] : partsOf(token).map(withoutArticle),
    );
}

/** Digits that stand together are one number, however they are spaced; too few of them say nothing yet. */
function numberTerms(tokens: readonly string[]): readonly Term[] {
  const groups: string[][] = [];
  let open = false;
  for (const token of tokens) {
    const joins = isNumeric(token) && !isWholeDate(token);
    if (joins && open) groups.at(-1)?.push(token);
    else if (isNumeric(token)) groups.push([token]);
    open = joins;
  }
  return groups.map((group) => numberTerm(group.join(' '))).filter((term) => term.length > 0);
}

function numberTerm(written: string): Term {
  const digits = written.replace(/\D/g, '');
  const dates = datesIn(written).map((date) => birthDateSign + date);
  if (digits.length < leastOfNumber) return dates;
  return [...dates, ...phoneEnds(digits).map((end) => phoneSign + reversed(end)), identifierSign + digits];
}

/** As typed; a whole number also without what is dialled before it. */
function phoneEnds(digits: string): readonly string[] {
  const withoutZeros = digits.replace(/^0+/, '');
  const isWhole = withoutZeros.length > 5;
  return [...new Set([digits, ...(isWhole ? [withoutZeros, withoutZeros.slice(-localDigits)] : [])])];
}

/** Beginnings of `MMDDYYYY`. */
function datesIn(written: string): readonly string[] {
  const parts = written.match(/\d+/g) ?? [];
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 1) return datesWithoutMarks(first);
  if (parts.length > 3 || written.startsWith('+')) return [];
  if (first.length === 4) return third === '' ? [] : dateWords(third, second, first);
  if (first.length > 2 || second.length > 2) return [];
  const dayFirst = dateWords(first, second, third);
  return written.includes('.') ? dayFirst : [...new Set([...dayFirst, ...dateWords(second, first, third)])];
}

/** `01021980`, `19800201`, `010280`. */
function datesWithoutMarks(digits: string): readonly string[] {
  const at = (from: number, until: number): string => digits.slice(from, until);
  if (digits.length !== 6 && digits.length !== 8) return [];
  const [ahead, behind] = digits.length === 8 ? [at(0, 4), at(4, 8)] : [at(0, 2), at(4, 6)];
  const afterYear = ahead.length;
  return [
    ...new Set([
      ...dateWords(at(0, 2), at(2, 4), behind),
      ...dateWords(at(2, 4), at(0, 2), behind),
      ...dateWords(at(afterYear + 2, afterYear + 4), at(afterYear, afterYear + 2), ahead),
    ]),
  ];
}

/** A year of two digits is of either century, and may be the beginning of one that is still being typed. */
function dateWords(day: string, month: string, year: string): readonly string[] {
  if (year.length > 4 || Number(day) < 1 || Number(day) > 31 || Number(month) < 1 || Number(month) > 12) return [];
  const dayOfYear = month.padStart(2, '0') + day.padStart(2, '0');
  const years = year.length === 2 ? [`19${year}`, `20${year}`, ...(/^(19|20)$/.test(year) ? [year] : [])] : [year];
  return years.map((whole) => dayOfYear + whole);
}
