// A scanner that sends without end (a jammed trigger, a page of codes before it, somebody who means harm) is not heard
// until it has been still for a while. Nobody shows codes as fast as that.

export const FLOOD_SCANS = 8;
export const FLOOD_WITHIN_MS = 2_000;
export const DEAF_UNTIL_STILL_MS = 3_000;

export type Heard = 'pass' | 'flood-begins' | 'deaf';

export class FloodGate {
  /** Of the last scans, the oldest first. */
  readonly #times: number[] = [];
  #isDeaf = false;

  /** Something was scanned at `at` ms. */
  hear(at: number): Heard {
    if (this.isDeaf(at)) {
      this.#remember(at);
      return 'deaf';
    }
    this.#remember(at);
    const oldest = this.#times[0] ?? at;
    this.#isDeaf = this.#times.length > FLOOD_SCANS && at - oldest <= FLOOD_WITHIN_MS;
    return this.#isDeaf ? 'flood-begins' : 'pass';
  }

  isDeaf(at: number): boolean {
    const isStill = at - (this.#times.at(-1) ?? Number.NEGATIVE_INFINITY) >= DEAF_UNTIL_STILL_MS;
    if (this.#isDeaf && isStill) {
      this.#isDeaf = false;
      this.#times.length = 0;
    }
    return this.#isDeaf;
  }

  #remember(at: number): void {
    this.#times.push(at);
    if (this.#times.length > FLOOD_SCANS + 1) this.#times.shift();
  }
}
