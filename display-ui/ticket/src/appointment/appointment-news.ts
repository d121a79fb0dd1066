// What the page of an appointment knows of it, asked anew every half minute while the page is looked at: the patient may
// have checked in meanwhile, and a live code is taken over before it ends. An answer that does not come changes nothing.

import type { AppointmentPageView } from '@foyer/contracts/appointment-page.ts';
import { heard, isDue, type Known } from './appointment-face.ts';

export const ASK_EVERY_MS = 30_000;
/** After a question that was not answered, or with a code that is to be taken over. */
export const ASK_AGAIN_MS = 5_000;
const PATIENCE_MS = 8_000;

export class AppointmentNews {
  readonly #address: string;
  readonly #changed: () => void;
  #known: Known = {};
  #askedAt = Number.NEGATIVE_INFINITY;
  #asking = false;

  /** `address`: where the view is. */
  constructor(address: string, changed: () => void) {
    this.#address = address;
    this.#changed = changed;
  }

  get known(): Known {
    return this.#known;
  }

  /** Called each second, and when the page is looked at again: asks where it is time to. */
  async look(now: number): Promise<void> {
    const { view, held, unheard } = this.#known;
    const hurries = unheard === true || (view?.live !== undefined && isDue(held, now));
    if (this.#asking || now - this.#askedAt < (hurries ? ASK_AGAIN_MS : ASK_EVERY_MS)) return;
    this.#asking = true;
    this.#askedAt = now;
    this.#known = await this.#ask();
    this.#asking = false;
    this.#changed();
  }

  async #ask(): Promise<Known> {
    const unheard = { ...this.#known, unheard: true };
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    try {
      const response = await fetch(this.#address, { cache: 'no-store', signal: patience.signal });
      if (response.status === 404) return { unknown: true };
      if (!response.ok) return unheard;
      return heard(this.#known, (await response.json()) as AppointmentPageView, Date.now());
    } catch {
      return unheard;
    } finally {
      clearTimeout(timer);
    }
  }
}
