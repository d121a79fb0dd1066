/** Bugs that an updater is known for, planted into this one: each has to be seen by the same judge. */
import { join } from 'node:path';
import { manifestFile, readManifest, releaseFolder, signatureFile } from '@foyer/appliance/bundle/manifest.ts';
import type { Disk } from '@foyer/appliance/disk/disk.ts';
import { stateOf, updateExecutors } from '@foyer/appliance/updates/update-executors.ts';
import { writeState } from '@foyer/appliance/updates/state-file.ts';
import { planUpdate } from '@foyer/appliance/updates/update-plan.ts';
import type { Plant } from './update-trial.ts';

export const plantedUpdates: Readonly<Record<string, Plant>> = {
  'switched-before-synced': {
    executors: {
      ...updateExecutors,
      unpack: (parts, step) => updateExecutors.unpack({ ...parts, disk: withoutSync(parts.disk) }, step),
    },
  },
  'hashes-not-compared': {
    executors: {
      ...updateExecutors,
      unpack({ disk, places }, { release, folder }) {
        const draft = join(places.versions, `${releaseFolder(release)}.part`);
        const manifest = readManifest(disk.read(join(folder, manifestFile))!)!;
        disk.remove(draft);
        for (const path of [...Object.keys(manifest.files), manifestFile, signatureFile]) {
          disk.makeFolder(join(draft, path, '..'));
          disk.write(join(draft, path), disk.read(join(folder, path))!, 0o644);
          disk.syncFile(join(draft, path));
        }
        for (const inner of ['edge/lib', 'edge', '.']) disk.syncFolder(join(draft, inner));
        disk.rename(draft, join(places.versions, releaseFolder(release)));
        disk.syncFolder(places.versions);
      },
    },
  },
  'never-given-up': {
    plan: (seen, limits) =>
      planUpdate(seen, { ...limits, starts: Number.POSITIVE_INFINITY, illMs: Number.POSITIVE_INFINITY }),
  },
  'starts-not-counted': {
    executors: {
      ...updateExecutors,
      'start-trial': ({ payload, ...parts }) => payload.start(releaseFolder(stateOf(parts).trial!)),
    },
  },
  'copy-always-brought-back': {
    executors: {
      ...updateExecutors,
      'judge-database'(parts) {
        const state = stateOf(parts);
        const trial = state.trial!;
        const givenUp = { ...trial.givenUp!, database: 'bring-back' } as const;
        writeState(parts.disk, parts.places.state, { ...state, trial: { ...trial, givenUp } });
      },
    },
  },
  'database-left-as-it-is': {
    executors: {
      ...updateExecutors,
      'bring-database-back': (parts) =>
        updateExecutors['bring-database-back'](
          {
            ...parts,
            database: { ...parts.database, mark: () => undefined, copyTo: () => undefined, takeFrom: () => undefined },
          },
          { kind: 'bring-database-back' },
        ),
    },
  },
  'patients-not-asked-for': {
    plan: (seen, limits) =>
      planUpdate(seen.wanted === null ? seen : { ...seen, wanted: { ...seen.wanted, urgent: true } }, limits),
  },
};

function withoutSync(disk: Disk): Disk {
  return {
    read: (path) => disk.read(path),
    list: (path) => disk.list(path),
    linkAt: (path) => disk.linkAt(path),
    write: (path, bytes, mode) => disk.write(path, bytes, mode),
    makeFolder: (path) => disk.makeFolder(path),
    rename: (from, to) => disk.rename(from, to),
    link: (target, path) => disk.link(target, path),
    remove: (path) => disk.remove(path),
    syncFile: () => undefined,
    syncFolder: () => undefined,
  };
}
