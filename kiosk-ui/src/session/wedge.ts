// Tells what a scanner types from what a hand types, by the keys' own time stamps, and keeps the scanner's from every
// field: a key that may be its first is held until that is known. Six keys in a row faster than any hand are a
// scanner's, and so is what follows its prefix. Its Enter ends a symbol; a document and a driver's card hold line ends
// within them, and end with a silence.

import { longestScan } from '@foyer/contracts/scan-format.ts';
import type { Scan } from './acts.ts';

/** No hand types six keys so close behind one another. */
export const FASTER_THAN_A_HAND_MS = 30;
export const SCANNERS_RUN = 6;
/** Once none came for so long, a key that is held was a hand's. */
const HELD_MS = 60;
/** A scanner that was known by its prefix may be slower than others. */
const PAUSE_MS = 200;
const NEXT_ROW_WITHIN_MS = 400;
/** Longer than a busy page takes to hear of the next key. */
const GIVE_UP_MS = 1_000;

/** The rows of a document by its first: TD3, TD2 and TD1 of ICAO Doc 9303. */
const documents = [
  { first: /^P[A-Z0-9<]{43}$/, row: /^[A-Z0-9<]{44}$/, rows: 2 },
  { first: /^[ACIV][A-Z0-9<]{35}$/, row: /^[A-Z0-9<]{36}$/, rows: 2 },
  { first: /^[ACI][A-Z0-9<]{29}$/, row: /^[A-Z0-9<]{30}$/, rows: 3 },
];
/** No hand types one. */
const CONTROL = /\p{Cc}/u;
/** The first line of a North American driver's card (AAMVA DL/ID, annex D). */
const DRIVERS_CARD = /^@$|^@\n/;

export interface HeldKey {
  readonly key: string;
  readonly at: number;
}

export interface Heard {
  /** Held before, and a hand's after all: they count now, before this key. */
  readonly typed: readonly HeldKey[];
  /** Nobody else sees this key now. */
  readonly taken: boolean;
  readonly scan?: Scan;
  /** When nothing follows for so long, `still` is to be asked. */
  readonly stillAfterMs?: number;
}

export class Wedge {
  readonly #prefix: () => string;
  #held: HeldKey[] = [];
  /** What a scanner has typed of a line; undefined while none is known to type. */
  #line: string | undefined;
  #lines: string[] = [];
  #at = Number.NEGATIVE_INFINITY;
  /** The last key ended a scanner's symbol. */
  #hasScanned = false;

  /** `prefix`: what the scanner is set to type first; empty where it is not. */
  constructor(prefix: () => string = () => '') {
    this.#prefix = prefix;
  }

  /** Something of a scanner's may be coming in. */
  get isHolding(): boolean {
    return this.#held.length > 0 || this.isReading || this.#hasScanned;
  }

  /** A scanner types. */
  get isReading(): boolean {
    return this.#line !== undefined || this.#lines.length > 0;
  }

  /** A key went down at `at` ms; `key` is the character, or `Enter`. */
  key(key: string, at: number): Heard {
    const gap = at - this.#at;
    this.#at = at;
    const isOver = this.isReading && gap > (this.#lines.length > 0 ? NEXT_ROW_WITHIN_MS : PAUSE_MS);
    if (!isOver) return this.#hear(key, at, gap);
    const { typed, scan } = this.still();
    const heard = this.#hear(key, at, gap);
    return { ...(scan === undefined ? {} : { scan }), ...heard, typed: [...typed, ...heard.typed] };
  }

  /** Nothing followed. A scanner's half line is nothing, and its prefix alone was a hand's. */
  still(): Pick<Heard, 'typed' | 'scan'> {
    const typed = this.#letGo();
    const scan = this.#lines.length === 0 ? undefined : this.#scanned();
    this.forget();
    return { typed, ...(scan === undefined ? {} : { scan }) };
  }

  /** What was typed so far is nobody's any more. */
  forget(): void {
    this.#held = [];
    this.#line = undefined;
    this.#lines = [];
  }

  #hear(key: string, at: number, gap: number): Heard {
    // What follows a scanner's symbol at its speed is its next one, or the rest of what it ends one with.
    const isNext = this.#hasScanned && gap <= FASTER_THAN_A_HAND_MS;
    this.#hasScanned = false;
    if (this.isReading || isNext) return key === 'Enter' ? this.#enter() : this.#read(key);
    const typed = gap > FASTER_THAN_A_HAND_MS ? this.#letGo() : [];
    // What stands alone is a hand's.
    if (key === 'Enter' && this.#held.length === 0) return { typed, taken: false };
    this.#held.push({ key, at });
    const run = this.#held.map((each) => each.key).join('');
    const isPrefix = run === this.#prefix();
    if (isPrefix) this.#line = run;
    else if (this.#held.length >= SCANNERS_RUN || CONTROL.test(run)) return { ...this.#begin(), typed };
    return { typed, taken: true, stillAfterMs: isPrefix ? PAUSE_MS : HELD_MS };
  }

  /** A scanner has typed all that is held. */
  #begin(): Heard {
    let heard: Heard = { typed: [], taken: true };
    for (const { key } of this.#letGo()) heard = key === 'Enter' ? this.#enter() : this.#read(key);
    return heard;
  }

  #read(key: string): Heard {
    this.#held = [];
    this.#line = ((this.#line ?? '') + key).slice(0, longestScan + 1);
    return { typed: [], taken: true, stillAfterMs: this.#lines.length > 0 ? NEXT_ROW_WITHIN_MS : GIVE_UP_MS };
  }

  #enter(): Heard {
    this.#held = [];
    this.#lines.push(this.#line ?? '');
    this.#line = undefined;
    if (this.#goesOn()) return { typed: [], taken: true, stillAfterMs: NEXT_ROW_WITHIN_MS };
    const scan = this.#scanned();
    this.forget();
    this.#hasScanned = true;
    return { typed: [], taken: true, ...(scan === undefined ? {} : { scan }) };
  }

  #goesOn(): boolean {
    const lines = this.#unprefixed();
    if (lines.join('\r').length > longestScan) return false;
    if (DRIVERS_CARD.test(lines[0] ?? '')) return true;
    const document = documents.find(({ first }) => first.test(lines[0] ?? ''));
    return document !== undefined && lines.length < document.rows && lines.every((line) => document.row.test(line));
  }

  #scanned(): Scan | undefined {
    const lines = this.#unprefixed();
    const document = documents.find(({ first }) => first.test(lines[0] ?? ''));
    if (document && lines.length === document.rows) return { format: 'mrz', text: lines.join('\n') };
    const text = lines.join('\r');
    if (text === '' || text.length > longestScan) return undefined;
    return DRIVERS_CARD.test(lines[0] ?? '') ? { format: 'pdf417', text } : { text };
  }

  #unprefixed(): readonly string[] {
    const prefix = this.#prefix();
    return this.#lines.map((line) => (prefix !== '' && line.startsWith(prefix) ? line.slice(prefix.length) : line));
  }

  #letGo(): readonly HeldKey[] {
    const held = this.#held;
    this.#held = [];
    return held;
  }
}
