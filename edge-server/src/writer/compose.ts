// Builds the writer's adapters and wires them: the second of the two files that may.

import { createEd25519Verifier } from '../adapters/crypto/ed25519-verifier.ts';
import { createRandomIds } from '../adapters/crypto/random-ids.ts';
import { createBox } from '../adapters/sqlite/box.ts';
import { createCommandMemory } from '../adapters/sqlite/command-memory.ts';
import { openForWriting } from '../adapters/sqlite/connection.ts';
import { createHeartbeat } from '../adapters/sqlite/heartbeat.ts';
import { DiskReserve } from '../adapters/sqlite/disk-reserve.ts';
import { createEventLog, createSubjectKeys } from '../adapters/sqlite/event-log.ts';
import { refreshPeopleIndex } from '../adapters/sqlite/find/people-index.ts';
import { migrate } from '../adapters/sqlite/migrate.ts';
import { createProjections } from '../adapters/sqlite/projections.ts';
import { createReferenceTables } from '../adapters/sqlite/reference-tables.ts';
import { keepTableSums } from '../adapters/sqlite/table-sums.ts';
import { ThoroughErasure } from '../adapters/sqlite/thorough-erasure.ts';
import { createTransactions } from '../adapters/sqlite/transactions.ts';
import { WriteAheadLog } from '../adapters/sqlite/write-ahead-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { Reserve } from '../ports/reserve.ts';
import { ClinicTime } from './clinic-time.ts';
import { CommandHandler } from './command-handler.ts';
import { WriterEngine } from './engine.ts';
import { Fold } from './fold.ts';
import type { Job, WriterSettings } from './jobs.ts';
import { LogPruning } from './log-pruning.ts';
import { LogWriter } from './log-writer.ts';
import { Memory } from './memory.ts';
import { composeSealer } from './compose-sealer.ts';
import { SubjectKeyring } from './subject-keyring.ts';
import { systemClock } from './system-clock.ts';

export interface ComposedWriter {
  readonly engine: WriterEngine;
  /** What may wait until the first answers have left. */
  settle(): void;
  /**
   * Moves what was written into the database file; called while nobody waits. Answers whether the disk is full, as far
   * as that shows; where it was before, it looks for room.
   */
  tidy(wasFull: boolean): boolean | undefined;
  close(): void;
}

export function composeWriter(
  settings: WriterSettings,
  onFault: (error: unknown, job: Job) => void,
  {
    clock = systemClock,
    open = openForWriting,
    reserve = new DiskReserve(settings.databasePath),
  }: { readonly clock?: Clock; readonly open?: typeof openForWriting; readonly reserve?: Reserve } = {},
): ComposedWriter {
  const db = open(settings.databasePath);
  keepTableSums(db, migrate(db));
  refreshPeopleIndex(db);
  const ids = createRandomIds();
  const log = createEventLog(db);
  const subjectKeys = createSubjectKeys(db);
  const sealer = composeSealer(settings.clinicKeyPath, log, subjectKeys);
  const projections = createProjections(db);
  const reference = createReferenceTables(db);
  const memory = new Memory(projections);
  const fold = new Fold(memory, projections);
  const keyring = new SubjectKeyring(subjectKeys, sealer, memory.journal);
  const codes = createEd25519Verifier();
  const pruning = new LogPruning(db, sealer, codes);
  const erasure = new ThoroughErasure(db, (erased) => pruning.erase(erased));
  const onErased = (subjectId: string, ticketIds: readonly string[]): void => {
    for (const id of [subjectId, ...ticketIds]) keyring.destroy(id);
    reference.forgetPatient(subjectId);
    memory.journal.note(erasure.noted({ subjectId, ticketIds }));
  };
  const writer = new LogWriter({ log, sealer, ids, keyring, memory, fold, onErased });
  const commands = new CommandHandler({ answers: createCommandMemory(db), sealer, writer, fold });
  const writeAheadLog = new WriteAheadLog(db, settings.databasePath);
  const engine = new WriterEngine({
    transactions: erasure.within(createTransactions(db)),
    log,
    projections,
    reference,
    box: createBox(db),
    heartbeat: createHeartbeat(db),
    reserve,
    ids,
    codes,
    time: new ClinicTime(clock),
    memory,
    writer,
    commands,
    pruning,
    scrub: () => writeAheadLog.truncate(),
    onFault,
  });
  return {
    engine,
    settle() {
      // A process that was killed behind an erasure may have left its bytes there.
      writeAheadLog.truncate();
      writeAheadLog.tidy();
      reserve.hold();
    },
    tidy(wasFull) {
      if (reserve.isInUse && reserve.hasRoom()) reserve.hold();
      // What is left of its room is for who is here: the log keeps the size that it has.
      if (reserve.isInUse) {
        writeAheadLog.move();
        return true;
      }
      if (wasFull) writeAheadLog.lookForRoom();
      const hasRoom = writeAheadLog.tidy();
      return hasRoom === undefined ? undefined : !hasRoom;
    },
    close() {
      db.close();
    },
  };
}
