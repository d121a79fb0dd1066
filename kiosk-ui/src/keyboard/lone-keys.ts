// Tells a key that a hand pressed from the keys of a scanner that types: a hand's stands alone. A key is held for a
// moment, and counts once none came close behind it.

const FASTER_THAN_A_HAND_MS = 45;
const HOLD_MS = 60;

export class LoneKeys {
  readonly #pressed: (key: string, at: number) => void;
  #at = Number.NEGATIVE_INFINITY;
  #held: ReturnType<typeof setTimeout> | undefined;

  constructor(pressed: (key: string, at: number) => void) {
    this.#pressed = pressed;
  }

  /** A key went down at `at` ms. */
  down(key: string, at: number): void {
    const isAlone = at - this.#at > FASTER_THAN_A_HAND_MS;
    this.forget();
    this.#at = at;
    if (isAlone) this.#held = setTimeout(() => this.#pressed(key, at), HOLD_MS);
  }

  /** A key that is not held went down: it may be one of a scanner's as well. */
  passed(at: number): void {
    this.forget();
    this.#at = at;
  }

  forget(): void {
    clearTimeout(this.#held);
  }
}
