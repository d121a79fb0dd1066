// Text made comparable: without case, accents or vowel signs, with Western digits, and with one form of each letter that
// people write in several. Nothing of it is shown.

/** Letters that no decomposition leads to what people type for them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ـ: '',
};
const unlikeLetters = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');
/** Where the digits of Arabic, and of Persian and Urdu, begin. */
const arabicZero = 0x0660;
const persianZero = 0x06f0;

export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(unlikeLetters, (letter) => plainLetters[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, westernDigit);
}

function westernDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (code < persianZero ? arabicZero : persianZero));
}
