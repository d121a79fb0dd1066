// A place of copies by what a person typed: a folder, or another machine.

import { resolve } from 'node:path';
import { FolderStore } from './adapters/copies/folder-store.ts';
import { MachineStore } from './adapters/copies/machine-store.ts';
import { readRecoveryKey } from './adapters/copies/recovery-seal.ts';
import { takeOver, type TookOver } from './compose-take-over.ts';
import type { CopyStore } from './ports/copy-store.ts';

export interface TypedOrder {
  readonly from: string;
  readonly into: string;
  readonly typedKey: string;
  readonly secret: string | undefined;
  readonly skip: number | undefined;
}

/** Undefined where the recovery key is not typed as it is printed. */
export async function takeOverAsTyped({
  from,
  into,
  typedKey,
  secret,
  skip,
}: TypedOrder): Promise<TookOver | undefined> {
  const recoveryKey = readRecoveryKey(typedKey);
  if (recoveryKey === undefined) return undefined;
  const store = storeAt(from, secret);
  return takeOver({ store, recoveryKey, into: resolve(into), ...(skip === undefined ? {} : { skip }) });
}

function storeAt(from: string, secret: string | undefined): CopyStore {
  if (secret !== undefined && from.startsWith('https://')) return new MachineStore({ url: from, secret });
  return new FolderStore({ folder: resolve(from) });
}
