// Whether the database is what was written: looked at a little at each start, wholly ten minutes after it and every night.
// What is found stops the writing, is told as `log-unproven`, and is noted beside the database until a check finds nothing.

import { type EpochMs, minuteMs, secondMs } from '@foyer/contracts/time.ts';
import { forgetNotes, noteFound, noteLogEnd, notedFound, notedLogEnd } from './adapters/box-files/log-notes.ts';
import { openForReading } from './adapters/sqlite/connection.ts';
import { faultyTables, tablesThatLetIn } from './adapters/sqlite/table-sums.ts';
import type { Component } from './components.ts';
import type { dataFiles } from './config/data-files.ts';
import { databaseCheckedAt, nextNight } from './night-times.ts';
import type { Log } from './ports/log.ts';
import type { ReadModel } from './ports/read-model.ts';
import type { StorageHealth } from './views/storage-health.ts';
import type { CheckedDatabase } from './writer/check-database.ts';
import { checkAside, type CheckQuestion } from './writer/check-aside.ts';
import type { WriterClient } from './writer/client.ts';

interface IntegrityParts {
  readonly files: Pick<ReturnType<typeof dataFiles>, 'database' | 'clinicKey' | 'logEnd' | 'found'>;
  readonly readModel: Pick<ReadModel, 'position'>;
  readonly writer: Pick<WriterClient, 'onCommitted' | 'stop'>;
  readonly storage: Pick<StorageHealth, 'is'>;
  readonly log: Log;
  readonly now: () => number;
  readonly check?: (question: CheckQuestion, signal: AbortSignal) => Promise<CheckedDatabase | undefined>;
}

export interface Integrity extends Component {
  /** When the newest whole check ended, whatever it found; 0: none since the start. */
  readonly checkedAt: EpochMs;
}

const afterStartMs = 10 * minuteMs;
const endNotedEveryMs = secondMs;

export function composeIntegrity(parts: IntegrityParts): Integrity {
  const { files, readModel, writer, storage, log, now, check = checkAside } = parts;
  const stopping = new AbortController();
  let checkTimer: NodeJS.Timeout | undefined;
  let endTimer: NodeJS.Timeout | undefined;
  let checkedAt: EpochMs = 0;

  /** On a full disk the note is an older one. */
  const noteOrWarn = (note: () => void): void => {
    try {
      note();
    } catch (cause) {
      log.warn('not-noted', { why: cause instanceof Error ? cause.message : String(cause) });
    }
  };
  const noteEnd = (): void => {
    endTimer = undefined;
    noteOrWarn(() => noteLogEnd(files.logEnd, readModel.position()));
  };
  const isUnproven = async (codes: readonly string[]): Promise<void> => {
    storage.is('unproven', true);
    log.error('log-unproven', { codes: [...new Set(codes)] });
    // Nothing is written behind it: what is committed by now stays readable.
    await writer.stop();
    noteOrWarn(() => noteFound(files.found, codes));
  };
  const checkAll = async (): Promise<void> => {
    const committed = notedLogEnd(files.logEnd);
    const question = { databasePath: files.database, clinicKeyPath: files.clinicKey, committed };
    try {
      const checked = await check(question, stopping.signal);
      if (checked === undefined || stopping.signal.aborted) return;
      checkedAt = now();
      log.info('database-checked', { rows: checked.rows, found: checked.found.length });
      if (checked.found.length > 0) return await isUnproven(checked.found.map(({ code }) => code));
      forgetNotes(files.found);
      storage.is('unproven', false);
    } catch (cause) {
      log.error('database-not-checked', {}, cause);
    }
  };
  const checkIn = (ms: number): void => {
    if (stopping.signal.aborted) return;
    checkTimer = setTimeout(
      () => void checkAll().finally(() => checkIn(nextNight(databaseCheckedAt, now()) - now())),
      ms,
    ).unref();
  };

  return {
    name: 'integrity',
    get checkedAt() {
      return checkedAt;
    },
    async start() {
      const noted = notedFound(files.found);
      const found = foundAtStart(parts);
      if (found.length > 0) await isUnproven(found);
      else if (noted.length > 0) storage.is('unproven', true);
      writer.onCommitted(() => {
        endTimer ??= setTimeout(noteEnd, endNotedEveryMs).unref();
      });
      checkIn(noted.length > 0 ? 0 : afterStartMs);
    },
    async stop() {
      stopping.abort();
      clearTimeout(checkTimer);
      if (endTimer === undefined) return;
      clearTimeout(endTimer);
      noteEnd();
    },
  };
}

/** What costs nothing to look at: how far the log goes, and who may come in. */
function foundAtStart({ files, readModel }: IntegrityParts): readonly string[] {
  const end = notedLogEnd(files.logEnd);
  const isCutOff = end !== undefined && end.seq > readModel.position().seq;
  const db = openForReading(files.database);
  try {
    return [
      ...(isCutOff ? ['rows-cut-off'] : []),
      ...(faultyTables(db, tablesThatLetIn).length > 0 ? ['table-changed'] : []),
    ];
  } finally {
    db.close();
  }
}
