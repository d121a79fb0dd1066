// Keys of subjects while the writer needs them: made with the first sealed fact, kept unwrapped for a while, gone when
// they are destroyed or when the command that made them fails.

import type { SubjectKeys } from '../ports/event-log.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { Journal } from './journal.ts';

const keptAtMost = 2_000;

export class SubjectKeyring {
  readonly #keys: SubjectKeys;
  readonly #sealer: Sealer;
  readonly #journal: Journal;
  readonly #open = new Map<string, Uint8Array>();

  constructor(keys: SubjectKeys, sealer: Sealer, journal: Journal) {
    this.#keys = keys;
    this.#sealer = sealer;
    this.#journal = journal;
  }

  /** Undefined when there is none, or none any more. */
  find(clinicId: string, subjectId: string): Uint8Array | undefined {
    const known = this.#open.get(subjectId);
    if (known !== undefined) return known;
    const wrapped = this.#keys.find(subjectId);
    if (wrapped === undefined || wrapped === 'destroyed') return undefined;
    return this.#keep(subjectId, this.#sealer.unwrap(clinicId, subjectId, wrapped));
  }

  /** Undefined when it was destroyed: nothing is ever sealed for this subject again. */
  findOrMake(clinicId: string, subjectId: string): Uint8Array | undefined {
    const known = this.find(clinicId, subjectId);
    if (known !== undefined || this.#keys.find(subjectId) === 'destroyed') return known;
    const { key, wrapped } = this.#sealer.newKey(clinicId, subjectId);
    this.#keys.add(subjectId, wrapped);
    this.#journal.note(() => this.#open.delete(subjectId));
    return this.#keep(subjectId, key);
  }

  destroy(subjectId: string): void {
    this.#keys.destroy(subjectId);
    this.#open.get(subjectId)?.fill(0);
    this.#open.delete(subjectId);
  }

  #keep(subjectId: string, key: Uint8Array): Uint8Array {
    if (this.#open.size >= keptAtMost) this.#open.clear();
    this.#open.set(subjectId, key);
    return key;
  }
}
