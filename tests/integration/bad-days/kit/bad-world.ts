// A world in which the wall clock jumps and the disk fills up or fails, around an edge that knows nothing of it. Given to
// Node as `--import <this file>?<folder>`, which its worker threads inherit; a test moves the world by a file in that
// folder. The clock moves `Date.now`; a full disk is SQLite's own limit of pages, so that SQLite itself answers
// SQLITE_FULL, and the same answer to who would move the write-ahead log; a failed one is SQLITE_IOERR at the commit.

import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

export interface WorldState {
  readonly clockAheadMs: number;
  readonly diskFull: boolean;
  readonly diskFails: boolean;
}

const asUsual: WorldState = { clockAheadMs: 0, diskFull: false, diskFails: false };
const sqliteFull = 13;
const sqliteIoErr = 10;
const plentyOfPages = 1_000_000;

export class BadWorld {
  readonly #folder = mkdtempSync(join(tmpdir(), 'foyer-world-'));
  #state = asUsual;

  constructor() {
    this.change({});
  }

  /** Node's options for a process in this world. */
  get nodeOptions(): readonly string[] {
    return ['--import', `${pathToFileURL(import.meta.filename).href}?${this.#folder}`];
  }

  /** Felt by the process from its next look at the clock and its next transaction on. */
  change(state: Partial<WorldState>): void {
    this.#state = { ...this.#state, ...state };
    const next = join(this.#folder, 'next');
    writeFileSync(next, JSON.stringify(this.#state));
    renameSync(next, join(this.#folder, 'world'));
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

const folder = new URL(import.meta.url).search.slice(1);
if (folder !== '') enterWorld(join(folder, 'world'));

function enterWorld(file: string): void {
  let seen = -1n;
  let world = asUsual;
  const look = (): WorldState => {
    const { ctimeNs } = statSync(file, { bigint: true });
    if (ctimeNs !== seen) world = JSON.parse(readFileSync(file, 'utf8')) as WorldState;
    seen = ctimeNs;
    return world;
  };
  const realNow = Date.now.bind(Date);
  Date.now = () => realNow() + look().clockAheadMs;
  const prepare = DatabaseSync.prototype.prepare;
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql, ...rest) {
    const statement = prepare.call(this, sql, ...rest);
    if (sql.startsWith('PRAGMA wal_checkpoint') && look().diskFull) throw failure(sqliteFull);
    if (sql === 'COMMIT') {
      const commit = statement.run.bind(statement);
      statement.run = ((...values: Parameters<typeof commit>) => {
        if (look().diskFails) throw failure(sqliteIoErr);
        return commit(...values);
      }) as typeof commit;
    }
    if (sql !== 'BEGIN IMMEDIATE') return statement;
    const run = statement.run.bind(statement);
    statement.run = ((...values: Parameters<typeof run>) => {
      const { page_count: pages } = prepare.call(this, 'PRAGMA page_count').get() as { page_count: number };
      this.exec(`PRAGMA max_page_count = ${look().diskFull ? pages : plentyOfPages}`);
      return run(...values);
    }) as typeof run;
    return statement;
  };
}

/** As `node:sqlite` throws it. */
function failure(errcode: number): Error {
  return Object.assign(new Error(`SQLite says ${errcode}`), { code: 'ERR_SQLITE_ERROR', errcode });
}
