import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { wrapText } from './wrap-text.ts';

/** Rows of at most so many letters, as a reader counts them. */
const rowsOf = (text: string, letters: number, language = 'en', mostRows = 9): readonly string[] => {
  const count = (row: string): number => Array.from(new Intl.Segmenter(language).segment(row)).length;
  return wrapText(text, { fits: (row) => count(row) <= letters, language, mostRows });
};

describe('a line that is wider than the paper', () => {
  it('ends between words', () => {
    expect(rowsOf('Please go to waiting area 2', 12)).toEqual(['Please go to', 'waiting area', '2']);
    expect(rowsOf('well-known', 6)).toEqual(['well-', 'known']);
  });

  it('ends between the words of a language that shows none', () => {
    expect(rowsOf('กรุณารอพยาบาล', 7, 'th')).toEqual(['กรุณารอ', 'พยาบาล']);
    expect(rowsOf('待合室へお進みください', 6, 'ja')).toEqual(['待合室へお', '進みください']);
  });

  it('never begins with a sign that closes, and never ends with one that opens', () => {
    expect(rowsOf('请前往候诊区。谢谢', 6, 'zh')).toEqual(['请前往候诊', '区。谢谢']);
    expect(rowsOf('pay (€45.00), please', 6)).toEqual(['pay', '(€45.0', '0),', 'please']);
    expect(rowsOf('say "yes" now', 6)).toEqual(['say', '"yes"', 'now']);
  });

  it('cuts a word that is wider than the paper between letters, never within one', () => {
    expect(rowsOf('Donaudampfschiff', 6)).toEqual(['Donaud', 'ampfsc', 'hiff']);
    expect(rowsOf('க்ஷேத்திரம்', 3, 'ta').join('')).toBe('க்ஷேத்திரம்');
  });

  it('says by an ellipsis that there is more than it has rows for', () => {
    expect(rowsOf('one two three four five', 5, 'en', 2)).toEqual(['one', 'two…']);
  });

  it('loses no letter and fits, whatever it says', () => {
    const text = fc.stringMatching(/^[a-zé ,.()€"ก-ฮาи等候区。「」한ع]{0,60}$/u);
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (words, width) => {
        const rows = rowsOf(words, width, 'en', 99);
        expect(rows.join('').replaceAll(/\s/g, '')).toBe(words.replaceAll(/\s/g, ''));
        for (const row of rows)
          expect(Array.from(new Intl.Segmenter('en').segment(row)).length).toBeLessThanOrEqual(width);
      }),
      { numRuns: 200 },
    );
  });
});
