// The character tables of ESC t, by their Epson numbers: 128 characters for the bytes 80 to FF.
// Pages that iconv-lite lacks are written out here; a page nobody knows is undefined, and the caller says so.

import iconv from 'iconv-lite';

/** What a byte without a character prints as. */
export const NO_CHARACTER = '\uFFFD';

const ICONV_PAGES: Readonly<Record<number, string>> = {
  0: 'cp437',
  2: 'cp850',
  3: 'cp860',
  4: 'cp863',
  5: 'cp865',
  13: 'cp857',
  14: 'cp737',
  15: 'iso88597',
  16: 'cp1252',
  17: 'cp866',
  18: 'cp852',
  19: 'cp858',
  21: 'cp874',
  26: 'tis620',
  30: 'tcvn',
  31: 'tcvn',
  32: 'cp720',
  33: 'cp775',
  34: 'cp855',
  35: 'cp861',
  36: 'cp862',
  37: 'cp864',
  38: 'cp869',
  39: 'iso88592',
  40: 'iso885915',
  44: 'cp1125',
  45: 'cp1250',
  46: 'cp1251',
  47: 'cp1253',
  48: 'cp1254',
  49: 'cp1255',
  50: 'cp1256',
  51: 'cp1257',
  52: 'cp1258',
  53: 'rk1048',
};

const KATAKANA =
  '▁▂▃▄▅▆▇█▏▎▍▌▋▊▉┼┴┬┤├▔─│▕┌┐└┘╭╮╰╯' +
  `\u00A0${codePoints(0xff61, 0xff9f)}` +
  '═╞╪╡◢◣◥◤♠♥♦♣●○╱╲╳円年月日時分秒〒市区町村人▒\u00A0';

const WRITTEN_PAGES: Readonly<Record<number, string>> = {
  1: KATAKANA,
  11:
    'ÇüéâäàΆçêëèïîΈÄΉΊ\uFFFDΌôöΎûùΏÖÜά£έήίϊΐόύΑΒΓΔΕΖΗ½ΘΙ«»░▒▓│┤ΚΛΝΜ╣║╗╝ΞΟ┐└┴┬├─┼ΠΡ╚╔╩╦╠═╬ΣΤΥΦΧΨΩαβγ┘┌█▄δε▀' +
    'ζηθικλμνξοπρσςτ´\u00AD±υφχ§ψ˛°¨ωϋΰώ■\u00A0',
  42:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤ĄČĘĖ╣║╗╝ĮŠ┐└┴┬├─┼ŲŪ╚╔╩╦╠═╬Žąčęėįšųūž┘┌█▄▌▐▀' +
    'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤„“÷≈°∙·√ⁿ²■\u00A0',
  43:
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤ĄČĘĖ╣║╗╝ĮŠ┐└┴┬├─┼ŲŪ╚╔╩╦╠═╬Žąčęėįšųūž┘┌█▄▌▐▀' +
    'рстуфхцчшщъыьэюяЁё≥≤„“÷≈°∙·√ⁿ²■\u00A0',
};

const loaded = new Map<number, readonly string[] | undefined>();

/** The 128 characters of page `n` for the bytes 80 to FF, or undefined when the page is not known. */
export function codePage(n: number): readonly string[] | undefined {
  if (!loaded.has(n)) loaded.set(n, load(n));
  return loaded.get(n);
}

/** Two bytes of a Chinese or Japanese printer's multi-byte mode, as one character. */
export function multiByteCharacter(lead: number, trail: number, encoding: 'gbk' | 'shift_jis'): string {
  return iconv.decode(Buffer.from([lead, trail]), encoding);
}

function load(n: number): readonly string[] | undefined {
  const written = WRITTEN_PAGES[n];
  if (written !== undefined) return Array.from(written);
  const encoding = ICONV_PAGES[n];
  if (encoding === undefined) return undefined;
  return Array.from({ length: 128 }, (_, index) => {
    const character = iconv.decode(Buffer.from([128 + index]), encoding);
    return character < '\u00A0' ? NO_CHARACTER : character;
  });
}

function codePoints(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
