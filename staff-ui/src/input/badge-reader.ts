// A badge reader at the tablet: a keyboard that types faster than a hand. What it reads is handed on and falls into no
// field; the first characters, which nobody could tell from typing yet, are taken out of it again.

import { Burst } from '@foyer/ui-kit/input/burst.ts';

/** As the edge takes them. */
const LEAST_CHARACTERS = 6;
const MOST_BY_HAND = 3;

export interface BadgeReaderParts {
  readonly read: (badge: string) => void;
  /** What a hand may type as fast at most, such as a PIN; more in a row is the reader's. */
  readonly mostByHand?: () => number;
  /** The keys before this one were the reader's too. */
  readonly began?: () => void;
}

export class BadgeReader {
  readonly #parts: BadgeReaderParts;
  readonly #burst = new Burst(LEAST_CHARACTERS);
  #field: { readonly input: HTMLInputElement; readonly value: string } | undefined;

  constructor(parts: BadgeReaderParts) {
    this.#parts = parts;
  }

  /** Before every field of the page hears the keys. */
  start(): void {
    window.addEventListener('keydown', this.#key, { capture: true });
  }

  stop(): void {
    window.removeEventListener('keydown', this.#key, { capture: true });
    this.#burst.forget();
    this.#field = undefined;
  }

  readonly #key = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    const before = target instanceof HTMLInputElement ? { input: target, value: target.value } : undefined;
    const { line, run } = this.#burst.key(event.key, event.timeStamp);
    if (run === 1) this.#field = before;
    if (line === undefined && run <= (this.#parts.mostByHand?.() ?? MOST_BY_HAND)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#takeBack();
    if (line !== undefined) this.#parts.read(line);
  };

  #takeBack(): void {
    const field = this.#field;
    this.#field = undefined;
    this.#parts.began?.();
    if (!field || field.input.value === field.value) return;
    field.input.value = field.value;
    field.input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
}
