/** A place of copies that sees its box die: at some write the bytes arrive in part, and nothing comes after. */
import type { CopyStore } from '@foyer/edge-server/ports/copy-store.ts';

export class BoxIsDead extends Error {}

export class MortalLine implements CopyStore {
  readonly place = 'disk';
  readonly #store: CopyStore;
  #writesLeft: number;
  readonly #part: number;

  /** `part`: of the last write, so much arrives; from 0 to 1. */
  constructor(store: CopyStore, writes: number, part: number) {
    this.#store = store;
    this.#writesLeft = writes;
    this.#part = part;
  }

  list(): ReturnType<CopyStore['list']> {
    return this.#alive(() => this.#store.list());
  }

  read(name: string): AsyncIterable<Uint8Array> {
    return this.#store.read(name);
  }

  async append(name: string, at: number, bytes: Uint8Array): Promise<void> {
    if (!this.#isLast()) return this.#alive(() => this.#store.append(name, at, bytes));
    await this.#store.append(name, at, bytes.subarray(0, Math.floor(bytes.length * this.#part)));
    throw new BoxIsDead();
  }

  put(name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    if (this.#isLast()) return Promise.reject(new BoxIsDead());
    return this.#alive(() => this.#store.put(name, content));
  }

  remove(names: readonly string[]): Promise<void> {
    if (this.#isLast()) return Promise.reject(new BoxIsDead());
    return this.#alive(() => this.#store.remove(names));
  }

  #isLast(): boolean {
    this.#writesLeft -= 1;
    return this.#writesLeft === 0;
  }

  async #alive<T>(work: () => Promise<T>): Promise<T> {
    if (this.#writesLeft < 0) throw new BoxIsDead();
    return work();
  }
}
