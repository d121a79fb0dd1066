// How much one sender may ask for in a while. A window begins with the first thing asked for and is forgotten after it, or
// where the clock was set back behind its beginning.

export interface AllowanceOptions {
  readonly most: number;
  readonly everyMs: number;
  readonly now: () => number;
}

export class Allowance {
  readonly #options: AllowanceOptions;
  readonly #windows = new Map<string, { readonly until: number; taken: number }>();

  constructor(options: AllowanceOptions) {
    this.#options = options;
  }

  /** Whether nothing is left for this sender now; takes nothing. */
  isSpent(sender: string): boolean {
    const { most, now } = this.#options;
    const window = this.#windows.get(sender);
    return window !== undefined && this.#lasts(window.until, now()) && window.taken >= most;
  }

  /** Whether there is one more for this sender now; takes it. */
  take(sender: string): boolean {
    const { most, everyMs, now } = this.#options;
    const at = now();
    for (const [other, { until }] of this.#windows) if (!this.#lasts(until, at)) this.#windows.delete(other);
    const window = this.#windows.get(sender) ?? { until: at + everyMs, taken: 0 };
    this.#windows.set(sender, window);
    if (window.taken >= most) return false;
    window.taken += 1;
    return true;
  }

  #lasts(until: number, at: number): boolean {
    return until > at && until <= at + this.#options.everyMs;
  }
}
