/** Places of copies that see their box die: at some write the bytes arrive in part, or not, and nothing comes after. */
import type { CopyStore } from '@foyer/edge-server/ports/copy-store.ts';
import type { SnapshotPlace } from '@foyer/edge-server/ports/snapshot-place.ts';
import type { CentreOfCopies } from '@foyer/edge-server/testing/a-clinic-at-centre.ts';

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

/** A write arrives whole or not at all there. */
export class MortalCentre implements CentreOfCopies {
  readonly #centre: CentreOfCopies;
  #writesLeft: number;

  constructor(centre: CentreOfCopies, writes: number) {
    this.#centre = centre;
    this.#writesLeft = writes;
  }

  get place(): SnapshotPlace {
    const { place } = this.#centre;
    return {
      latestEpoch: () => place.latestEpoch(),
      begin: (epoch, names) => this.#written(() => place.begin(epoch, names)),
      putPiece: (epoch, name, content) => this.#written(() => place.putPiece(epoch, name, content)),
      keep: (snapshot, alone) => this.#written(() => place.keep(snapshot, alone)),
    };
  }

  relay(batch: Parameters<CentreOfCopies['relay']>[0]): Promise<void> {
    return this.#written(() => this.#centre.relay(batch));
  }

  open(): ReturnType<CentreOfCopies['open']> {
    return this.#centre.open();
  }

  async #written<T>(write: () => Promise<T>): Promise<T> {
    this.#writesLeft -= 1;
    if (this.#writesLeft <= 0) throw new BoxIsDead();
    return write();
  }
}
