// Whence a spare takes a clinic over, by what a person typed: a folder, another machine, or the centre.

import { resolve } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import { centreLine } from './adapters/copies/centre-line.ts';
import { openAtCentre } from './adapters/copies/centre-snapshots.ts';
import { FolderStore } from './adapters/copies/folder-store.ts';
import { MachineStore } from './adapters/copies/machine-store.ts';
import { readRecoveryKey } from './adapters/copies/recovery-seal.ts';
import { takeOver, type TookOver } from './compose-take-over.ts';
import { clinicAtCentre, copyInPlace } from './compose-taken-copies.ts';
import type { CopyStore } from './ports/copy-store.ts';
import type { TakenCopy } from './ports/taken-copy.ts';

export interface TypedOrder {
  /** `centre`, a folder, or `https://host:port` of a machine. */
  readonly from: string;
  readonly into: string;
  /** The recovery key; before it, on a line of its own, the restore code where it is from the centre. */
  readonly typed: string;
  readonly secret: string | undefined;
  readonly centre: string | undefined;
  readonly skip: number | undefined;
}

/** Undefined where the recovery key is not typed as it is printed. */
export async function takeOverAsTyped(order: TypedOrder): Promise<TookOver | undefined> {
  const { from, into, typed, skip } = order;
  const [code = '', ...rest] = typed.trim().split('\n');
  const isAtCentre = from === 'centre';
  const recoveryKey = readRecoveryKey(isAtCentre ? rest.join('') : typed);
  if (recoveryKey === undefined) return undefined;
  // The key is looked at first: a code is good once.
  const taken = isAtCentre ? await fromCentre(order, code.trim(), recoveryKey) : fromPlace(order, recoveryKey);
  return takeOver({ from: taken, into: resolve(into), ...(skip === undefined ? {} : { skip }) });
}

async function fromCentre({ centre }: TypedOrder, code: string, recoveryKey: Uint8Array): Promise<TakenCopy> {
  if (centre === undefined) throw new AppError('configuration-invalid', { setting: 'FOYER_PMS_URL' });
  return clinicAtCentre(await openAtCentre(centreLine({ url: centre }), code), recoveryKey);
}

function fromPlace({ from, secret }: TypedOrder, recoveryKey: Uint8Array): TakenCopy {
  return copyInPlace(storeAt(from, secret), recoveryKey);
}

function storeAt(from: string, secret: string | undefined): CopyStore {
  if (secret !== undefined && from.startsWith('https://')) return new MachineStore({ url: from, secret });
  return new FolderStore({ folder: resolve(from) });
}
