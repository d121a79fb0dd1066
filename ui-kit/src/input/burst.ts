// A reader that types: characters that come faster than a hand, ended by Enter. Tells what was read from what was typed,
// so that it need not land in a field.

export const FASTER_THAN_A_HAND_MS = 45;

export interface Heard {
  /** What was read, when this key ended it. */
  readonly line?: string;
  /** Characters that came in a row as fast as a reader's, this one the last; 0 of a key that is none. */
  readonly run: number;
}

export class Burst {
  readonly #least: number;
  #typed = '';
  #at = Number.NEGATIVE_INFINITY;

  /** `least`: the characters of the shortest line that the reader reads. */
  constructor(least: number) {
    this.#least = least;
  }

  /** A key went down at `at` ms. */
  key(key: string, at: number): Heard {
    const gap = at - this.#at;
    this.#at = at;
    if (key === 'Enter') return this.#enter();
    if ([...key].length !== 1) return { run: 0 };
    this.#typed = gap <= FASTER_THAN_A_HAND_MS ? this.#typed + key : key;
    return { run: this.#typed.length };
  }

  /** What was heard so far is nobody's any more. */
  forget(): void {
    this.#typed = '';
  }

  #enter(): Heard {
    const line = this.#typed;
    this.#typed = '';
    return line.length < this.#least ? { run: 0 } : { line, run: 0 };
  }
}
