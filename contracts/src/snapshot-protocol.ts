// How what lies beside a clinic's log goes to the centre and comes back to a spare, on one screen. The rows are there by the
// relay. All else is sealed for the recovery key before it leaves: the centre keeps pieces by names, and which of them
// belong together as of which row. Source: docs/adr/0019, docs/protocol.md, "A spare box".
//
// Up, with the edge's token:  GET  /sync/v1/snapshots                                  -> LatestEpoch
//                             POST /sync/v1/snapshots/begin                            SnapshotComing -> PiecesHeld
//                             PUT  /sync/v1/snapshots/pieces/{name}/chunks/{number}    PieceChunk -> { ok, received }
//                             POST /sync/v1/snapshots/keep                             SnapshotWhole -> { ok }
// Down, with a restore code:  POST /restore/v1/take-over           RestoreOpening -> TakeOverOpened
//                             POST /restore/v1/take-over/snapshot  TakeOverToken -> SnapshotAnswer
//                             POST /restore/v1/take-over/piece     PieceRequest -> { content }
//                             POST /restore/v1/take-over/rows      RowsRequest -> HeldRows
//                             POST /restore/v1/take-over/epoch     EpochRequest -> { ok }
// Whoever writes in an epoch that another box has gone on from is refused: `edge-replaced`, with the `epoch`.

import Type, { type Static } from 'typebox';
import { EpochMsNumber, strictObject } from './schema.ts';

export const snapshotChunkBytes = 1024 * 1024;
/** Of all that a clinic has there: two snapshots, and the one that is coming. */
export const mostSnapshotBytes = 1024 * 1024 * 1024;
/** The newest, unless the last one stands alone. */
export const mostSnapshotsKept = 2;
const mostPieces = 2_000;

const PieceName = Type.String({ pattern: '^(beside|box|reference|file)-[0-9a-f-]{8,60}\\.foyer-copy$' });
const Sha256Hex = Type.String({ pattern: '^[0-9a-f]{64}$' });
const ChunkText = Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$', maxLength: Math.ceil(snapshotChunkBytes / 3) * 4 });
const ChunkNumber = Type.Integer({ minimum: 0, maximum: Math.ceil(mostSnapshotBytes / snapshotChunkBytes) });
const Epoch = Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 });
const Seq = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Token = Type.String({ minLength: 1, maxLength: 100 });

export const SnapshotPiece = strictObject({
  name: PieceName,
  bytes: Type.Integer({ minimum: 0, maximum: mostSnapshotBytes }),
  sha256: Sha256Hex,
});
export type SnapshotPiece = Static<typeof SnapshotPiece>;

/** Of the log that goes on: a box in an earlier one was replaced. 0 before the first row. */
export interface LatestEpoch {
  readonly ok: true;
  readonly epoch: number;
}

/** A snapshot is coming: pieces that neither one that is kept names nor this are let go. */
export const SnapshotComing = strictObject({ epoch: Epoch, names: Type.Array(PieceName, { maxItems: mostPieces }) });
export type SnapshotComing = Static<typeof SnapshotComing>;
/** Those that are there whole. */
export interface PiecesHeld {
  readonly ok: true;
  readonly pieces: readonly SnapshotPiece[];
}

export const PiecePlace = strictObject({ name: PieceName, number: ChunkNumber });
/** The first one begins a piece that is not whole anew; the last one says what all of it is. */
export const PieceChunk = strictObject({ epoch: Epoch, content: ChunkText, sha256: Type.Optional(Sha256Hex) });
export type PieceChunk = Static<typeof PieceChunk>;

/** What lay beside the log as of this row. */
export const Snapshot = strictObject({
  epoch: Epoch,
  seq: Seq,
  /** By the edge's clock. */
  takenAt: EpochMsNumber,
  /** By their names. */
  pieces: Type.Array(SnapshotPiece, { minItems: 1, maxItems: mostPieces }),
  /** Of `snapshotText`. */
  sha256: Sha256Hex,
});
export type Snapshot = Static<typeof Snapshot>;
/** `alone`: after an erasure nothing of before may stay. */
export const SnapshotWhole = strictObject({ snapshot: Snapshot, alone: Type.Boolean() });
export type SnapshotWhole = Static<typeof SnapshotWhole>;

export interface TakeOverOpened {
  readonly ok: true;
  readonly token: string;
  readonly epoch: number;
}
export const TakeOverToken = strictObject({ token: Token });
export type TakeOverToken = Static<typeof TakeOverToken>;
export interface SnapshotAnswer {
  readonly ok: true;
  readonly snapshot: Snapshot;
}
export const PieceRequest = strictObject({ token: Token, name: PieceName, number: ChunkNumber });
export type PieceRequest = Static<typeof PieceRequest>;
export const RowsRequest = strictObject({ token: Token, epoch: Epoch, from: Seq });
export type RowsRequest = Static<typeof RowsRequest>;
/** From now on the centre takes nothing of an earlier one. */
export const EpochRequest = strictObject({ token: Token, epoch: Epoch });
export type EpochRequest = Static<typeof EpochRequest>;

/** That the hash of a snapshot is taken of. */
export function snapshotText({ epoch, seq, takenAt, pieces }: Omit<Snapshot, 'sha256'>): string {
  const lines = pieces.map(({ name, bytes, sha256 }) => `${name} ${bytes} ${sha256}`);
  return ['foyer-snapshot 1', epoch, seq, takenAt, ...lines].join('\n');
}
