// Which letters a printer's code pages have, and their bytes. Text may go from page to page within a line; a letter that no
// page of the model has makes the whole line a drawn one. Source: Epson's character code tables, which for these pages are
// those of Windows and of DOS.

import type { CodePage } from '@foyer/firmware-config/printers/printer-profile.ts';

/** Bytes that are printed while one page is switched on. */
export interface PageRun {
  readonly page: CodePage;
  readonly bytes: Uint8Array;
}

/** As `TextDecoder` knows them; of the others ASCII alone is trusted, where every page agrees. */
const ENCODINGS: { readonly [P in CodePage]?: string } = {
  WPC1252: 'windows-1252',
  WPC1250_LATIN2: 'windows-1250',
  WPC1251_CYRILLIC: 'windows-1251',
  WPC1253_GREEK: 'windows-1253',
  PC866_CYRILLIC2: 'ibm866',
};

/** Letters, signs and punctuation: no control, no space but the plain one, no hyphen that is not seen. */
const PRINTS = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

const read = new Map<CodePage, ReadonlyMap<string, number>>();

/** Every letter of a page with its byte. */
export function lettersOf(page: CodePage): ReadonlyMap<string, number> {
  const known = read.get(page) ?? readPage(page);
  read.set(page, known);
  return known;
}

/** Whether these pages together have every letter of the text. */
export function carriedBy(pages: readonly CodePage[], text: string): boolean {
  return Array.from(text).every((letter) => pages.some((page) => lettersOf(page).has(letter)));
}

/**
 * A text that these pages carry, in as few pages as it takes from the one that is switched on; no run for no text. Throws a
 * TypeError for a letter that none has.
 */
export function inPages(text: string, pages: readonly CodePage[], switchedOn: CodePage): readonly PageRun[] {
  const runs: { readonly page: CodePage; readonly bytes: number[] }[] = [];
  for (const letter of text) {
    const before = runs.at(-1)?.page ?? switchedOn;
    const page = [before, ...pages].find((one) => lettersOf(one).has(letter));
    if (page === undefined) throw new TypeError('a letter that no code page of the printer has');
    if (page !== runs.at(-1)?.page) runs.push({ page, bytes: [] });
    runs.at(-1)!.bytes.push(lettersOf(page).get(letter)!);
  }
  return runs.map(({ page, bytes }) => ({ page, bytes: Uint8Array.from(bytes) }));
}

function readPage(page: CodePage): ReadonlyMap<string, number> {
  const encoding = ENCODINGS[page];
  const last = encoding === undefined ? 0x7e : 0xff;
  const decoder = new TextDecoder(encoding ?? 'windows-1252');
  const letters = new Map<string, number>();
  for (let byte = 0x20; byte <= last; byte += 1) {
    const letter = decoder.decode(Uint8Array.of(byte));
    if (PRINTS.test(letter) && letter !== '\ufffd') letters.set(letter, byte);
  }
  return letters;
}
