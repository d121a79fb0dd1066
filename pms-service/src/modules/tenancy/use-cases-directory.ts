// Finds whose a thing is that arrives without its tenant. Who does not name the key exactly sees nothing.

import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { sha256 } from '../seal.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { deleteExpiredEntries, insertDirectoryEntries, selectDirectoryEntry } from './queries.ts';
import type { DirectoryEntry } from './types.ts';

export function emailKey(email: string): string {
  return `email:${sha256(email).toString('hex')}`;
}
export function ticketKey(publicId: string): string {
  return `ticket:${publicId}`;
}
export function restoreKey(codeHash: Uint8Array): string {
  return `restore:${Buffer.from(codeHash).toString('hex')}`;
}

/** Enters keys of the transaction's own tenant and forgets those of it that have expired. False when one was taken. */
export async function enterDirectory(
  tx: Transaction,
  owner: DirectoryEntry,
  keys: readonly { readonly key: string; readonly expiresAt: EpochMs | null }[],
  now: EpochMs,
): Promise<boolean> {
  if (owner.clinicId !== null) await deleteExpiredEntries(tx, owner.clinicId, now);
  return keys.length === 0 || (await insertDirectoryEntries(tx, owner, keys)) === keys.length;
}

export function findInDirectory(context: UseCaseContext, key: string): Promise<DirectoryEntry | undefined> {
  return context.withTenant({ directoryKey: key }, (tx) => selectDirectoryEntry(tx, key, context.now()));
}
