// Whether the box can keep what is done at the clinic: the one place that whoever finds something tells, and that every
// screen, the doors and the figures read.

import { refusedWhile, storageStates, type StorageState, type StorageView } from '@foyer/contracts/storage.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export type StorageTrouble = StorageView['state'];

export interface StorageHealthParts {
  readonly now: () => EpochMs;
  readonly onChanged: (storage: StorageView | undefined) => void;
}

export class StorageHealth {
  readonly #parts: StorageHealthParts;
  readonly #since = new Map<StorageTrouble, EpochMs>();

  constructor(parts: StorageHealthParts) {
    this.#parts = parts;
  }

  /** The worst that is so, and since when; undefined: all is well. */
  get view(): StorageView | undefined {
    const state = storageStates.findLast((each) => each !== 'ok' && this.#since.has(each)) as
      | StorageTrouble
      | undefined;
    return state === undefined ? undefined : { state, since: this.#since.get(state) ?? 0 };
  }

  get state(): StorageState {
    return this.view?.state ?? 'ok';
  }

  /** With which every command is refused now; undefined: the writer decides. */
  get refusal(): ErrorCode | undefined {
    const { state } = this;
    return state === 'unproven' || state === 'broken' ? refusedWhile[state] : undefined;
  }

  /** Said as often as somebody looks; a screen is told when it changes. */
  is(trouble: StorageTrouble, isSo: boolean): void {
    if (this.#since.has(trouble) === isSo) return;
    if (isSo) this.#since.set(trouble, this.#parts.now());
    else this.#since.delete(trouble);
    this.#parts.onChanged(this.view);
  }
}
