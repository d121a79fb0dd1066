// Letting go of the log behind a checkpoint, a few rows a time. In this order, each step a commit of its own, so that a
// power cut between them leaves a whole log:
//   1. the parts of a base, what the log says up to the checkpoint;
//   2. the checkpoint, judged once more here: from then on a rebuild begins at its base;
//   3. rows before it, the oldest first.
// The triggers of migration 0066 refuse a row that goes otherwise.

import { checkpointMessage, fewestDaysHeld } from '@foyer/contracts/log-checkpoint.ts';
import { dayMs, type EpochMs } from '@foyer/contracts/time.ts';
import type { Connection } from '../adapters/sqlite/connection.ts';
import { createEventLog, putCheckpoint, readAcknowledged, readCheckpoint } from '../adapters/sqlite/event-log.ts';
import { createStoredBases, keepSetUp } from '../adapters/sqlite/log-base.ts';
import { createPruningQueries } from '../adapters/sqlite/pruning-queries.ts';
import type { CodeVerifier } from '../ports/code-verifier.ts';
import type { BasePart, OfferedCheckpoint, PruneOrder } from '../ports/log-pruning.ts';
import type { Sealer } from '../ports/sealer.ts';
import { judgeCheckpoint } from '../use-cases/judge-checkpoint.ts';
import { eraseFromBase, type Erasure } from './log-base.ts';

/** Rows stay from so long before the oldest thing that is open: its business day and one more, whatever the zone. */
const aroundOpenMs = 3 * dayMs;

/** Parts of bases that nobody needs any more, with one that comes, and with rows that go: no commit takes long. */
const partsInPassing = 2;
const partsAtOnce = 8;

export type KeptCheckpoint = 'kept' | 'refused' | 'not-now';

export class LogPruning {
  readonly #db: Connection;
  readonly #sealer: Sealer;
  readonly #codes: CodeVerifier;
  readonly #queries: ReturnType<typeof createPruningQueries>;
  readonly #stored: ReturnType<typeof createStoredBases>;

  constructor(db: Connection, sealer: Sealer, codes: CodeVerifier) {
    this.#db = db;
    this.#sealer = sealer;
    this.#codes = codes;
    this.#queries = createPruningQueries(db);
    this.#stored = createStoredBases(db);
  }

  /** A part of a base in which somebody still is who was erased since it was made is not kept. */
  keepPart({ seq, part, sealed, asOf }: BasePart): void {
    if (this.#queries.hasErasureAfter(asOf)) return;
    this.#stored.put(seq, part, sealed);
    this.#stored.dropSome(partsInPassing, readCheckpoint(this.#db)?.seq ?? 0, seq);
  }

  /** `refused`: it is not the centre's word on this log. */
  keepCheckpoint(offered: OfferedCheckpoint, clinicId: string, now: EpochMs): KeptCheckpoint {
    const { epoch, seq, hash, signature, parts, asOf, days } = offered;
    const publicKey = this.#queries.checkInKey();
    const [row, next] = createEventLog(this.#db).after(seq - 1, 2);
    const message = checkpointMessage(clinicId, { epoch, seq, hash });
    const verdict = judgeCheckpoint(offered, {
      isSigned: publicKey !== undefined && this.#codes.verify(publicKey, message, signature),
      keptSeq: readCheckpoint(this.#db)?.seq ?? 0,
      row: row?.seq === seq ? row : undefined,
      next,
      acknowledged: readAcknowledged(this.#db),
      now,
      days: Math.max(days, fewestDaysHeld),
    });
    if (verdict === 'wrong') return 'refused';
    const isWhole = parts > 0 && this.#stored.partsOf(seq).length === parts;
    if (verdict !== 'good' || !isWhole || this.#queries.hasErasureAfter(asOf)) return 'not-now';
    putCheckpoint(this.#db, { epoch, seq, hash, signature, parts, keptAt: now });
    return 'kept';
  }

  /** So many rows at most. Nothing of a business day that is not over before the checkpoint, or that something open is of. */
  prune({ rows, days }: PruneOrder, now: EpochMs): void {
    const checkpoint = readCheckpoint(this.#db);
    if (checkpoint === undefined) return;
    this.#stored.dropSome(partsAtOnce, checkpoint.seq);
    const openSince = this.#queries.openSince() ?? now;
    const last = this.#queries.lastToGo(checkpoint.seq, {
      rows,
      notAfter: now - Math.max(days, fewestDaysHeld) * dayMs,
      openDay: new Date(Math.max(0, openSince - aroundOpenMs)).toISOString().slice(0, 10),
      keptAt: checkpoint.keptAt,
    });
    if (last === undefined) return;
    keepSetUp(this.#db, this.#db, last);
    this.#queries.removeUntil(last);
  }

  /** Within the transaction that erases them. */
  erase(erased: readonly Erasure[]): void {
    eraseFromBase(this.#db, erased, this.#sealer);
  }

  /** A refusal that a person has not seen to yet is told once. */
  isToldRefused(): boolean {
    return this.#queries.hasOpenWorkItem('checkpoint-refused');
  }
}
