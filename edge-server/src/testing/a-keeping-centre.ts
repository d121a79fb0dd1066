// A centre in memory that keeps a clinic's rows, their subjects' keys, and snapshots; it hands them out to a spare.

import { createHash } from 'node:crypto';
import { AppError } from '@foyer/contracts/app-error.ts';
import {
  mostSnapshotsKept,
  type Snapshot,
  type SnapshotPiece,
  snapshotText,
} from '@foyer/contracts/snapshot-protocol.ts';
import type { UpBatch } from '@foyer/contracts/sync-protocol.ts';
import type { ClinicAtPlace, SnapshotPlace } from '../ports/snapshot-place.ts';
import type { CentreOfCopies } from './a-clinic-at-centre.ts';

type HeldRow = { readonly epoch: number; readonly prevHash: string; readonly row: UpBatch['rows'][number] };

export class KeepingCentre implements CentreOfCopies, SnapshotPlace {
  readonly place = this;
  readonly pieces = new Map<string, { readonly piece: SnapshotPiece; readonly content: Buffer }>();
  readonly keys = new Map<string, string>();
  /** The newest first. */
  snapshots: readonly Snapshot[] = [];
  readonly #rows: HeldRow[] = [];
  #clinicId = '';
  #takenOverIn = 0;

  async relay({ clinicId, epoch, prevHash, rows, keys }: UpBatch): Promise<void> {
    if (epoch < this.#latest()) throw new AppError('unknown-epoch', { epoch });
    this.#clinicId = clinicId;
    for (const [at, row] of rows.entries()) {
      this.#rows.push({ epoch, prevHash: at === 0 ? prevHash : rows[at - 1]![10], row });
      if (row[2] === 'v1.SubjectErased') this.#erase(row[7]);
    }
    for (const { subjectId, wrapped } of keys) this.keys.set(subjectId, wrapped);
  }

  async latestEpoch(): Promise<number> {
    return this.#latest();
  }

  async begin(epoch: number, names: readonly string[]): Promise<readonly SnapshotPiece[]> {
    this.#refuseReplaced(epoch);
    this.#letGo(names);
    return Array.from(this.pieces.values(), ({ piece }) => piece);
  }

  async putPiece(epoch: number, name: string, content: AsyncIterable<Uint8Array>): Promise<SnapshotPiece> {
    const parts: Uint8Array[] = [];
    for await (const part of content) parts.push(part);
    this.#refuseReplaced(epoch);
    const whole = Buffer.concat(parts);
    const piece = { name, bytes: whole.length, sha256: createHash('sha256').update(whole).digest('hex') };
    this.pieces.set(name, { piece, content: whole });
    return piece;
  }

  async keep(snapshot: Snapshot, alone: boolean): Promise<void> {
    this.#refuseReplaced(snapshot.epoch);
    const isThere = snapshot.pieces.every(({ name, sha256 }) => this.pieces.get(name)?.piece.sha256 === sha256);
    const sum = createHash('sha256').update(snapshotText(snapshot)).digest('hex');
    if (!isThere || sum !== snapshot.sha256) throw new AppError('snapshot-incomplete');
    this.snapshots = alone ? [snapshot] : [snapshot, ...this.snapshots].slice(0, mostSnapshotsKept);
    this.#letGo([]);
  }

  async open(): Promise<ClinicAtPlace> {
    const { pieces } = this;
    async function* pieceOf({ name }: SnapshotPiece): AsyncGenerator<Uint8Array> {
      const held = pieces.get(name);
      if (held !== undefined) yield held.content;
    }
    return {
      latestEpoch: async () => this.#latest(),
      snapshot: async () => {
        const [newest] = this.snapshots;
        if (newest === undefined) throw new AppError('no-snapshot');
        return newest;
      },
      piece: pieceOf,
      heldRows: async ({ epoch, seq }) => this.#heldRows(epoch, seq),
      beginEpoch: async (epoch) => {
        this.#takenOverIn = epoch;
      },
    };
  }

  #heldRows(of: number, from: number): ReturnType<ClinicAtPlace['heldRows']> {
    const held = this.#rows.filter(({ epoch, row }) => epoch === of && row[0] >= from);
    const later = this.#rows.find(({ epoch }) => epoch > of);
    return Promise.resolve({
      version: 2,
      clinicId: this.#clinicId,
      epoch: of,
      prevHash: held[0]?.prevHash ?? '',
      rows: held.map(({ row }) => row),
      keys: Array.from(this.keys, ([subjectId, wrapped]) => ({ subjectId, wrapped })),
      ...(later === undefined ? {} : { next: { epoch: later.epoch, seq: later.row[0] } }),
    });
  }

  #erase(body: string): void {
    const { subjectId, ticketIds } = JSON.parse(body) as { subjectId: string; ticketIds: readonly string[] };
    for (const id of [subjectId, ...ticketIds]) this.keys.delete(id);
  }

  #latest(): number {
    return Math.max(this.#rows.at(-1)?.epoch ?? 0, this.#takenOverIn);
  }

  #refuseReplaced(epoch: number): void {
    if (epoch < this.#latest()) throw new AppError('edge-replaced', { epoch: this.#latest() });
  }

  #letGo(names: readonly string[]): void {
    const named = new Set([...names, ...this.snapshots.flatMap(({ pieces }) => pieces.map(({ name }) => name))]);
    for (const name of this.pieces.keys()) if (!named.has(name)) this.pieces.delete(name);
  }
}
