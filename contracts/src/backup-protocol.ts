// How a sealed backup goes to the centre and comes back, on one screen. The centre cannot open it: the recovery key is on
// paper at the clinic. Source: docs/protocol.md, "Backups".
//
// Up, with the edge's token:  POST /sync/v1/backups                       BackupBegun -> BackupPlaceAnswer
//                             PUT  /sync/v1/backups/{id}/chunks/{number}  BackupChunk -> { ok, received }
//                             POST /sync/v1/backups/{id}/end              -> { ok }
// Given out on the dashboard: POST /api/v1/clinics/{id}/restore-codes     -> RestoreCode
// Down, with that code:       POST /restore/v1/open                       RestoreOpening -> RestoreAnswer
//                             POST /restore/v1/chunk                      RestoreChunkRequest -> BackupChunk

import Type, { type Static } from 'typebox';
import { EpochMsNumber, Uuid, strictObject } from './schema.ts';
import { hourMs } from './time.ts';

export const backupChunkBytes = 1024 * 1024;
export const mostBackupBytes = 2 * 1024 * 1024 * 1024;
/** Of each clinic, the newest; the one that is coming is beside them. */
export const mostBackupsKept = 7;
export const restoreCodeMs = hourMs;
/** For so long what a code has opened may be fetched, also after a line that was cut. */
export const restoreMs = 6 * hourMs;

const Sha256Hex = Type.String({ pattern: '^[0-9a-f]{64}$' });
/** A little more than one chunk as base64. */
const ChunkText = Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$', maxLength: Math.ceil(backupChunkBytes / 3) * 4 });
const ChunkNumber = Type.Integer({ minimum: 0, maximum: Math.ceil(mostBackupBytes / backupChunkBytes) });

/** The same again goes on where it was cut off. */
export const BackupBegun = strictObject({
  /** By the edge's clock. */
  takenAt: EpochMsNumber,
  bytes: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  sha256: Sha256Hex,
});
export type BackupBegun = Static<typeof BackupBegun>;

export interface BackupPlaceAnswer {
  readonly ok: true;
  readonly backupId: string;
  /** How many chunks are there; the next one has this number. */
  readonly received: number;
}

export const BackupPlace = strictObject({ backupId: Uuid });
export const ChunkPlace = strictObject({ backupId: Uuid, number: ChunkNumber });

export const BackupChunk = strictObject({ content: ChunkText });
export type BackupChunk = Static<typeof BackupChunk>;

/** One that is not the next is not kept; the answer says which is. */
export interface ChunkAnswer {
  readonly ok: true;
  readonly received: number;
}

export interface RestoreCode {
  readonly code: string;
  readonly expiresAt: number;
}

export const RestoreOpening = strictObject({ code: Type.String({ minLength: 1, maxLength: 40 }) });
export type RestoreOpening = Static<typeof RestoreOpening>;
export interface RestoreAnswer {
  readonly ok: true;
  readonly token: string;
  readonly backup: BackupBegun;
}

export const RestoreChunkRequest = strictObject({
  token: Type.String({ minLength: 1, maxLength: 100 }),
  number: ChunkNumber,
});
export type RestoreChunkRequest = Static<typeof RestoreChunkRequest>;

/** How many chunks a backup of so many bytes has. */
export function chunkCount(bytes: number): number {
  return Math.ceil(bytes / backupChunkBytes);
}
