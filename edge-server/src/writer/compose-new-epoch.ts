// What an operator does to a box that was restored from an older image, before it serves: its log goes on in an epoch of
// its own. The centre follows it behind the last row that both have; what the lost box wrote after that stays with it.
// Numbers that it may have given out on that day are given to nobody again. The epoch's number is the second in which it began: of an image that is restored twice the later epoch is the higher one, which
// the centre takes, and no receipt of one is of the other.

import { randomInt } from 'node:crypto';
import { AppError } from '@foyer/contracts/app-error.ts';
import { secondMs } from '@foyer/contracts/time.ts';
import { FolderLock } from '../adapters/sqlite/folder-lock.ts';
import type { Clock } from '../ports/clock.ts';
import { composeWriter } from './compose.ts';
import { systemClock } from './system-clock.ts';

export interface RestoredBox {
  readonly databasePath: string;
  readonly clinicKeyPath: string;
  readonly lockPath: string;
}

export interface BegunEpoch {
  readonly epoch: number;
  readonly seq: number;
  /** The clock is so far from the last row that the change of day waits until it is confirmed. */
  readonly clockFrozen: boolean;
}

/** Numbers of epochs are seconds since then: enough for 68 years in what the relay takes. */
const countedFrom = Date.UTC(2026, 0, 1);
/** Of one letter, more than a service gives out on a day. */
export const skipAfterImage = 300;
/** By chance, for a box whose clock is of before that. */
const longestLeap = 1_000;

/**
 * Appends `v1.EpochBegun`, and of each letter leaves out so many numbers after the last that is known. Throws `data-folder-in-use` while an edge runs, `not-ready` where there
 * is no clinic yet.
 */
export async function beginEpoch(
  box: RestoredBox,
  clock: Clock = systemClock,
  skip = skipAfterImage,
): Promise<BegunEpoch> {
  const lock = new FolderLock(box.lockPath);
  await lock.start();
  try {
    const faults: unknown[] = [];
    const writer = composeWriter({ ...box, batching: false }, (fault) => faults.push(fault), { clock });
    try {
      const { clockIsWrong } = writer.engine.load();
      const number = {
        step: randomInt(1, longestLeap),
        notBelow: Math.floor((clock.wall() - countedFrom) / secondMs),
      };
      const { answers, committed } = writer.engine.run(
        { kind: 'begin-epoch', id: 1, skip, ...number },
        () => undefined,
      );
      const [first] = answers;
      if (committed === undefined) {
        const refused = first !== undefined && 'failed' in first.answer ? first.answer.failed : 'internal';
        const [cause] = faults;
        throw cause instanceof AppError ? cause : new AppError(refused, {}, { cause });
      }
      if (clockIsWrong) writer.engine.freezeClock();
      writer.tidy(false);
      const [{ epoch, seq } = committed] = committed.rows;
      return { epoch, seq, clockFrozen: clockIsWrong };
    } finally {
      writer.close();
    }
  } finally {
    await lock.stop();
  }
}
