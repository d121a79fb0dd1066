// Whence a spare takes a clinic over: a place of copies has all of it; the centre has the rows and the keys of their
// subjects, and beside them a snapshot.

import { bytes, fromBatch } from '@foyer/cloud-sync/batch.ts';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { Snapshot } from '@foyer/contracts/snapshot-protocol.ts';
import { CopyReader } from './adapters/copies/read-copy.ts';
import { publicHalf } from './adapters/copies/recovery-seal.ts';
import { SealedCopy } from './adapters/copies/sealed-copy.ts';
import { heldPages } from './compose-repair.ts';
import type { CopyStore } from './ports/copy-store.ts';
import type { ClinicAtPlace } from './ports/snapshot-place.ts';
import type { TakenCopy } from './ports/taken-copy.ts';

export function copyInPlace(store: CopyStore, recoveryKey: Uint8Array, now: () => number = Date.now): TakenCopy {
  const reader = new CopyReader(store, recoveryKey);
  const copy = new SealedCopy({ store, publicKey: publicHalf(recoveryKey), now });
  return {
    hasEveryRow: false,
    lastSeq: async () => (await copy.end())?.seq,
    check: () => reader.check(),
    latestEpoch: () => copy.latestEpoch(),
    beginEpoch: (epoch, firstSeq) => copy.beginEpoch(epoch, firstSeq),
    rowsAfter: (seq) => reader.rowsAfter(seq),
    beside: () => reader.beside(),
    part: (part) => reader.part(part),
    file: (stored) => reader.file(stored),
    leave: (rows) => copy.appendRows(rows),
  };
}

export function clinicAtCentre(clinic: ClinicAtPlace, recoveryKey: Uint8Array): TakenCopy {
  let snapshot: Promise<Snapshot> | undefined;
  const pieces = async (): Promise<Snapshot['pieces']> => (await (snapshot ??= clinic.snapshot())).pieces;
  async function* read(name: string): AsyncGenerator<Uint8Array> {
    const piece = (await pieces()).find((one) => one.name === name);
    if (piece === undefined) throw new AppError('copy-broken', { file: name });
    yield* clinic.piece(piece);
  }
  const reader = new CopyReader({ list: pieces, read }, recoveryKey);
  const keys = new Map<string, Uint8Array>();
  return {
    hasEveryRow: true,
    lastSeq: async () => ((await clinic.latestEpoch()) === 0 ? undefined : (await clinic.snapshot()).seq),
    check: () => reader.check('box'),
    latestEpoch: () => clinic.latestEpoch(),
    async beginEpoch(epoch) {
      await clinic.beginEpoch(epoch);
      // The lost box may have sent another one until now.
      snapshot = undefined;
    },
    async *rowsAfter(seq) {
      for await (const page of heldPages(clinic, { epoch: 1, seq })) {
        for (const { subjectId, wrapped } of page.keys) keys.set(subjectId, bytes(wrapped));
        yield* fromBatch(page);
      }
    },
    async *beside() {
      yield { keys: Array.from(keys, ([subjectId, wrapped]) => ({ subjectId, wrapped })), views: [] };
      yield* reader.beside();
    },
    part: (part) => reader.part(part),
    file: (stored) => reader.file(stored),
    // The spare's own relay brings them.
    leave: async () => undefined,
  };
}
