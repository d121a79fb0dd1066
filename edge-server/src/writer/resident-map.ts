// The records that decisions walk through, in memory: those that are open. `get` also finds any other, in its table, and
// keeps it until it is let go.

import type { Journal } from './journal.ts';

export class ResidentMap<R extends { readonly id: string }> extends Map<string, R> {
  readonly #load: (id: string) => R | undefined;

  constructor(load: (id: string) => R | undefined) {
    super();
    this.#load = load;
  }

  override get(id: string): R | undefined {
    const resident = super.get(id);
    if (resident !== undefined) return resident;
    const loaded = this.#load(id);
    if (loaded !== undefined) super.set(id, loaded);
    return loaded;
  }

  override has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  /** Makes resident what was read elsewhere, unless it is already. */
  admit(record: R): void {
    if (!super.has(record.id)) super.set(record.id, record);
  }

  /** It is found in its table from now on. */
  letGo(id: string): void {
    super.delete(id);
  }

  put(record: R, before: R | undefined, journal: Journal): void {
    super.set(record.id, record);
    journal.note(() => {
      if (before === undefined) super.delete(record.id);
      else super.set(record.id, before);
    });
  }
}
