/** Bugs in what the edge asks of its disk and believes of it, which the faults have to catch. */
import type { Change } from './source-variant.ts';

const connection = 'edge-server/src/adapters/sqlite/connection.ts';
const batch = 'edge-server/src/writer/batch.ts';

export const plantedStorage = {
  /** As a database in this mode comes back by itself: it syncs when it moves its log, and not at a commit. */
  'synchronous-normal': {
    file: connection,
    places: [
      { find: /PRAGMA synchronous = FULL/, replaceWith: 'PRAGMA synchronous = NORMAL' },
      { find: /assertPragma\(db, 'synchronous', synchronousFull\);/, replaceWith: '' },
    ],
  },
  /** A commit that found no room is answered as if it were done. */
  'full-disk-is-success': {
    file: batch,
    places: [
      {
        find: /transactions\.commit\(\);/,
        replaceWith: `try { transactions.commit(); } catch (failed) {
          if (transactions.kindOf(failed) !== FailureKind.diskFull) throw failed;
          transactions.rollback();
        }`,
      },
    ],
  },
  /** The writer goes on with what it remembers of a batch that the disk does not have. */
  'memory-outlives-its-batch': {
    file: batch,
    places: [{ find: /journal\.rollbackTo\(0\);/, replaceWith: '' }],
  },
  /** A sync that failed is taken for a disk without room: undone in memory, and tried again. */
  'failed-sync-is-tried-again': {
    file: connection,
    places: [
      { find: /return code === sqliteFull \|\| /, replaceWith: 'return code === 1034 || code === sqliteFull || ' },
    ],
  },
  /** Rows go in a commit of their own before the one that keeps their checkpoint, and nothing in the database refuses. */
  'rows-go-before-their-checkpoint': {
    file: 'edge-server/src/writer/log-pruning.ts',
    places: [
      {
        find: /putCheckpoint\(this\.#db, /,
        replaceWith: `this.#db.exec('DROP TRIGGER IF EXISTS log_goes_behind_checkpoint');
          this.#queries.removeUntil(seq - 1);
          this.#db.exec('COMMIT; BEGIN IMMEDIATE; SAVEPOINT command');
          putCheckpoint(this.#db, `,
      },
    ],
  },
} as const satisfies Readonly<Record<string, Change>>;
