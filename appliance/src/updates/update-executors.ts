// One executor for each kind of step. Each is done again from its beginning where a power cut ended it, and leaves the box
// as the planner's invariants say at every moment between.

import { join } from 'node:path';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import { invariant } from '@foyer/contracts/app-error.ts';
import { manifestFile, readManifest, type Release, releaseFolder } from '../bundle/manifest.ts';
import { openBundle, unpackBundle } from '../bundle/open-bundle.ts';
import type { Disk } from '../disk/disk.ts';
import { linkDurably, removeDurably } from '../disk/durably.ts';
import type { Places } from './places.ts';
import type { ClinicDatabase, Payload, Rehearse } from './ports.ts';
import { readState, writeState } from './state-file.ts';
import type { BoxState, DatabaseMark, GivenUp, LastUpdate, Trial } from './update-facts.ts';
import type { UpdateStep } from './update-plan.ts';

export interface UpdateParts {
  readonly disk: Disk;
  readonly places: Places;
  readonly payload: Payload;
  readonly database: ClinicDatabase;
  readonly rehearse: Rehearse;
  readonly publicKey: string;
  /** Of the wall. */
  readonly now: () => number;
  /** What was found out since the supervisor began, by the folder of a release. */
  readonly rehearsals: Map<string, 'passed' | 'failed'>;
}

type StepOf<K extends UpdateStep['kind']> = Extract<UpdateStep, { readonly kind: K }>;
export type UpdateExecutors = {
  readonly [K in UpdateStep['kind']]: (parts: UpdateParts, step: StepOf<K>) => void | Promise<void>;
};

export const updateExecutors: UpdateExecutors = {
  rest: () => undefined,
  forget: ({ disk, places }) => removeDurably(disk, places.wanted),
  refuse: (parts, { updateId, code }) => refuse(parts, updateId, code),

  unpack(parts, { release, folder, updateId }) {
    const { disk, places, publicKey } = parts;
    disk.makeFolder(places.versions);
    disk.syncFolder(places.root);
    const opened = openBundle(disk, folder, publicKey);
    const target = join(places.versions, releaseFolder(release));
    const broken = opened.ok ? unpackBundle(disk, folder, opened.manifest, target) : manifestFile;
    if (broken !== undefined) refuse(parts, updateId, 'bundle-not-whole');
  },

  async rehearse({ rehearse, rehearsals }, { release }) {
    const folder = releaseFolder(release);
    rehearsals.set(folder, (await rehearse(folder)) ? 'passed' : 'failed');
  },

  async 'begin-trial'(parts, { release, updateId }) {
    const { disk, places, payload, database } = parts;
    await payload.stop();
    const mark = database.mark() ?? null;
    if (mark !== null) {
      database.copyTo(`${places.copy}.part`);
      disk.syncFile(`${places.copy}.part`);
      disk.rename(`${places.copy}.part`, places.copy);
      disk.syncFolder(places.root);
    }
    changeState(parts, { trial: { ...plain(release), updateId, starts: 0, database: mark, givenUp: null } });
  },

  switch: ({ disk, places }, { release }) =>
    linkDurably(disk, join('versions', releaseFolder(release)), places.current),

  stop: ({ payload }) => payload.stop(),

  start(parts) {
    const { kept } = stateOf(parts);
    invariant(kept !== null, 'what is started was kept');
    parts.payload.start(releaseFolder(kept));
  },

  'start-trial'(parts) {
    const trial = trialOf(parts);
    changeTrial(parts, { starts: trial.starts + 1 });
    parts.payload.start(releaseFolder(trial));
  },

  'give-up': (parts, { why }) => changeTrial(parts, { givenUp: { why, database: 'undecided' } }),

  'judge-database'(parts) {
    const trial = trialOf(parts);
    decideDatabase(parts, trial, databaseFate(trial.database, parts.database.mark(), highestOfKept(parts)));
  },

  'bring-database-back'(parts) {
    parts.database.takeFrom(parts.places.copy);
    decideDatabase(parts, trialOf(parts), 'as-it-is');
  },

  end(parts, { kept, updateId, end }) {
    const { kept: before, trial, stuck } = stateOf(parts);
    const { version } = trial ?? kept;
    const code = end === 'stuck' ? ('update-stuck' as const) : null;
    const last: LastUpdate = { updateId, end, code, at: parts.now(), version };
    const stuckNow = end === 'stuck' ? last : end === 'kept' ? undefined : stuck;
    writeState(parts.disk, parts.places.state, {
      ...{ kept: plain(kept), trial: null, last },
      ...(stuckNow === undefined ? {} : { stuck: stuckNow }),
    });
    tidy(parts, end === 'kept' && before !== null ? [kept, before] : [kept]);
  },
};

/**
 * What becomes of the database when a version is given up. `highest`: the newest migration that the old version knows;
 * null: there is no old version.
 */
export function databaseFate(
  before: DatabaseMark | null,
  now: DatabaseMark | undefined,
  highest: number | null,
): Exclude<GivenUp['database'], 'undecided'> {
  if (now === undefined || (highest !== null && now.number <= highest)) return 'as-it-is';
  return before !== null && before.epoch === now.epoch && before.seq === now.seq ? 'bring-back' : 'moved-on';
}

export function stateOf({ disk, places }: Pick<UpdateParts, 'disk' | 'places'>): BoxState {
  return readState(disk, places.state);
}

function refuse(parts: UpdateParts, updateId: string, code: ErrorCode): void {
  changeState(parts, { last: { updateId, end: 'refused', code, at: parts.now() } });
}

function trialOf(parts: UpdateParts): Trial {
  const { trial } = stateOf(parts);
  invariant(trial !== null, 'a trial is on');
  return trial;
}

function changeTrial(parts: UpdateParts, change: Partial<Trial>): void {
  changeState(parts, { trial: { ...trialOf(parts), ...change } });
}

function decideDatabase(parts: UpdateParts, { givenUp }: Trial, database: GivenUp['database']): void {
  invariant(givenUp !== null, 'the trial was given up');
  changeTrial(parts, { givenUp: { ...givenUp, database } });
}

function changeState(parts: UpdateParts, change: Partial<BoxState>): void {
  writeState(parts.disk, parts.places.state, { ...stateOf(parts), ...change });
}

/** Of the version that would be gone back to. */
function highestOfKept(parts: UpdateParts): number | null {
  const { kept } = stateOf(parts);
  if (kept === null) return null;
  const bytes = parts.disk.read(join(parts.places.versions, releaseFolder(kept), manifestFile));
  const manifest = bytes === undefined ? undefined : readManifest(bytes);
  invariant(manifest !== undefined, 'what was kept has its manifest');
  return manifest.highestDatabase;
}

/** Garbage that a power cut leaves here goes with the next update. */
function tidy({ disk, places }: UpdateParts, wanted: readonly Release[]): void {
  const names = wanted.map(releaseFolder);
  for (const name of disk.list(places.versions)) if (!names.includes(name)) disk.remove(join(places.versions, name));
  disk.remove(places.copy);
}

function plain({ version, counter }: Release): Release {
  return { version, counter };
}
