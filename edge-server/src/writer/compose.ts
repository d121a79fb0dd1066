// Builds the writer's adapters and wires them: the second of the two files that may.

import { createEd25519Verifier } from '../adapters/crypto/ed25519-verifier.ts';
import { createRandomIds } from '../adapters/crypto/random-ids.ts';
import { ensureClinicKey } from '../adapters/crypto/clinic-key.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { createBox } from '../adapters/sqlite/box.ts';
import { createCommandMemory } from '../adapters/sqlite/command-memory.ts';
import { checkpoint, growWriteAheadLog, openForWriting } from '../adapters/sqlite/connection.ts';
import { createEventLog, createSubjectKeys } from '../adapters/sqlite/event-log.ts';
import { migrate } from '../adapters/sqlite/migrate.ts';
import { createProjections } from '../adapters/sqlite/projections.ts';
import { createReferenceTables } from '../adapters/sqlite/reference-tables.ts';
import { createTransactions } from '../adapters/sqlite/transactions.ts';
import type { Clock } from '../ports/clock.ts';
import { ClinicTime } from './clinic-time.ts';
import { CommandHandler } from './command-handler.ts';
import { WriterEngine } from './engine.ts';
import { Fold } from './fold.ts';
import type { Job, WriterSettings } from './jobs.ts';
import { LogWriter } from './log-writer.ts';
import { Memory } from './memory.ts';
import { SubjectKeyring } from './subject-keyring.ts';
import { systemClock } from './system-clock.ts';

export interface ComposedWriter {
  readonly engine: WriterEngine;
  /** What may wait until the first answers have left. */
  settle(): void;
  /** Moves what was written into the database file; called while nobody waits. */
  tidy(): void;
  close(): void;
}

export function composeWriter(
  settings: WriterSettings,
  onFault: (error: unknown, job: Job) => void,
  {
    clock = systemClock,
    open = openForWriting,
  }: { readonly clock?: Clock; readonly open?: typeof openForWriting } = {},
): ComposedWriter {
  const sealer = createSealer(ensureClinicKey(settings.clinicKeyPath));
  const db = open(settings.databasePath);
  migrate(db);
  const ids = createRandomIds();
  const log = createEventLog(db);
  const projections = createProjections(db);
  const reference = createReferenceTables(db);
  const memory = new Memory(projections);
  const fold = new Fold(memory, projections);
  const keyring = new SubjectKeyring(createSubjectKeys(db), sealer, memory.journal);
  const onErased = (subjectId: string, ticketIds: readonly string[]): void => {
    for (const id of [subjectId, ...ticketIds]) keyring.destroy(id);
    reference.forgetPatient(subjectId);
  };
  const writer = new LogWriter({ log, sealer, ids, keyring, memory, fold, onErased });
  const commands = new CommandHandler({ answers: createCommandMemory(db), sealer, writer, fold });
  // A truncated log of writes is given its size again, and one that a reader held is truncated, when it is quiet.
  let isWhole = true;
  const scrub = (): void => {
    isWhole = false;
    checkpoint(db, 'truncate');
  };
  const engine = new WriterEngine({
    transactions: createTransactions(db),
    log,
    projections,
    reference,
    box: createBox(db),
    ids,
    codes: createEd25519Verifier(),
    time: new ClinicTime(clock),
    memory,
    writer,
    commands,
    scrub,
    onFault,
  });
  return {
    engine,
    settle() {
      growWriteAheadLog(db, settings.databasePath);
    },
    tidy() {
      if (isWhole) {
        checkpoint(db, 'passive');
        return;
      }
      if (!checkpoint(db, 'truncate').complete) return;
      growWriteAheadLog(db, settings.databasePath);
      isWhole = true;
    },
    close() {
      db.close();
    },
  };
}
