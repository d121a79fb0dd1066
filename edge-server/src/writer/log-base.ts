// What the log said up to a checkpoint, kept so that the rows before it may go: a head, and every projection in pieces, each
// packed and sealed for its place among them by a key that only the clinic key gives. Whoever lacks it can neither read a
// base nor make one, and a part that is missing, changed or of another base does not open. Source: ADR 0023.

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '@foyer/contracts/app-error.ts';
import { checkpointMessage, type CheckpointPlace } from '@foyer/contracts/log-checkpoint.ts';
import { frames, type LogRow } from '@foyer/contracts/log-row.ts';
import { createEd25519Verifier } from '../adapters/crypto/ed25519-verifier.ts';
import { type Connection, openInMemory } from '../adapters/sqlite/connection.ts';
import { putCheckpoint, readCheckpoint } from '../adapters/sqlite/event-log.ts';
import { type BasePiece, createStoredBases, piecesOf, putPiece } from '../adapters/sqlite/log-base.ts';
import { migrate, shippedMigrations } from '../adapters/sqlite/migrate.ts';
import { createProjections } from '../adapters/sqlite/projections.ts';
import type { Checkpoint } from '../ports/event-log.ts';
import type { Sealer } from '../ports/sealer.ts';
import { Fold, type FoldedRow } from './fold.ts';
import { Memory } from './memory.ts';
import type { ChainStart } from './verify-chain.ts';

export interface Erasure {
  readonly subjectId: string;
  readonly ticketIds: readonly string[];
}
type BaseSealer = Pick<Sealer, 'sealBase' | 'openBase'>;

interface BaseHead {
  readonly clinicId: string;
  /** Of the last row that it holds. */
  readonly at: number;
  /** The key that its checkpoint was signed with, base64: the one of the clinic at that time. */
  readonly signedBy: string;
  /** The schema that its tables have. */
  readonly migrations: readonly string[];
}

/** A base that is whole, of a checkpoint that the centre signed for this clinic. */
export interface ProvenBase {
  readonly checkpoint: Checkpoint;
  readonly start: ChainStart;
  readonly signedBy: Uint8Array;
  readonly migrations: readonly string[];
  pieces(): Generator<BasePiece>;
  /** Whether any of these ids stands in it. */
  names(ids: readonly string[]): boolean;
}

/** The end of what a base holds, and by whose key its checkpoint is signed. */
export interface BaseEnd extends CheckpointPlace, Pick<LogRow, 'clinicId' | 'at'> {
  readonly signedBy: Uint8Array;
}

/** The parts of a base that has these projections. */
export function sealedParts(projections: Connection, end: BaseEnd, sealer: BaseSealer): readonly Uint8Array[] {
  const head: BaseHead = {
    clinicId: end.clinicId,
    at: end.at,
    signedBy: Buffer.from(end.signedBy).toString('base64'),
    migrations: shippedMigrations().map(({ name }) => name),
  };
  const texts = [head, ...piecesOf(projections)].map((piece) => deflateRawSync(JSON.stringify(piece)));
  return texts.map((packed, part) => sealer.sealBase(placeOf(end, part, texts.length), packed));
}

/** Undefined where there is no checkpoint; `unproven` where there is one that nobody can rely on. */
export function readBase(db: Connection, sealer: BaseSealer): ProvenBase | 'unproven' | undefined {
  const checkpoint = readCheckpoint(db);
  if (checkpoint === undefined) return undefined;
  const stored = createStoredBases(db).partsOf(checkpoint.seq);
  if (stored.length !== checkpoint.parts) return 'unproven';
  try {
    const texts = stored.map((sealed, part) =>
      inflateRawSync(sealer.openBase(placeOf(checkpoint, part, stored.length), sealed)).toString('utf8'),
    );
    const head = JSON.parse(texts[0] ?? '') as BaseHead;
    const base = baseOf(checkpoint, head, texts.slice(1));
    const message = checkpointMessage(head.clinicId, checkpoint);
    return createEd25519Verifier().verify(base.signedBy, message, checkpoint.signature) ? base : 'unproven';
  } catch {
    return 'unproven';
  }
}

/** Puts its projections into a database of this release, whatever release it was made by. */
export function fillFrom(base: ProvenBase, db: Connection): void {
  const since = shippedMigrations().filter(({ name }) => !base.migrations.includes(name));
  if (since.length === 0) return putAll(base.pieces(), db);
  const before = openInMemory();
  try {
    migrate(
      before,
      shippedMigrations().filter(({ name }) => base.migrations.includes(name)),
    );
    putAll(base.pieces(), before);
    migrate(before);
    putAll(piecesOf(before), db);
  } finally {
    before.close();
  }
}

/** So that nothing of these subjects is in it any more; the rows behind it say the same of themselves. */
export function eraseFromBase(db: Connection, erased: readonly Erasure[], sealer: BaseSealer): void {
  const base = readBase(db, sealer);
  const stored = createStoredBases(db);
  if (base === undefined || base === 'unproven')
    return stored.keepOnly(base === undefined ? 0 : readCheckpoint(db)!.seq);
  const { checkpoint, start, signedBy } = base;
  const ids = erased.flatMap(({ subjectId, ticketIds }) => [subjectId, ...ticketIds]);
  if (!base.names(ids)) return stored.keepOnly(checkpoint.seq);
  const fresh = openInMemory();
  try {
    migrate(fresh);
    fillFrom(base, fresh);
    const projections = createProjections(fresh);
    const memory = new Memory(projections);
    memory.load(undefined);
    const fold = new Fold(memory, projections);
    for (const body of erased) fold.apply(erasureAt(start, body));
    const parts = sealedParts(fresh, { ...start, signedBy }, sealer);
    stored.clear();
    for (const [part, sealed] of parts.entries()) stored.put(checkpoint.seq, part, sealed);
    putCheckpoint(db, { ...checkpoint, parts: parts.length });
  } finally {
    fresh.close();
  }
}

/** Throws `checkpoint-refused` where what stands before the rows is not proven. */
export function provenBase(db: Connection, sealer: BaseSealer): ProvenBase | undefined {
  const base = readBase(db, sealer);
  if (base === 'unproven') throw new AppError('checkpoint-refused', { seq: readCheckpoint(db)?.seq });
  return base;
}

function baseOf(checkpoint: Checkpoint, head: BaseHead, texts: readonly string[]): ProvenBase {
  const { epoch, seq, hash } = checkpoint;
  return {
    checkpoint,
    start: { clinicId: head.clinicId, epoch, seq, at: head.at, hash },
    signedBy: new Uint8Array(Buffer.from(head.signedBy, 'base64')),
    migrations: head.migrations,
    *pieces() {
      for (const text of texts) yield JSON.parse(text) as BasePiece;
    },
    names: (ids) => texts.some((text) => ids.some((id) => text.includes(id))),
  };
}

function putAll(pieces: Iterable<BasePiece>, db: Connection): void {
  const isWithin = db.isTransaction;
  if (!isWithin) db.exec('BEGIN');
  for (const piece of pieces) putPiece(db, piece);
  if (!isWithin) db.exec('COMMIT');
}

function placeOf({ epoch, seq, hash }: CheckpointPlace, part: number, parts: number): Uint8Array {
  return frames(['foyer log base 1', epoch, seq, hash, part, parts]);
}

function erasureAt({ clinicId, epoch, seq, at }: ChainStart, body: Erasure): FoldedRow {
  const row = { clinicId, epoch, seq, at, businessDay: '', actor: 'system', type: 'v1.SubjectErased', body };
  return { ...row, keyIsGone: false } as FoldedRow;
}
