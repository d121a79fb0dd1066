/** What is amiss for longer than it may be: each look says what is amiss at its moment. */
export class Grace {
  readonly #longestMs: number;
  #since: ReadonlyMap<string, number> = new Map();

  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  /** Of these, what was amiss at every look for longer than is allowed. `at` is in milliseconds of a clock that nobody sets. */
  overdue(amiss: readonly string[], at: number): ReadonlySet<string> {
    this.#since = new Map(amiss.map((key) => [key, this.#since.get(key) ?? at]));
    return new Set(amiss.filter((key) => at - this.#since.get(key)! > this.#longestMs));
  }
}
