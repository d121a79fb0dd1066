// A place that has the rows by the relay already, and keeps what lies beside them as snapshots of sealed pieces: the centre.
// It sees names, lengths and sealed bytes. Source: docs/adr/0019.

import type { CopyPlace } from '@foyer/contracts/box-health.ts';
import type { Snapshot, SnapshotPiece } from '@foyer/contracts/snapshot-protocol.ts';
import type { HeldRows } from '@foyer/contracts/sync-protocol.ts';
import type { CopiedFile, CopiedLine, CopiedPart } from './log-copy.ts';
import type { StoredRecordView } from './read-model.ts';
import type { RowPlace } from './row-source.ts';

/**
 * Whatever resolves is on its disk. Each call throws `copy-not-reached` where the place is away, `edge-replaced` where
 * another box has gone on in a later epoch, `not-found` where it is of a release that keeps no snapshots.
 */
export interface SnapshotPlace {
  /** Of the log that goes on, as far as the place knows; 0 before the first row. */
  latestEpoch(): Promise<number>;
  /** What is there whole. What no snapshot names that is kept, and these names neither, is let go. */
  begin(epoch: number, names: readonly string[]): Promise<readonly SnapshotPiece[]>;
  /** Throws `snapshot-too-large`. */
  putPiece(epoch: number, name: string, content: AsyncIterable<Uint8Array>): Promise<SnapshotPiece>;
  /** `alone`: nothing of before stays. Throws `snapshot-incomplete` where a piece is not there. */
  keep(snapshot: Snapshot, alone: boolean): Promise<void>;
}

/** A clinic that a spare takes over, as such a place gives it. Each call throws `copy-not-reached` where it is away. */
export interface ClinicAtPlace {
  latestEpoch(): Promise<number>;
  /** The newest. */
  snapshot(): Promise<Snapshot>;
  /** Throws `copy-broken` where it is not what the snapshot says. */
  piece(piece: SnapshotPiece): AsyncIterable<Uint8Array>;
  heldRows(from: RowPlace, signal: AbortSignal): Promise<HeldRows>;
  /** From now on the place takes nothing of an earlier epoch. */
  beginEpoch(epoch: number): Promise<void>;
}

/** The same place for who copies: what goes there is sealed on the way. Throws as the place does. */
export interface SnapshotCopy {
  readonly place: CopyPlace;
  /** Throws `edge-replaced`. */
  look(epoch: number): Promise<void>;
  /** What of these is there still, and whole. */
  begin(epoch: number, counted: readonly SnapshotPiece[]): Promise<void>;
  putViews(epoch: number, views: AsyncIterable<readonly StoredRecordView[]>): Promise<SnapshotPiece>;
  putPart(epoch: number, part: CopiedPart, lines: AsyncIterable<readonly CopiedLine[]>): Promise<SnapshotPiece>;
  /** Under which name a file is kept, before it is. */
  nameOf(file: CopiedFile): string;
  /** `content` is asked for where it is not there yet. */
  putFile(epoch: number, file: CopiedFile, content: () => AsyncIterable<Uint8Array>): Promise<SnapshotPiece>;
  keep(asOf: RowPlace, pieces: readonly SnapshotPiece[], alone: boolean): Promise<void>;
}
