// A symbol out of characters that come one after another, from a keyboard's keys or a serial line: the scanner's suffix
// ends it. Two things hold the suffix's own character within them, and end with a silence instead: the card of a North
// American driver (`@` first, AAMVA DL/ID annex D) and the rows of a machine readable zone.

import type { Framing } from '@foyer/firmware-config/scanner-profiles.ts';
import { longestScan } from '@foyer/contracts/scan-format.ts';
import type { Reading } from './scan-decoder.ts';
import { aimCharacters, aimOf, readingOf } from './symbology.ts';
import { unframed } from './unframed.ts';

/** No scanner pauses so long within a symbol. */
export const LINE_QUIET_MS = 80;

const AAMVA = /^(?:\][A-Za-z][0-9A-Za-z])?@/;
const FIRST_ROW = /^(?:\]o\d)?(?:P[A-Z<][A-Z0-9<]{42}|[ACIV][A-Z0-9<]{29}|[ACIV][A-Z0-9<]{35})[\r\n]+/;

export class LineAssembler {
  readonly #framing: Framing;
  #held = '';
  #isTooLong = false;
  #unreadable = 0;

  constructor(framing: Framing) {
    this.#framing = framing;
  }

  get quietAfterMs(): number | undefined {
    return this.#held === '' && !this.#isTooLong ? undefined : LINE_QUIET_MS;
  }

  get unreadable(): number {
    return this.#unreadable;
  }

  take(characters: string): readonly Reading[] {
    const { suffix } = this.#framing;
    const readings: Reading[] = [];
    for (const character of characters) {
      if (this.#held.length >= longestScan) this.#isTooLong = true;
      if (!this.#isTooLong) this.#held += character;
      if (suffix !== '' && this.#held.endsWith(suffix) && !this.#goesOn()) readings.push(...this.#end());
    }
    return readings;
  }

  /** Half a symbol, whose suffix never came, is none. */
  quiet(): readonly Reading[] {
    return this.#end();
  }

  forget(): void {
    this.#held = '';
    this.#isTooLong = false;
  }

  #goesOn(): boolean {
    const said = this.#held.slice(this.#framing.prefix.length);
    return this.#isTooLong || AAMVA.test(said) || FIRST_ROW.test(said);
  }

  #end(): readonly Reading[] {
    const text = this.#isTooLong ? '' : this.#held;
    // A line feed behind the suffix is no symbol.
    const isSymbol = this.#isTooLong || text.trim() !== '';
    this.forget();
    const said = unframed(text, this.#framing);
    if (said === undefined || said === '') {
      if (isSymbol) this.#unreadable += 1;
      return [];
    }
    const aim = aimOf(said);
    return [readingOf(aim === undefined ? said : said.slice(aimCharacters), aim)];
  }
}
