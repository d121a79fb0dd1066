/** Bugs planted into copying and taking over: each has to be seen. */
import { AppError } from '@foyer/contracts/app-error.ts';
import type { CopyStore } from '@foyer/edge-server/ports/copy-store.ts';
import type { SnapshotPlace } from '@foyer/edge-server/ports/snapshot-place.ts';
import type { CentreOfCopies } from '@foyer/edge-server/testing/a-clinic-at-centre.ts';
import type { ReplacePlant } from './replaced-places.ts';

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

function butAtCentre(
  centre: CentreOfCopies,
  changes: Partial<SnapshotPlace>,
  relay: CentreOfCopies['relay'] = (batch) => centre.relay(batch),
): CentreOfCopies {
  const { place } = centre;
  const kept: SnapshotPlace = {
    latestEpoch: () => place.latestEpoch(),
    begin: (epoch, names) => place.begin(epoch, names),
    putPiece: (epoch, name, content) => place.putPiece(epoch, name, content),
    keep: (snapshot, alone) => place.keep(snapshot, alone),
    ...changes,
  };
  return { place: kept, relay, open: () => centre.open() };
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
  'the centre keeps a snapshot of before an erasure': {
    centre: (centre) => butAtCentre(centre, { keep: (snapshot) => centre.place.keep(snapshot, false) }),
  },
  'the centre acknowledges rows that it drops': {
    centre: (centre) => {
      let batches = 0;
      return butAtCentre(centre, {}, async (batch) => {
        batches += 1;
        if (batches !== 3) await centre.relay(batch);
      });
    },
  },
  'the centre lets a box on that was replaced': {
    centre: (centre) => {
      const { place } = centre;
      const anyEpoch = Number.MAX_SAFE_INTEGER;
      const changes: Partial<SnapshotPlace> = {
        latestEpoch: async () => 0,
        begin: (_, names) => place.begin(anyEpoch, names),
        putPiece: (_, name, content) => place.putPiece(anyEpoch, name, content),
        keep: (snapshot, alone) => place.keep(snapshot, alone).catch(() => undefined),
      };
      return butAtCentre(centre, changes, (batch) => centre.relay(batch).catch(() => undefined));
    },
  },
};
