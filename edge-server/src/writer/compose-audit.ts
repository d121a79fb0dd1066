// What an auditor may ask of a database: whether its chain is whole, and whether its projections are what the log says.
// It reads alone, also while the edge runs: the log is folded anew into a database in memory.

import { readClinicKey } from '../adapters/crypto/clinic-key.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { openForReading, openInMemory } from '../adapters/sqlite/connection.ts';
import { createEventLog, createSubjectKeys, readAcknowledged, readCheckpoint } from '../adapters/sqlite/event-log.ts';
import { migrate } from '../adapters/sqlite/migrate.ts';
import { projectionDigests, projectionNames, type ProjectionDigests } from '../adapters/sqlite/projection-digests.ts';
import { createProjections } from '../adapters/sqlite/projections.ts';
import { Fold } from './fold.ts';
import { Journal } from './journal.ts';
import { Memory } from './memory.ts';
import { replay, rowsOf } from './replay.ts';
import { SubjectKeyring } from './subject-keyring.ts';
import { verifyChain, type ChainVerdict } from './verify-chain.ts';

export interface RebuildVerdict {
  readonly ok: boolean;
  readonly rows: number;
  readonly stored: ProjectionDigests;
  readonly rebuilt: ProjectionDigests;
  /** Names of the projections that are not what the log says. */
  readonly differing: readonly string[];
}
export interface Audit {
  verify(): ChainVerdict;
  rebuild(): RebuildVerdict;
  close(): void;
}

export function composeAudit(paths: { readonly databasePath: string; readonly clinicKeyPath: string }): Audit {
  const sealer = createSealer(readClinicKey(paths.clinicKeyPath));
  const db = openForReading(paths.databasePath);
  const log = createEventLog(db);
  return {
    // One read transaction: what the edge writes meanwhile is not seen by halves.
    verify: () =>
      inOneView(db, () => {
        const bounds = { checkpoint: readCheckpoint(db), acknowledged: readAcknowledged(db) };
        return verifyChain(rowsOf(log), bounds, sealer);
      }),
    rebuild: () =>
      inOneView(db, () => {
        const fresh = openInMemory();
        try {
          migrate(fresh);
          const projections = createProjections(fresh);
          const memory = new Memory(projections);
          const keyring = new SubjectKeyring(createSubjectKeys(db), sealer, new Journal());
          fresh.exec('BEGIN');
          const rows = replay(log, {
            fold: new Fold(memory, projections),
            keyring,
            sealer,
            settled: () => memory.journal.forget(),
          });
          fresh.exec('COMMIT');
          const stored = projectionDigests(db);
          const rebuilt = projectionDigests(fresh);
          const differing = projectionNames.filter((name) => stored[name].digest !== rebuilt[name].digest);
          return { ok: differing.length === 0, rows, stored, rebuilt, differing };
        } finally {
          fresh.close();
        }
      }),
    close: () => db.close(),
  };
}

function inOneView<T>(db: ReturnType<typeof openForReading>, read: () => T): T {
  db.exec('BEGIN');
  try {
    return read();
  } finally {
    db.exec('ROLLBACK');
  }
}
