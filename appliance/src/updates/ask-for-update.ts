// What an operator asks of a supervisor that runs: written down for it, and waited for.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { localDisk } from '../disk/local-disk.ts';
import type { Places } from './places.ts';
import { readState, writeWanted } from './state-file.ts';
import type { LastUpdate } from './update-facts.ts';

const lookMs = 250;

export interface UpdateAsked {
  readonly folder: string;
  readonly urgent: boolean;
}

/** Resolves with how it ended; undefined: it has no end yet when `signal` fires. */
export async function askForUpdate(
  places: Places,
  asked: UpdateAsked,
  signal: AbortSignal,
): Promise<LastUpdate | undefined> {
  const updateId = randomUUID();
  writeWanted(localDisk, places.wanted, { ...asked, updateId });
  while (!signal.aborted) {
    const { last } = readState(localDisk, places.state);
    if (last?.updateId === updateId) return last;
    await pause(lookMs);
  }
  return undefined;
}
