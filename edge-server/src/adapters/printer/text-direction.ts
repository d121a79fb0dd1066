// Which way a line is read. What stands on the paper as a whole runs in the direction of its language; a line in other
// letters is still read in its own. Source: Unicode Standard Annex 9, P2 and P3.

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;
const LETTER = /\p{L}/u;

/** The direction that signs and numbers between the words follow. */
export function readingDirection(text: string, ofPaper: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const first = LETTER.exec(text)?.[0];
  if (first === undefined) return ofPaper;
  if (ofPaper === 'rtl' && RIGHT_TO_LEFT.test(text)) return 'rtl';
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}
