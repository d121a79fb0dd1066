// Where a line of any script may end: between words as that language has them, which in Thai, Burmese, Chinese and
// Japanese no space shows, and never before a closing sign or behind an opening one. A word that is wider than the paper
// is cut between letters as a reader sees them.

export interface Wrapping {
  /** Whether these words have room beside each other. */
  readonly fits: (text: string) => boolean;
  /** BCP 47. */
  readonly language: string;
  readonly mostRows: number;
}

/** What stands before a word and never at the end of a row: brackets, quotes, signs of money. */
const OPENS = /^[\p{Ps}\p{Pi}\p{Sc}#¿¡]+$/u;
const SPACE = /^\s+$/u;
/** Signs that open behind a space, and close elsewhere. */
const QUOTES = /^["'’]+$/u;

/** Rows that fit; where there are too many, the last ends in "…". One empty row for no text. */
export function wrapText(text: string, { fits, language, mostRows }: Wrapping): readonly string[] {
  const rows: string[] = [];
  let row = '';
  const end = (): void => {
    rows.push(row.trimEnd());
    row = '';
  };
  for (const word of unbroken(text, language)) {
    if (fits((row + word).trimEnd())) {
      row += row === '' ? word.trimStart() : word;
      continue;
    }
    if (row !== '') end();
    for (const letters of pieces(word.trimStart(), fits, language)) {
      if (row !== '') end();
      row = letters;
    }
    if (rows.length > mostRows) break;
  }
  end();
  if (rows.length <= mostRows) return rows;
  return [...rows.slice(0, mostRows - 1), shortened(rows[mostRows - 1] ?? '', fits, language)];
}

/** Words, each with the signs and the space that no row may part from it. */
function unbroken(text: string, language: string): readonly string[] {
  const words: string[] = [];
  let opened = '';
  for (const { segment, isWordLike } of segmenter(language, 'word').segment(text)) {
    const isQuote = QUOTES.test(segment) && /(^|\s)$/u.test(words.at(-1) ?? '');
    if (isQuote || OPENS.test(segment)) opened += segment;
    else if (isWordLike || words.length === 0 || opened !== '') {
      words.push(opened + segment);
      opened = '';
    } else words[words.length - 1] += segment;
  }
  return opened === '' ? words : [...words, opened];
}

/** The word, or as many letters at a time as fit. */
function pieces(word: string, fits: Wrapping['fits'], language: string): readonly string[] {
  if (fits(word.trimEnd())) return [word];
  const cut: string[] = [];
  let piece = '';
  for (const { segment } of segmenter(language, 'grapheme').segment(word)) {
    if (piece !== '' && !SPACE.test(segment) && !fits(piece + segment)) {
      cut.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...cut, piece];
}

function shortened(row: string, fits: Wrapping['fits'], language: string): string {
  const letters = Array.from(segmenter(language, 'grapheme').segment(row), ({ segment }) => segment);
  while (letters.length > 0 && !fits(`${letters.join('').trimEnd()}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** One takes a millisecond to make, with the dictionary of its language. */
function segmenter(language: string, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const made = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, made);
  return made;
}
