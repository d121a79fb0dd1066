// Snapshots at a place that has the rows already: pieces in the form of a copy's files, each sealed for the recovery key, and
// which of them belong together.

import { createHash } from 'node:crypto';
import { AppError } from '@foyer/contracts/app-error.ts';
import { type SnapshotPiece, snapshotText } from '@foyer/contracts/snapshot-protocol.ts';
import type { CopiedFile, CopiedLine, CopiedPart } from '../../ports/log-copy.ts';
import type { StoredRecordView } from '../../ports/read-model.ts';
import type { RowPlace } from '../../ports/row-source.ts';
import type { SnapshotCopy, SnapshotPlace } from '../../ports/snapshot-place.ts';
import { besideContent, linesContent } from './copy-content.ts';
import { datedName, fileName } from './copy-names.ts';
import { sealedWhole } from './sealed-frames.ts';

export interface SealedSnapshotsParts {
  readonly place: SnapshotPlace;
  /** The public half of the recovery key, raw. */
  readonly publicKey: Uint8Array;
  readonly now: () => number;
}

export class SealedSnapshots implements SnapshotCopy {
  readonly place = 'centre';
  readonly #parts: SealedSnapshotsParts;
  #held: ReadonlyMap<string, SnapshotPiece> = new Map();
  #lastDate = 0;

  constructor(parts: SealedSnapshotsParts) {
    this.#parts = parts;
  }

  async look(epoch: number): Promise<void> {
    const latest = await this.#parts.place.latestEpoch();
    if (latest > epoch) throw new AppError('edge-replaced', { epoch: latest });
  }

  async begin(epoch: number, counted: readonly SnapshotPiece[]): Promise<void> {
    const names = counted.map(({ name }) => name);
    const held = await this.#parts.place.begin(epoch, names);
    this.#held = new Map(held.map((piece) => [piece.name, piece]));
    if (!names.every((name) => this.#held.has(name))) throw new AppError('snapshot-incomplete');
  }

  putViews(epoch: number, views: AsyncIterable<readonly StoredRecordView[]>): Promise<SnapshotPiece> {
    const content = this.#sealed(views, (some) => besideContent({ keys: [], views: some }));
    return this.#parts.place.putPiece(epoch, datedName('beside', this.#date()), content);
  }

  putPart(epoch: number, part: CopiedPart, lines: AsyncIterable<readonly CopiedLine[]>): Promise<SnapshotPiece> {
    return this.#parts.place.putPiece(epoch, datedName(part, this.#date()), this.#sealed(lines, linesContent));
  }

  nameOf({ mark }: CopiedFile): string {
    return fileName(mark);
  }

  async putFile(epoch: number, file: CopiedFile, content: () => AsyncIterable<Uint8Array>): Promise<SnapshotPiece> {
    const name = this.nameOf(file);
    const held = this.#held.get(name);
    if (held !== undefined) return held;
    return this.#parts.place.putPiece(
      epoch,
      name,
      this.#sealed(content(), (bytes) => bytes),
    );
  }

  async keep({ epoch, seq }: RowPlace, pieces: readonly SnapshotPiece[], alone: boolean): Promise<void> {
    const byName = pieces.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const snapshot = { epoch, seq, takenAt: this.#parts.now(), pieces: byName };
    const sha256 = createHash('sha256').update(snapshotText(snapshot)).digest('hex');
    await this.#parts.place.keep({ ...snapshot, sha256 }, alone);
  }

  #sealed<T>(content: AsyncIterable<T>, plain: (piece: T) => Uint8Array): AsyncGenerator<Uint8Array> {
    return sealedWhole(this.#parts.publicKey, content, plain);
  }

  /** Never the same twice, so that names sort by age. */
  #date(): number {
    this.#lastDate = Math.max(this.#parts.now(), this.#lastDate + 1);
    return this.#lastDate;
  }
}
