// Stands before everything else that hears keys: what a scanner types goes no further, and what a hand types goes on as
// soon as it is known to be one's.

import type { Scan } from '../session/acts.ts';
import { Wedge } from '../session/wedge.ts';
import { controlCharacter } from './control-character.ts';

export interface WedgeKeysParts {
  /** What the scanner is set to type first. */
  readonly prefix: () => string;
  readonly scanned: (scan: Scan) => void;
  /** A key that types nothing, or that no scanner could have typed: it is on its way as it came. */
  readonly down: (event: KeyboardEvent) => void;
  /** A character that a hand typed, after it was held. */
  readonly typed: (key: string, at: number) => void;
}

const SHIFTS: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'CapsLock'];

export class WedgeKeys {
  readonly #parts: WedgeKeysParts;
  readonly #wedge: Wedge;
  #still: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: WedgeKeysParts) {
    this.#parts = parts;
    this.#wedge = new Wedge(parts.prefix);
  }

  down(event: KeyboardEvent): void {
    const key = this.#keyOf(event);
    if (key === undefined) return this.#other(event);
    const { typed, taken, scan, stillAfterMs } = this.#wedge.key(key, event.timeStamp);
    clearTimeout(this.#still);
    if (taken) take(event);
    this.#type(typed);
    if (stillAfterMs !== undefined) this.#still = setTimeout(() => this.#letGo(), stillAfterMs);
    if (scan) this.#parts.scanned(scan);
    if (!taken) this.#parts.down(event);
  }

  forget(): void {
    clearTimeout(this.#still);
    this.#wedge.forget();
  }

  /** A key that types nothing: of a scanner's it is none, and what a hand typed before it counts before it. */
  #other(event: KeyboardEvent): void {
    if (SHIFTS.includes(event.key)) return this.#parts.down(event);
    if (this.#wedge.isReading) return take(event);
    this.#letGoNow();
    this.#parts.down(event);
  }

  /** Nothing followed; but what is on its way to a busy page is heard first. */
  #letGo(): void {
    if (isKeyOnItsWay()) this.#still = setTimeout(() => this.#letGo());
    else this.#letGoNow();
  }

  #letGoNow(): void {
    clearTimeout(this.#still);
    const { typed, scan } = this.#wedge.still();
    this.#type(typed);
    if (scan) this.#parts.scanned(scan);
  }

  #type(typed: readonly { readonly key: string; readonly at: number }[]): void {
    for (const { key, at } of typed) this.#parts.typed(key, at);
  }

  /** The character that a scanner could have typed with this key, or `Enter`. */
  #keyOf(event: KeyboardEvent): string | undefined {
    const { key, repeat, isComposing, metaKey } = event;
    const isAltGr = event.getModifierState('AltGraph');
    if (repeat || isComposing || metaKey || (event.altKey && !isAltGr)) return undefined;
    if (key === 'Enter' || (key === 'Tab' && this.#wedge.isReading)) return 'Enter';
    if ([...key].length !== 1 || (key === ' ' && !this.#wedge.isHolding)) return undefined;
    if (!event.ctrlKey || isAltGr) return key;
    return this.#wedge.isHolding ? controlCharacter(key) : undefined;
  }
}

/** Nobody else acts on it. */
function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function isKeyOnItsWay(): boolean {
  const { scheduling } = navigator as Navigator & { readonly scheduling?: { isInputPending(): boolean } };
  return scheduling?.isInputPending() ?? false;
}
