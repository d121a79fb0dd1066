/** Bugs planted into copying and taking over: each has to be seen. */
import { AppError } from '@foyer/contracts/app-error.ts';
import type { CopyStore } from '@foyer/edge-server/ports/copy-store.ts';
import type { ReplacePlant } from './replace-trial.ts';

/** As a store is, but for what is named. */
function but(store: CopyStore, changes: Partial<CopyStore>): CopyStore {
  return {
    place: store.place,
    list: () => store.list(),
    read: (name) => store.read(name),
    append: (name, at, bytes) => store.append(name, at, bytes),
    put: (name, content) => store.put(name, content),
    remove: (names) => store.remove(names),
    ...changes,
  };
}

export const plantedReplacements: { readonly [bug: string]: ReplacePlant } = {
  'what was acknowledged is written with the next': {
    place: (store) => {
      let held = async (): Promise<void> => undefined;
      return but(store, {
        append: async (name, at, bytes) => {
          await held();
          held = () => store.append(name, at, bytes);
        },
      });
    },
  },
  'numbers go on as if the copy had all of them': { skip: 0 },
  'keys that come later are left out': {
    place: (store) => {
      let begun = 0;
      return but(store, {
        append: async (name, at, bytes) => {
          begun += Number(name.startsWith('rows'));
          if (begun === 0 || !name.startsWith('beside')) await store.append(name, at, bytes);
        },
      });
    },
  },
  'what an erasure leaves behind is not taken away': {
    place: (store) => but(store, { remove: async () => undefined }),
  },
  'a box that was replaced is let on': {
    place: (store) =>
      but(store, {
        list: async () => (await store.list()).filter(({ name }) => /^rows-0000000001-|^(?!rows)/.test(name)),
        append: async (name, at, bytes) => {
          try {
            await store.append(name, at, bytes);
          } catch (fault) {
            if (!(fault instanceof AppError) || fault.code !== 'edge-replaced') throw fault;
          }
        },
      }),
  },
};
