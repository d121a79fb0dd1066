// The sealed backups of a clinic, as its edge sends them in pieces: one comes at a time, goes on where it was cut off, and
// counts once all of it is there and is what was announced.

import { createHash } from 'node:crypto';
import {
  type BackupBegun,
  type BackupPlaceAnswer,
  backupChunkBytes,
  type ChunkAnswer,
  chunkCount,
  mostBackupBytes,
  mostBackupsKept,
} from '@foyer/contracts/backup-protocol.ts';
import type { CentreBackup } from '@foyer/contracts/device-report.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  deleteBackup,
  insertBackup,
  insertChunk,
  markWhole,
  selectBackup,
  selectBackups,
  selectChunk,
} from './queries.ts';
import type { StoredBackup } from './types.ts';

type Refused = { readonly ok: false; readonly refusal: Refusal };

/** Another that was coming is forgotten: the edge has a newer one. */
export async function beginBackup(
  context: UseCaseContext,
  clinicId: ClinicId,
  { takenAt, bytes, sha256 }: BackupBegun,
): Promise<BackupPlaceAnswer | Refused> {
  if (bytes > mostBackupBytes) return { ok: false, refusal: { code: 'backup-too-large', mostBytes: mostBackupBytes } };
  return context.withTenant({ clinicId }, async (tx) => {
    const known = await selectBackups(tx, clinicId);
    const same = known.find((backup) => backup.sha256 === sha256 && backup.bytes === bytes);
    if (same !== undefined) return { ok: true, backupId: same.backupId, received: same.received };
    for (const { backupId, wholeAt } of known) if (wholeAt === null) await deleteBackup(tx, clinicId, backupId);
    const backup: StoredBackup = { backupId: context.newId(), takenAt, wholeAt: null, bytes, sha256, received: 0 };
    await insertBackup(tx, clinicId, backup);
    return { ok: true, backupId: backup.backupId, received: 0 };
  });
}

/** Undefined: there is no such backup, or the piece is not as long as it has to be. */
export async function takeChunk(
  context: UseCaseContext,
  clinicId: ClinicId,
  backupId: string,
  chunk: { readonly number: number; readonly content: Uint8Array },
): Promise<ChunkAnswer | undefined> {
  return context.withTenant({ clinicId }, async (tx) => {
    const backup = await selectBackup(tx, clinicId, backupId);
    if (backup === undefined) return undefined;
    const { received, bytes } = backup;
    if (chunk.number !== received || received === chunkCount(bytes)) return { ok: true, received };
    const length = Math.min(backupChunkBytes, bytes - received * backupChunkBytes);
    if (chunk.content.length !== length) return undefined;
    await insertChunk(tx, clinicId, backupId, chunk);
    return { ok: true, received: received + 1 };
  });
}

/** One that is not what was announced is forgotten whole: `backup-broken`. */
export async function endBackup(
  context: UseCaseContext,
  clinicId: ClinicId,
  backupId: string,
): Promise<{ readonly ok: true } | Refused | undefined> {
  return context.withTenant({ clinicId }, async (tx) => {
    const backup = await selectBackup(tx, clinicId, backupId);
    if (backup === undefined) return undefined;
    if (backup.wholeAt !== null) return { ok: true };
    if ((await digestOf(tx, clinicId, backup)) !== backup.sha256) {
      await deleteBackup(tx, clinicId, backupId);
      return { ok: false, refusal: { code: 'backup-broken' } };
    }
    await markWhole(tx, clinicId, backupId, context.now());
    const old = (await selectBackups(tx, clinicId)).slice(mostBackupsKept);
    for (const { backupId: each } of old) await deleteBackup(tx, clinicId, each);
    return { ok: true };
  });
}

/** The newest that is whole. */
export async function newestBackup(tx: Transaction, clinicId: ClinicId): Promise<StoredBackup | undefined> {
  return (await selectBackups(tx, clinicId)).find(({ wholeAt }) => wholeAt !== null);
}

export async function shownBackup(tx: Transaction, clinicId: ClinicId): Promise<CentreBackup | null> {
  const backup = await newestBackup(tx, clinicId);
  return backup === undefined ? null : { takenAt: backup.takenAt, bytes: backup.bytes };
}

async function digestOf(tx: Transaction, clinicId: ClinicId, { backupId, bytes }: StoredBackup): Promise<string> {
  const digest = createHash('sha256');
  for (let number = 0; number < chunkCount(bytes); number++) {
    digest.update((await selectChunk(tx, clinicId, backupId, number)) ?? new Uint8Array());
  }
  return digest.digest('hex');
}
