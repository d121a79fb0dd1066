// A scanner that types: characters that come faster than a hand, ended by Enter. Tells a scan from typing, so that a
// code never lands in a field. A passport comes as two lines of 44 characters, each with its Enter.

import type { Scan } from './attendant.ts';

const FASTER_THAN_A_HAND_MS = 45;
const SECOND_LINE_WITHIN_MS = 400;
const LEAST_CHARACTERS = 12;
const TD3_LINE = /^[A-Z0-9<]{44}$/;

export class Wedge {
  #typed = '';
  #firstLine = '';
  #at = Number.NEGATIVE_INFINITY;
  #firstLineAt = Number.NEGATIVE_INFINITY;

  /** A key went down at `at` ms. Gives the scan that it completed, `swallow` while a scan may be coming in. */
  key(key: string, at: number): { readonly scan?: Scan; readonly swallow: boolean } {
    const gap = at - this.#at;
    this.#at = at;
    if (key === 'Enter') return this.#enter(at);
    if ([...key].length !== 1) return { swallow: false };
    this.#typed = gap <= FASTER_THAN_A_HAND_MS ? this.#typed + key : key;
    return { swallow: this.#typed.length >= 4 };
  }

  /** What was read so far is nobody's any more. */
  forget(): void {
    this.#typed = '';
    this.#firstLine = '';
  }

  #enter(at: number): { readonly scan?: Scan; readonly swallow: boolean } {
    const line = this.#typed;
    this.#typed = '';
    if (line.length < LEAST_CHARACTERS) return { swallow: false };
    const first = at - this.#firstLineAt <= SECOND_LINE_WITHIN_MS ? this.#firstLine : '';
    this.#firstLine = '';
    if (first && TD3_LINE.test(line)) return { scan: { format: 'mrz', text: `${first}\n${line}` }, swallow: true };
    if (line.startsWith('P') && TD3_LINE.test(line)) {
      this.#firstLine = line;
      this.#firstLineAt = at;
      return { swallow: true };
    }
    return { scan: { format: 'qr', text: line }, swallow: true };
  }
}
