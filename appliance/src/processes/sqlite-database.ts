// The clinic's database, from outside the edge. Source: sqlite.org, VACUUM INTO; Write-Ahead Logging.

import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { localDisk } from '../disk/local-disk.ts';
import { writeDurably } from '../disk/durably.ts';
import type { ClinicDatabase } from '../updates/ports.ts';
import type { DatabaseMark } from '../updates/update-facts.ts';

export class SqliteDatabase implements ClinicDatabase {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  mark(): DatabaseMark | undefined {
    return this.#reading((db) => {
      const row = db
        .prepare(
          `SELECT (SELECT max(CAST(substr(name, 1, 4) AS INTEGER)) FROM migrations) AS number,
             coalesce((SELECT epoch FROM log ORDER BY seq DESC LIMIT 1), 0) AS epoch,
             coalesce((SELECT max(seq) FROM log), 0) AS seq`,
        )
        .get();
      return { number: Number(row?.['number']), epoch: Number(row?.['epoch']), seq: Number(row?.['seq']) };
    });
  }

  copyTo(path: string): void {
    rmSync(path, { force: true });
    this.#reading((db) => db.prepare('VACUUM INTO ?').run(path));
  }

  /** What was written ahead belongs to the database that goes, and would be read into the one that comes. */
  takeFrom(path: string): void {
    const copy = localDisk.read(path);
    if (copy === undefined) throw new Error(`there is no copy at ${path}`);
    for (const beside of ['-wal', '-shm']) rmSync(`${this.#path}${beside}`, { force: true });
    writeDurably(localDisk, this.#path, copy);
  }

  #reading<T>(read: (db: DatabaseSync) => T): T | undefined {
    if (!existsSync(this.#path)) return undefined;
    const db = new DatabaseSync(this.#path, { readOnly: true, timeout: 5_000 });
    try {
      return read(db);
    } finally {
      db.close();
    }
  }
}
