// A spare box takes a clinic over from a copy of its log: a data folder that an edge can be started on.
//
// First the copy is told that another epoch goes on from here, so that the lost box, should it still live, writes nothing
// more there and stops; then what is there by that moment is taken. Source: ADR 0019.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import { isCopiedPath } from './adapters/copies/copied-files.ts';
import { CopyReader } from './adapters/copies/read-copy.ts';
import { publicHalf } from './adapters/copies/recovery-seal.ts';
import { SealedCopy } from './adapters/copies/sealed-copy.ts';
import { dataFiles } from './config/data-files.ts';
import type { Clock } from './ports/clock.ts';
import type { CopyStore } from './ports/copy-store.ts';
import { type TakenOver, takeOverFrom } from './writer/compose-take-over.ts';
import { systemClock } from './writer/system-clock.ts';

export interface TakeOverOrder {
  readonly store: CopyStore;
  readonly recoveryKey: Uint8Array;
  /** A data folder that is not there yet. */
  readonly into: string;
  /** Of each letter, so many numbers after the last known are given to nobody. */
  readonly skip?: number;
}
export interface TookOver extends TakenOver {
  readonly epoch: number;
}

/** A service gives out fewer in the minutes that a copy may be behind without an alarm. */
export const usualSkip = 100;
/** As `begin-epoch` counts: seconds since then, so that the later of two has the higher number. */
const countedFrom = Date.UTC(2026, 0, 1);

/** `into` has its name once all of it is whole. Throws `copy-broken`, `not-ready`, `data-folder-in-use`. */
export async function takeOver(order: TakeOverOrder, clock: Clock = systemClock): Promise<TookOver> {
  const { store, recoveryKey, into, skip = usualSkip } = order;
  if (existsSync(into) && readdirSync(into).length > 0) throw new AppError('data-folder-in-use', { folder: into });
  const reader = new CopyReader(store, recoveryKey);
  const copy = new SealedCopy({ store, publicKey: publicHalf(recoveryKey), now: () => clock.wall() });
  const end = await copy.end();
  if (end === undefined) throw new AppError('not-ready');
  await reader.check();
  const epoch = Math.max((await copy.latestEpoch()) + 1, Math.floor((clock.wall() - countedFrom) / secondMs));
  await copy.beginEpoch(epoch, end.seq + 1);
  const draft = `${into}.part`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    await bringFiles(reader, draft);
    const { database: databasePath, clinicKey: clinicKeyPath } = dataFiles(draft);
    const taken = await takeOverFrom(reader, { databasePath, clinicKeyPath }, { epoch, skip }, clock);
    await copy.appendRows(taken.begun);
    renameSync(draft, into);
    await syncFolder(dirname(into));
    return { ...taken, epoch };
  } catch (fault) {
    rmSync(draft, { recursive: true, force: true });
    throw fault;
  }
}

async function bringFiles(reader: CopyReader, folder: string): Promise<void> {
  for await (const line of reader.part('box')) {
    if (!('file' in line)) continue;
    if (!isCopiedPath(line.file)) throw new AppError('copy-broken', { file: line.file });
    const path = join(folder, line.file);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', line.mode);
    try {
      for await (const bytes of reader.file(line.stored)) await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
