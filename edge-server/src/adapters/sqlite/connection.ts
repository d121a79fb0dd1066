// The one file that touches `node:sqlite`. Every open sets and then asserts what durability rests on: a WAL database
// that is opened again may come back with synchronous=NORMAL, which loses acknowledged rows at a power cut. ADR 0001.

import { fsync, open, close } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { AppError } from '@foyer/contracts/app-error.ts';

export type Connection = DatabaseSync;
export type Statement = StatementSync;

/** Releases before it can corrupt a WAL database, or were withdrawn. */
export const oldestSqlite = '3.51.3';
const busyTimeoutMs = 5_000;
const writeAheadPages = 4_000;
const pageBytes = 4_096;
const synchronousFull = 2;

/** The connection that may write: one per database, owned by the writer's thread. */
export function openForWriting(path: string): Connection {
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    assertRelease(db);
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    db.exec('PRAGMA secure_delete = ON');
    db.exec('PRAGMA trusted_schema = OFF');
    // Checkpoints run after answers have left (`checkpoint`); this is the bound where that is not enough.
    db.exec(`PRAGMA wal_autocheckpoint = ${writeAheadPages}`);
    assertPragma(db, 'journal_mode', 'wal');
    assertPragma(db, 'synchronous', synchronousFull);
    assertPragma(db, 'secure_delete', 1);
    assertPragma(db, 'foreign_keys', 1);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** A connection that cannot write, for the main thread and the auditor. */
export function openForReading(path: string): Connection {
  const db = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
  try {
    assertRelease(db);
    db.exec('PRAGMA query_only = ON');
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** A database that is gone when it is closed: what `rebuild` folds into. */
export function openInMemory(): Connection {
  return new DatabaseSync(':memory:');
}

/** Moves the log of writes into the database file; `truncate` also leaves no byte of it behind. */
export function checkpoint(db: Connection, kind: 'passive' | 'truncate'): { readonly complete: boolean } {
  const row = db.prepare(`PRAGMA wal_checkpoint(${kind})`).get();
  return { complete: row?.['busy'] === 0 };
}

/**
 * Gives the write-ahead log its size at once: overwriting blocks that are there syncs twice as fast as growing a file.
 * A large transaction that is taken back spills its pages behind the last commit, where recovery ignores them. Nothing
 * depends on its success.
 */
export function growWriteAheadLog(db: Connection, path: string): void {
  db.exec('PRAGMA cache_size = 10');
  try {
    db.exec('BEGIN IMMEDIATE; CREATE TABLE room (bytes BLOB) STRICT');
    db.prepare('INSERT INTO room VALUES (zeroblob(?))').run(writeAheadPages * pageBytes);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK');
    db.exec('PRAGMA cache_size = -4000');
  }
  open(`${path}-wal`, 'r', (missing, file) => {
    if (missing === null) fsync(file, () => close(file));
  });
}

/** The disk is full: the transaction is undone, and the next may succeed. */
export function isDiskFull(error: unknown): boolean {
  const code = resultCode(error);
  return code === sqliteFull || code === sqliteIoErrShmSize;
}

/** Reading, writing or syncing failed, or the file is damaged: nothing that is in memory may be trusted. */
export function isStorageFailure(error: unknown): boolean {
  const code = primaryCode(error);
  return code !== undefined && storageFailures.has(code) && !isDiskFull(error);
}

// Result codes. Source: https://sqlite.org/rescode.html
const sqliteFull = 13;
/** The shared index of the WAL could not grow; it holds nothing that lasts. */
const sqliteIoErrShmSize = 4874;
/** PERM, NOMEM, READONLY, IOERR, CORRUPT, CANTOPEN, PROTOCOL, NOTADB. */
const storageFailures = new Set([3, 7, 8, 10, 11, 14, 15, 26]);

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}

function primaryCode(error: unknown): number | undefined {
  const code = resultCode(error);
  return code === undefined ? undefined : code & 0xff;
}

function assertRelease(db: Connection): void {
  const version = String(db.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  if (olderThan(version, oldestSqlite)) {
    throw new AppError('configuration-invalid', {
      setting: 'sqlite',
      version,
      oldest: oldestSqlite,
    });
  }
}

export function olderThan(version: string, oldest: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, bound] of oldest.split('.').map(Number).entries()) {
    const part = parts[index] ?? 0;
    if (part !== bound) return part < bound;
  }
  return false;
}

function assertPragma(db: Connection, name: string, expected: string | number): void {
  const value = Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  if (value !== expected) throw new AppError('storage-failed', { pragma: name, value, expected });
}
