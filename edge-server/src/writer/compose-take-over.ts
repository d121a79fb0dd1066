// A data folder's database out of a copy of its log: rows, keys and tables as the copy has them, projections folded anew,
// and an epoch of its own, in which no number and no receipt of the lost box comes again. Erasures count whatever the copy
// held of the erased.

import { AppError } from '@foyer/contracts/app-error.ts';
import type { LogRow } from '@foyer/contracts/log-row.ts';
import { readClinicKey } from '../adapters/crypto/clinic-key.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { CopiedTables } from '../adapters/sqlite/beside-log.ts';
import { openForWriting, type Connection } from '../adapters/sqlite/connection.ts';
import { createEventLog, createSubjectKeys } from '../adapters/sqlite/event-log.ts';
import { createStoredBases } from '../adapters/sqlite/log-base.ts';
import { migrate } from '../adapters/sqlite/migrate.ts';
import { createReferenceTables } from '../adapters/sqlite/reference-tables.ts';
import type { Clock } from '../ports/clock.ts';
import { copiedParts } from '../ports/log-copy.ts';
import { noReserve } from '../ports/reserve.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { OpenedCopy } from '../ports/taken-copy.ts';
import { judgedCheckpoint } from './check-database.ts';
import { composeWriter } from './compose.ts';
import { eraseFromBase, readBase, type Erasure } from './log-base.ts';
import { foldInto } from './rebuilt-digests.ts';
import { rowsOf } from './replay.ts';
import { verifyChain } from './verify-chain.ts';

export interface NewBox {
  readonly databasePath: string;
  readonly clinicKeyPath: string;
}
export interface NewEpoch {
  /** Of which nobody else's rows are. */
  readonly epoch: number;
  /** So many numbers of each letter are given to nobody. */
  readonly skip: number;
}
export interface TakenOver {
  /** Of the copy. */
  readonly rows: number;
  readonly lastAt: number;
  /** That the new epoch begins with. */
  readonly begun: readonly LogRow[];
  readonly clockFrozen: boolean;
}

/** Throws `copy-broken` where its rows are no whole chain from the first one on, `not-ready` where it has none. */
export async function takeOverFrom(copy: OpenedCopy, box: NewBox, begin: NewEpoch, clock: Clock): Promise<TakenOver> {
  const last = await fill(copy, box);
  const faults: unknown[] = [];
  const writer = composeWriter({ ...box, batching: false }, (fault) => faults.push(fault), {
    clock,
    reserve: noReserve,
  });
  try {
    const { clockIsWrong } = writer.engine.load();
    const step = begin.epoch - last.epoch;
    const { committed } = writer.engine.run({ kind: 'begin-epoch', id: 1, step, skip: begin.skip }, () => undefined);
    if (committed === undefined) throw new AppError('internal', {}, { cause: faults[0] });
    if (clockIsWrong) writer.engine.freezeClock();
    writer.settle();
    writer.tidy(false);
    return { rows: last.seq, lastAt: last.at, begun: rowsBehind(box, last.seq), clockFrozen: clockIsWrong };
  } finally {
    writer.close();
  }
}

/** Answers the last row. */
async function fill(copy: OpenedCopy, box: NewBox): Promise<LogRow> {
  const db = openForWriting(box.databasePath);
  try {
    migrate(db);
    db.exec('BEGIN IMMEDIATE');
    const tables = new CopiedTables(db);
    for (const part of copiedParts) {
      for await (const line of copy.part(part)) if (!('file' in line)) tables.take(line);
    }
    // The centre says itself how much it has.
    db.exec('UPDATE relay SET acknowledged_epoch = 0, acknowledged_seq = 0');
    const sealer = createSealer(readClinicKey(box.clinicKeyPath));
    const erased = await takeRows(db, copy, copy.hasEveryRow ? fromTheFirst(db) : beginOf(db, sealer));
    await takeBeside(db, copy);
    const last = createEventLog(db).last();
    if (last === undefined) throw new AppError('not-ready');
    erase(db, erased, sealer);
    fold(db, sealer);
    // Those whom the centre sent were never folded.
    db.exec('UPDATE people_words_version SET version = 0');
    db.exec('COMMIT');
    return last;
  } finally {
    db.close();
  }
}

async function takeBeside(db: Connection, copy: OpenedCopy): Promise<void> {
  const putKey = db.prepare(`
    INSERT INTO subject_keys (subject_id, wrapped) VALUES (?, ?)
    ON CONFLICT (subject_id) DO UPDATE SET wrapped = excluded.wrapped`);
  const putView = db.prepare(
    'INSERT OR REPLACE INTO access_log (number, at, actor, patient_id, purpose) VALUES (?, ?, ?, ?, ?)',
  );
  for await (const { keys, views } of copy.beside()) {
    for (const { subjectId, wrapped } of keys) putKey.run(subjectId, wrapped);
    for (const { number, at, actor, patientId, purpose } of views) putView.run(number, at, actor, patientId, purpose);
  }
}

/** What a copy of a pruned log begins behind; one that nobody can rely on is left out, and the rows tell all or nothing. */
function beginOf(db: Connection, sealer: Sealer): number {
  const base = readBase(db, sealer);
  if (base === undefined || base === 'unproven') return fromTheFirst(db);
  createStoredBases(db).keepOnly(base.checkpoint.seq);
  return base.checkpoint.seq;
}

/** Whatever the lost box had let go of its rows. */
function fromTheFirst(db: Connection): number {
  db.exec('DELETE FROM checkpoints; DELETE FROM log_base; DELETE FROM kept_set_up');
  return 0;
}

async function takeRows(db: Connection, copy: OpenedCopy, after: number): Promise<readonly Erasure[]> {
  const log = createEventLog(db);
  const erased: Erasure[] = [];
  for await (const row of copy.rowsAfter(after)) {
    log.append(row);
    if (row.type === 'v1.SubjectErased') erased.push(JSON.parse(row.body) as Erasure);
  }
  return erased;
}

/** What was copied of somebody before the erasure was. */
function erase(db: Connection, erased: readonly Erasure[], sealer: Sealer): void {
  if (erased.length > 0) eraseFromBase(db, erased, sealer);
  const keys = createSubjectKeys(db);
  const reference = createReferenceTables(db);
  for (const { subjectId, ticketIds } of erased) {
    for (const id of [subjectId, ...ticketIds]) keys.destroy(id);
    reference.forgetPatient(subjectId);
  }
}

function fold(db: Connection, sealer: Sealer): void {
  const bounds = { checkpoint: judgedCheckpoint(db, sealer), acknowledged: { epoch: 0, seq: 0 } };
  const verdict = verifyChain(rowsOf(createEventLog(db)), bounds, sealer);
  if (!verdict.ok) throw new AppError('copy-broken', { seq: verdict.at.seq, why: verdict.why });
  foldInto(db, db, sealer);
}

function rowsBehind({ databasePath }: NewBox, seq: number): readonly LogRow[] {
  const db = openForWriting(databasePath);
  try {
    return createEventLog(db).after(seq, 10_000);
  } finally {
    db.close();
  }
}
