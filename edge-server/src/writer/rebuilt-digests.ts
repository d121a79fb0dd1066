// What the log says the projections are, against what they are: the log is folded anew into a database in memory.

import { type Connection, openInMemory } from '../adapters/sqlite/connection.ts';
import { createEventLog, createSubjectKeys } from '../adapters/sqlite/event-log.ts';
import { migrate } from '../adapters/sqlite/migrate.ts';
import { projectionDigests, projectionNames, type ProjectionDigests } from '../adapters/sqlite/projection-digests.ts';
import { createProjections } from '../adapters/sqlite/projections.ts';
import type { Sealer } from '../ports/sealer.ts';
import { Fold } from './fold.ts';
import { Journal } from './journal.ts';
import { fillFrom, provenBase } from './log-base.ts';
import { Memory } from './memory.ts';
import { replay } from './replay.ts';
import { SubjectKeyring } from './subject-keyring.ts';

export interface RebuildVerdict {
  readonly ok: boolean;
  readonly rows: number;
  readonly stored: ProjectionDigests;
  readonly rebuilt: ProjectionDigests;
  /** Names of the projections that are not what the log says. */
  readonly differing: readonly string[];
}

/** Runs on an empty database of this release, which is gone afterwards. */
export function withFresh<T>(use: (fresh: Connection) => T): T {
  const fresh = openInMemory();
  try {
    migrate(fresh);
    return use(fresh);
  } finally {
    fresh.close();
  }
}

/** Within the view that `db` has open; `fresh` is folded into. */
export function rebuiltDigests(db: Connection, fresh: Connection, sealer: Sealer): RebuildVerdict {
  const rows = foldInto(fresh, db, sealer);
  const stored = projectionDigests(db);
  const rebuilt = projectionDigests(fresh);
  const differing = projectionNames.filter((name) => stored[name].digest !== rebuilt[name].digest);
  return { ok: differing.length === 0, rows, stored, rebuilt, differing };
}

/**
 * Folds the log of one database into the projections of another, or its own, from its base where it has one; answers how
 * many rows were folded. Throws `checkpoint-refused` where what its first rows were folded into is not proven.
 */
export function foldInto(
  into: Connection,
  from: Connection,
  sealer: Sealer,
  until: number = Number.MAX_SAFE_INTEGER,
): number {
  const base = provenBase(from, sealer);
  if (base !== undefined) fillFrom(base, into);
  const projections = createProjections(into);
  const memory = new Memory(projections);
  if (base !== undefined) memory.load(undefined);
  const keyring = new SubjectKeyring(createSubjectKeys(from), sealer, new Journal());
  const isWithin = into.isTransaction;
  if (!isWithin) into.exec('BEGIN');
  const rows = replay(
    createEventLog(from),
    { fold: new Fold(memory, projections), keyring, sealer, settled: () => memory.journal.forget() },
    { after: base?.checkpoint.seq ?? 0, until },
  );
  if (!isWithin) into.exec('COMMIT');
  return rows;
}
