// How much one sender may ask for in a while. A window begins with the first thing asked for and is forgotten after it, or
// where the clock was set back behind its beginning.

import { hasPassed } from '@foyer/contracts/time.ts';

export interface AllowanceOptions {
  readonly most: number;
  readonly everyMs: number;
  readonly now: () => number;
}

export class Allowance {
  readonly #options: AllowanceOptions;
  readonly #windows = new Map<string, { readonly since: number; taken: number }>();

  constructor(options: AllowanceOptions) {
    this.#options = options;
  }

  /** Whether nothing is left for this sender now; takes nothing. */
  isSpent(sender: string): boolean {
    const { most, everyMs, now } = this.#options;
    const window = this.#windows.get(sender);
    return window !== undefined && !hasPassed(everyMs, window.since, now()) && window.taken >= most;
  }

  /** Whether there is one more for this sender now; takes it. */
  take(sender: string): boolean {
    const { most, everyMs, now } = this.#options;
    const at = now();
    for (const [other, { since }] of this.#windows) if (hasPassed(everyMs, since, at)) this.#windows.delete(other);
    const window = this.#windows.get(sender) ?? { since: at, taken: 0 };
    this.#windows.set(sender, window);
    if (window.taken >= most) return false;
    window.taken += 1;
    return true;
  }
}
