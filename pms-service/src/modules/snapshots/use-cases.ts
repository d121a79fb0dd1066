// What lies beside a clinic's log, as its edge seals it: pieces come one by one, and count once a snapshot names them. The
// newest two stay; after an erasure the last one alone. Nobody here can open any of it.

import { createHash } from 'node:crypto';
import type { Refusal } from '@foyer/contracts/http-api.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import {
  mostSnapshotBytes,
  mostSnapshotsKept,
  snapshotChunkBytes,
  snapshotText,
  type PieceChunk,
  type PiecesHeld,
  type SnapshotComing,
  type SnapshotPiece,
  type SnapshotWhole,
} from '@foyer/contracts/snapshot-protocol.ts';
import type { Transaction } from '../../adapters/postgres/tenant.ts';
import { latestEpoch } from '../sync-inbox/use-cases-take-over.ts';
import type { UseCaseContext } from '../use-case-context.ts';
import {
  deleteOldSnapshots,
  deleteUnnamed,
  insertChunk,
  insertPiece,
  insertSnapshot,
  lockPieces,
  markPieceWhole,
  selectChunk,
  selectPiece,
  selectWholePieces,
  sumOfBytes,
} from './queries.ts';

type Refused = { readonly ok: false; readonly refusal: Refusal };
type ChunkTaken = { readonly ok: true; readonly received: number };

/** A box in an earlier one was replaced. */
export async function readLatestEpoch(context: UseCaseContext, clinicId: ClinicId): Promise<number> {
  return context.withTenant({ clinicId }, (tx) => latestEpoch(tx, clinicId));
}

export async function beginSnapshot(
  context: UseCaseContext,
  clinicId: ClinicId,
  { epoch, names }: SnapshotComing,
): Promise<PiecesHeld | Refused> {
  return context.withTenant({ clinicId }, async (tx) => {
    const late = await refuseReplaced(tx, clinicId, epoch);
    if (late !== undefined) return late;
    await lockPieces(tx, clinicId);
    await deleteUnnamed(tx, clinicId, names);
    return { ok: true, pieces: await selectWholePieces(tx, clinicId) };
  });
}

/** One that is not the next is not kept; the answer says which is. What is whole stays as it is. */
export async function takePieceChunk(
  context: UseCaseContext,
  clinicId: ClinicId,
  { name, number }: { readonly name: string; readonly number: number },
  { epoch, content, sha256 }: Omit<PieceChunk, 'content'> & { readonly content: Uint8Array },
): Promise<ChunkTaken | Refused> {
  return context.withTenant({ clinicId }, async (tx) => {
    const late = await refuseReplaced(tx, clinicId, epoch);
    if (late !== undefined) return late;
    await lockPieces(tx, clinicId);
    const known = await selectPiece(tx, clinicId, name);
    if (known !== undefined && known.sha256 !== null) return { ok: true, received: known.received };
    if (number === 0) await insertPiece(tx, clinicId, name);
    else if (known?.received !== number) return { ok: true, received: known?.received ?? 0 };
    if ((await sumOfBytes(tx, clinicId)) + content.length > mostSnapshotBytes)
      return { ok: false, refusal: { code: 'snapshot-too-large', mostBytes: mostSnapshotBytes } };
    if (content.length > snapshotChunkBytes) return { ok: true, received: number };
    await insertChunk(tx, clinicId, name, { number, content });
    if (sha256 === undefined) return { ok: true, received: number + 1 };
    if ((await digestOf(tx, clinicId, name, number + 1)) !== sha256) {
      await insertPiece(tx, clinicId, name);
      return { ok: true, received: 0 };
    }
    await markPieceWhole(tx, clinicId, name, sha256);
    return { ok: true, received: number + 1 };
  });
}

/** `snapshot-incomplete` where a piece is not there, or what is named is not what was announced. */
export async function keepSnapshot(
  context: UseCaseContext,
  clinicId: ClinicId,
  { snapshot, alone }: SnapshotWhole,
): Promise<{ readonly ok: true } | Refused> {
  return context.withTenant({ clinicId }, async (tx) => {
    const late = await refuseReplaced(tx, clinicId, snapshot.epoch);
    if (late !== undefined) return late;
    await lockPieces(tx, clinicId);
    const held = new Map((await selectWholePieces(tx, clinicId)).map((piece) => [piece.name, piece]));
    const isWhole =
      snapshot.pieces.every((piece) => isSame(held.get(piece.name), piece)) &&
      new Set(snapshot.pieces.map(({ name }) => name)).size === snapshot.pieces.length &&
      createHash('sha256').update(snapshotText(snapshot)).digest('hex') === snapshot.sha256;
    if (!isWhole) return { ok: false, refusal: { code: 'snapshot-incomplete' } };
    await insertSnapshot(tx, clinicId, context.newId(), snapshot, context.now());
    await deleteOldSnapshots(tx, clinicId, alone ? 1 : mostSnapshotsKept);
    await deleteUnnamed(tx, clinicId, []);
    return { ok: true };
  });
}

async function refuseReplaced(tx: Transaction, clinicId: ClinicId, epoch: number): Promise<Refused | undefined> {
  const latest = await latestEpoch(tx, clinicId);
  return epoch < latest ? { ok: false, refusal: { code: 'edge-replaced', epoch: latest } } : undefined;
}

function isSame(held: SnapshotPiece | undefined, { bytes, sha256 }: SnapshotPiece): boolean {
  return held?.bytes === bytes && held.sha256 === sha256;
}

async function digestOf(tx: Transaction, clinicId: ClinicId, name: string, chunks: number): Promise<string> {
  const digest = createHash('sha256');
  for (let number = 0; number < chunks; number++) {
    digest.update((await selectChunk(tx, clinicId, name, number)) ?? new Uint8Array());
  }
  return digest.digest('hex');
}
