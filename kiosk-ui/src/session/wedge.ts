// What a scanner at the kiosk typed: a code, or a passport, which comes as two lines of 44 characters, each with its Enter.

import { Burst } from '@foyer/ui-kit/input/burst.ts';
import type { Scan } from './attendant.ts';

const SECOND_LINE_WITHIN_MS = 400;
/** Of a health card, the shortest that is scanned. */
const LEAST_CHARACTERS = 10;
/** So many in a row, and a scan may be coming in. */
const SUSPICIOUS = 4;
const TD3_LINE = /^[A-Z0-9<]{44}$/;

export class Wedge {
  readonly #burst = new Burst(LEAST_CHARACTERS);
  #firstLine = '';
  #firstLineAt = Number.NEGATIVE_INFINITY;

  /** A key went down at `at` ms. Gives the scan that it completed, `swallow` while a scan may be coming in. */
  key(key: string, at: number): { readonly scan?: Scan; readonly swallow: boolean } {
    const { line, run } = this.#burst.key(key, at);
    return line === undefined ? { swallow: run >= SUSPICIOUS } : this.#read(line, at);
  }

  /** What was read so far is nobody's any more. */
  forget(): void {
    this.#burst.forget();
    this.#firstLine = '';
  }

  #read(line: string, at: number): { readonly scan?: Scan; readonly swallow: boolean } {
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
