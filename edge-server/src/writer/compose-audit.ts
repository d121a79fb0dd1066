// What an auditor may ask of a database: whether its chain is whole, whether its projections are what the log says, and
// all that can be known of it at once. It reads alone, also while the edge runs.

import { readClinicKey } from '../adapters/crypto/clinic-key.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { openForReading } from '../adapters/sqlite/connection.ts';
import { createEventLog, readAcknowledged } from '../adapters/sqlite/event-log.ts';
import { checkDatabase, judgedCheckpoint, type CheckedDatabase, type CheckOptions } from './check-database.ts';
import { rebuiltDigests, type RebuildVerdict, withFresh } from './rebuilt-digests.ts';
import { rowsOf } from './replay.ts';
import { verifyChain, type ChainVerdict } from './verify-chain.ts';

export interface Audit {
  verify(): ChainVerdict;
  rebuild(): RebuildVerdict;
  check(options?: CheckOptions): CheckedDatabase;
  close(): void;
}

export function composeAudit(paths: { readonly databasePath: string; readonly clinicKeyPath: string }): Audit {
  const sealer = createSealer(readClinicKey(paths.clinicKeyPath));
  const db = openForReading(paths.databasePath);
  return {
    // One read transaction: what the edge writes meanwhile is not seen by halves.
    verify: () =>
      inOneView(db, () => {
        const bounds = { checkpoint: judgedCheckpoint(db, sealer), acknowledged: readAcknowledged(db) };
        return verifyChain(rowsOf(createEventLog(db)), bounds, sealer);
      }),
    rebuild: () => inOneView(db, () => withFresh((fresh) => rebuiltDigests(db, fresh, sealer))),
    check: (options) => inOneView(db, () => checkDatabase(db, sealer, options)),
    close: () => db.close(),
  };
}

function inOneView<T>(db: ReturnType<typeof openForReading>, read: () => T): T {
  db.exec('BEGIN');
  try {
    return read();
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK');
  }
}
