// A backup for a new box: an administrator gives out a code, which is good once and for an hour; what it opens may be
// fetched for some hours more. The centre cannot read it, and the box needs the recovery key besides.

import { type RestoreAnswer, type RestoreCode, restoreCodeMs, restoreMs } from '@foyer/contracts/backup-protocol.ts';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { recordAccess } from '../audit/use-cases.ts';
import { sha256 } from '../seal.ts';
import { findClinicOf, type Member } from '../tenancy/use-cases-access.ts';
import { enterDirectory, findInDirectory, restoreKey } from '../tenancy/use-cases-directory.ts';
import { makeToken, newTokenSecret, readToken } from '../tokens.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import { insertRestoreCode, isTakenOverBy, selectChunk, selectRestored, useRestoreCode } from './queries.ts';
import { restoreCodeBytes, restoreCodeOf, typedRestoreCode } from './rules.ts';
import { newestBackup } from './use-cases.ts';

/** Undefined when the clinic is not the member's to see. That it was given out stands in the access log. */
export async function giveRestoreCode(
  context: UseCaseContext,
  member: Member & { readonly userId: string },
  clinicId: ClinicId,
): Promise<RestoreCode | undefined> {
  const code = restoreCodeOf(context.randomBytes(restoreCodeBytes));
  const codeHash = sha256(typedRestoreCode(code));
  const expiresAt = context.now() + restoreCodeMs;
  return context.withTenant({ clinicId }, async (tx) => {
    if ((await findClinicOf(tx, member, clinicId)) === undefined) return undefined;
    await insertRestoreCode(tx, clinicId, codeHash, expiresAt);
    const key = { key: restoreKey(codeHash), expiresAt };
    await enterDirectory(tx, { networkId: null, clinicId }, [key], context.now());
    await recordAccess(context, tx, clinicId, { userId: member.userId, action: 'restore-code-given' });
    return { code, expiresAt };
  });
}

/** Uses the code. An unknown one and one that is over are answered alike. */
export async function openRestore(
  context: UseCaseContext,
  typed: string,
): Promise<RestoreAnswer | { readonly ok: false; readonly refusal: Refusal }> {
  const codeHash = sha256(typedRestoreCode(typed));
  const unknown = { ok: false, refusal: { code: 'restore-code-unknown' } } as const;
  const clinicId = (await findInDirectory(context, restoreKey(codeHash)))?.clinicId ?? undefined;
  if (clinicId === undefined) return unknown;
  const token = makeToken(clinicId, newTokenSecret(context.randomBytes));
  const now = context.now();
  return context.withTenant({ clinicId }, async (tx) => {
    const backup = await newestBackup(tx, clinicId);
    if (backup === undefined) return { ok: false, refusal: { code: 'no-backup' } };
    const { backupId, takenAt, bytes, sha256: digest } = backup;
    const opened = { backupId, tokenHash: sha256(token), until: now + restoreMs, now };
    if (!(await useRestoreCode(tx, clinicId, codeHash, opened))) return unknown;
    return { ok: true, token, backup: { takenAt, bytes, sha256: digest } };
  });
}

/** Undefined: the token opens nothing now, or there is no such piece. */
export async function readRestoredChunk(
  context: UseCaseContext,
  token: string,
  number: number,
): Promise<Uint8Array | undefined> {
  const read = readToken(token);
  if (read === undefined) return undefined;
  const clinicId = read.tenantId;
  return context.withTenant({ clinicId }, async (tx) => {
    const backupId = await selectRestored(tx, clinicId, read.hash, context.now());
    return backupId === undefined ? undefined : selectChunk(tx, clinicId, backupId, number);
  });
}

type ForTakeOver<T> =
  | { readonly kind: 'opened'; readonly token: string; readonly found: T }
  /** The code stays good. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

/** Uses the code for a spare that takes the clinic over, where `find` finds something to take over from. */
export async function openForTakeOver<T>(
  context: UseCaseContext,
  typed: string,
  find: (tx: Transaction, clinicId: ClinicId) => Promise<T | undefined>,
): Promise<ForTakeOver<T>> {
  const codeHash = sha256(typedRestoreCode(typed));
  const clinicId = (await findInDirectory(context, restoreKey(codeHash)))?.clinicId ?? undefined;
  if (clinicId === undefined) return { kind: 'unknown' };
  const token = makeToken(clinicId, newTokenSecret(context.randomBytes));
  const now = context.now();
  return context.withTenant({ clinicId }, async (tx) => {
    const found = await find(tx, clinicId);
    if (found === undefined) return { kind: 'nothing' };
    const opened = { backupId: null, tokenHash: sha256(token), until: now + restoreMs, now };
    if (!(await useRestoreCode(tx, clinicId, codeHash, opened))) return { kind: 'unknown' };
    return { kind: 'opened', token, found };
  });
}

/** Undefined where the token opens no take-over now, or `work` says so. */
export async function takenOverBy<T>(
  context: UseCaseContext,
  token: string,
  work: (tx: Transaction, clinicId: ClinicId) => Promise<T | undefined>,
): Promise<T | undefined> {
  const read = readToken(token);
  if (read === undefined) return undefined;
  const clinicId = read.tenantId;
  return context.withTenant({ clinicId }, async (tx) =>
    (await isTakenOverBy(tx, clinicId, read.hash, context.now())) ? work(tx, clinicId) : undefined,
  );
}
