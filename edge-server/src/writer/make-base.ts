// The base of a checkpoint, made from the log and from the base before it: within one view of the database, which only reads.

import type { CheckpointPlace } from '@foyer/contracts/log-checkpoint.ts';
import { readClinicKey } from '../adapters/crypto/clinic-key.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { type Connection, openForReading } from '../adapters/sqlite/connection.ts';
import { createEventLog } from '../adapters/sqlite/event-log.ts';
import { keepSetUp } from '../adapters/sqlite/log-base.ts';
import type { MadeBase } from '../ports/log-pruning.ts';
import type { Sealer } from '../ports/sealer.ts';
import { sealedParts } from './log-base.ts';
import { foldInto, withFresh } from './rebuilt-digests.ts';

export interface BaseQuestion {
  readonly databasePath: string;
  readonly clinicKeyPath: string;
  readonly place: CheckpointPlace;
  /** The key that the checkpoint is signed with. */
  readonly signedBy: Uint8Array;
}

/** Undefined where the log has no such row. Throws `checkpoint-refused` where the base before it is not proven. */
export function makeBase({ databasePath, clinicKeyPath, place, signedBy }: BaseQuestion): MadeBase | undefined {
  const sealer = createSealer(readClinicKey(clinicKeyPath));
  const db = openForReading(databasePath);
  try {
    db.exec('BEGIN');
    return withFresh((fresh) => madeWithin(fresh, db, place, signedBy, sealer));
  } finally {
    db.close();
  }
}

function madeWithin(
  fresh: Connection,
  db: Connection,
  place: CheckpointPlace,
  signedBy: Uint8Array,
  sealer: Sealer,
): MadeBase | undefined {
  const log = createEventLog(db);
  const [row] = log.after(place.seq - 1, 1);
  if (row === undefined || row.seq !== place.seq) return undefined;
  foldInto(fresh, db, sealer, place.seq);
  keepSetUp(fresh, db, place.seq);
  const { clinicId, at } = row;
  return { parts: sealedParts(fresh, { ...place, clinicId, at, signedBy }, sealer), asOf: log.last()?.seq ?? 0 };
}
