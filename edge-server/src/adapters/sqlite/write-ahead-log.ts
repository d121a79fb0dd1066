// The write-ahead log between commits: given its size, moved into the database, and left without a byte of whoever was
// erased. A full disk is no fault here: what cannot be moved is safe where it is, and is moved the next time.

import { fsync, open, close } from 'node:fs';
import { isDiskFull, pageBytes, writeAheadPages, type Connection } from './connection.ts';

export class WriteAheadLog {
  readonly #db: Connection;
  readonly #path: string;
  /** False while it has to be truncated and given its size again. */
  #isWhole = true;

  constructor(db: Connection, path: string) {
    this.#db = db;
    this.#path = path;
  }

  /** Leaves no byte of it behind: now, or at a later tidying where a reader holds it or the disk is full. */
  truncate(): void {
    this.#isWhole = false;
    this.#unlessFull(() => this.#checkpoint('truncate'));
  }

  /** The next tidying gives it its size anew, which shows whether a disk that was full has room again. */
  lookForRoom(): void {
    this.#isWhole = false;
  }

  /** Moves what was written into the database, and gives the log no room. */
  move(): void {
    this.#unlessFull(() => this.#checkpoint('passive'));
  }

  /** Moves what was written into the database. False: the disk is full. True: there is room for the whole of it. */
  tidy(): boolean | undefined {
    return this.#unlessFull(() => {
      if (this.#isWhole) {
        this.#checkpoint('passive');
        return undefined;
      }
      if (!this.#checkpoint('truncate')) return undefined;
      this.#isWhole = true;
      return this.#grow() ? true : undefined;
    });
  }

  /** False where the disk is full: then the next tidying begins with what this one could not do. */
  #unlessFull<T>(act: () => T): T | false {
    try {
      return act();
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.#isWhole = false;
      return false;
    }
  }

  /** Whether it went as far as it could. */
  #checkpoint(kind: 'passive' | 'truncate'): boolean {
    return this.#db.prepare(`PRAGMA wal_checkpoint(${kind})`).get()?.['busy'] === 0;
  }

  /**
   * Gives it its size at once: overwriting blocks that are there syncs twice as fast as growing a file. A large
   * transaction that is taken back spills its pages behind the last commit, where recovery ignores them. Nothing
   * depends on its success.
   */
  #grow(): boolean {
    const db = this.#db;
    db.exec('PRAGMA cache_size = 10');
    try {
      db.exec('BEGIN IMMEDIATE; CREATE TABLE room (bytes BLOB) STRICT');
      db.prepare('INSERT INTO room VALUES (zeroblob(?))').run(writeAheadPages * pageBytes);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      return false;
    } finally {
      if (db.isTransaction) db.exec('ROLLBACK');
      db.exec('PRAGMA cache_size = -4000');
    }
    open(`${this.#path}-wal`, 'r', (missing, file) => {
      if (missing === null) fsync(file, () => close(file));
    });
    return true;
  }
}
