import type { EpochMs } from '@foyer/contracts/time.ts';
import { sql } from 'kysely';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import type { StoredBackup } from './types.ts';

const columns = sql`backup_id as "backupId", taken_at as "takenAt", whole_at as "wholeAt", bytes, sha256, received`;

export async function insertBackup(tx: Transaction, clinicId: string, backup: StoredBackup): Promise<void> {
  await sql`insert into clinic_backups (clinic_id, backup_id, taken_at, whole_at, bytes, sha256, received)
    values (${clinicId}, ${backup.backupId}, ${backup.takenAt}, ${backup.wholeAt}, ${backup.bytes}, ${backup.sha256},
      ${backup.received})`.execute(tx);
}

/** Locked until the transaction ends: two lines of one edge take turns. */
export async function selectBackup(
  tx: Transaction,
  clinicId: string,
  backupId: string,
): Promise<StoredBackup | undefined> {
  const { rows } = await sql<StoredBackup>`select ${columns} from clinic_backups
    where clinic_id = ${clinicId} and backup_id = ${backupId} for update`.execute(tx);
  return rows[0];
}

/** Those that are whole, the newest first, and then what is coming. */
export async function selectBackups(tx: Transaction, clinicId: string): Promise<readonly StoredBackup[]> {
  const { rows } = await sql<StoredBackup>`select ${columns} from clinic_backups where clinic_id = ${clinicId}
    order by whole_at desc nulls last, backup_id desc`.execute(tx);
  return rows;
}

export async function insertChunk(
  tx: Transaction,
  clinicId: string,
  backupId: string,
  { number, content }: { readonly number: number; readonly content: Uint8Array },
): Promise<void> {
  await sql`insert into clinic_backup_chunks (clinic_id, backup_id, number, content)
    values (${clinicId}, ${backupId}, ${number}, ${content})`.execute(tx);
  await sql`update clinic_backups set received = ${number + 1}
    where clinic_id = ${clinicId} and backup_id = ${backupId}`.execute(tx);
}

export async function selectChunk(
  tx: Transaction,
  clinicId: string,
  backupId: string,
  number: number,
): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ content: Uint8Array }>`select content from clinic_backup_chunks
    where clinic_id = ${clinicId} and backup_id = ${backupId} and number = ${number}`.execute(tx);
  return rows[0]?.content;
}

export async function markWhole(tx: Transaction, clinicId: string, backupId: string, at: EpochMs): Promise<void> {
  await sql`update clinic_backups set whole_at = ${at}
    where clinic_id = ${clinicId} and backup_id = ${backupId}`.execute(tx);
}

/** With its chunks. */
export async function deleteBackup(tx: Transaction, clinicId: string, backupId: string): Promise<void> {
  await sql`delete from clinic_backups where clinic_id = ${clinicId} and backup_id = ${backupId}`.execute(tx);
}

export async function insertRestoreCode(
  tx: Transaction,
  clinicId: string,
  codeHash: Uint8Array,
  expiresAt: EpochMs,
): Promise<void> {
  await sql`insert into restore_codes (clinic_id, code_hash, expires_at)
    values (${clinicId}, ${codeHash}, ${expiresAt})`.execute(tx);
}

/** False: it is unknown, over or used. Without a backup it opens a take-over. */
export async function useRestoreCode(
  tx: Transaction,
  clinicId: string,
  codeHash: Uint8Array,
  opened: {
    readonly backupId: string | null;
    readonly tokenHash: Uint8Array;
    readonly until: EpochMs;
    readonly now: EpochMs;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`update restore_codes set backup_id = ${opened.backupId},
      for_take_over = ${opened.backupId === null}, token_hash = ${opened.tokenHash}, token_expires_at = ${opened.until}
    where clinic_id = ${clinicId} and code_hash = ${codeHash} and token_hash is null and expires_at > ${opened.now}`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** Whether a token takes the clinic over now. */
export async function isTakenOverBy(
  tx: Transaction,
  clinicId: string,
  tokenHash: Uint8Array,
  now: EpochMs,
): Promise<boolean> {
  const { rows } = await sql`select from restore_codes
    where clinic_id = ${clinicId} and token_hash = ${tokenHash} and token_expires_at > ${now} and for_take_over`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Which backup a token fetches now. */
export async function selectRestored(
  tx: Transaction,
  clinicId: string,
  tokenHash: Uint8Array,
  now: EpochMs,
): Promise<string | undefined> {
  const { rows } = await sql<{ backupId: string }>`select backup_id as "backupId" from restore_codes
    where clinic_id = ${clinicId} and token_hash = ${tokenHash} and token_expires_at > ${now} and not for_take_over`.execute(
    tx,
  );
  return rows[0]?.backupId;
}
