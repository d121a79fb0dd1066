// A spare box takes a clinic over from a copy of its log, or from the centre: a data folder that an edge can be started on.
//
// First the copy is told that another epoch goes on from here, so that the lost box, should it still live, writes nothing
// more there and stops; then what is there by that moment is taken. Source: ADR 0019.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import { isCopiedPath } from './adapters/copies/copied-files.ts';
import { dataFiles } from './config/data-files.ts';
import type { Clock } from './ports/clock.ts';
import type { CopiedLine } from './ports/log-copy.ts';
import type { TakenCopy } from './ports/taken-copy.ts';
import { type TakenOver, takeOverFrom } from './writer/compose-take-over.ts';
import { systemClock } from './writer/system-clock.ts';

export interface TakeOverOrder {
  readonly from: TakenCopy;
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
  const { from, into, skip = usualSkip } = order;
  if (existsSync(into) && readdirSync(into).length > 0) throw new AppError('data-folder-in-use', { folder: into });
  const lastSeq = await from.lastSeq();
  if (lastSeq === undefined) throw new AppError('not-ready');
  await from.check();
  const epoch = Math.max((await from.latestEpoch()) + 1, Math.floor((clock.wall() - countedFrom) / secondMs));
  await from.beginEpoch(epoch, lastSeq + 1);
  const draft = `${into}.part`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  try {
    await bringFiles(from, draft);
    const { database: databasePath, clinicKey: clinicKeyPath } = dataFiles(draft);
    const taken = await takeOverFrom(from, { databasePath, clinicKeyPath }, { epoch, skip }, clock);
    await from.leave(taken.begun);
    renameSync(draft, into);
    await syncFolder(dirname(into));
    return { ...taken, epoch };
  } catch (fault) {
    rmSync(draft, { recursive: true, force: true });
    throw fault;
  }
}

async function bringFiles(from: TakenCopy, folder: string): Promise<void> {
  const files: Extract<CopiedLine, { readonly file: string }>[] = [];
  // A line to another machine gives one thing at a time.
  for await (const line of from.part('box')) if ('file' in line) files.push(line);
  for (const line of files) {
    if (!isCopiedPath(line.file)) throw new AppError('copy-broken', { file: line.file });
    const path = join(folder, line.file);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', line.mode);
    try {
      for await (const bytes of from.file(line.stored)) await file.writeFile(bytes);
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
