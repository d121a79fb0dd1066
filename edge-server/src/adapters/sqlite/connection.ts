// The one file that touches `node:sqlite`. Every open sets and then asserts what durability rests on: a WAL database
// that is opened again may come back with synchronous=NORMAL, which loses acknowledged rows at a power cut. ADR 0001.

import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { AppError } from '@foyer/contracts/app-error.ts';

export type Connection = DatabaseSync;
export type Statement = StatementSync;

/** Releases before it can corrupt a WAL database, or were withdrawn. */
export const oldestSqlite = '3.51.3';
const busyTimeoutMs = 5_000;
export const pageBytes = 4_096;
/** What the write-ahead log has room for before a commit moves it by itself. */
export const writeAheadPages = 4_000;
/** Of the file, its head and a head for each page included. Source: https://sqlite.org/fileformat2.html#the_write_ahead_log */
export const writeAheadBytes = 32 + writeAheadPages * (24 + pageBytes);
const synchronousFull = 2;

/** The connection that may write: one per database, owned by the writer's thread. */
export function openForWriting(path: string): Connection {
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    assertRelease(db);
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    db.exec('PRAGMA secure_delete = ON');
    // What is set aside while a table is written anew never reaches a disk.
    db.exec('PRAGMA temp_store = MEMORY');
    db.exec('PRAGMA trusted_schema = OFF');
    // Checkpoints run after answers have left (`WriteAheadLog`); this is the bound where that is not enough.
    db.exec(`PRAGMA wal_autocheckpoint = ${writeAheadPages}`);
    // What it grew by behind somebody who read for long goes again when it begins anew.
    db.exec(`PRAGMA journal_size_limit = ${writeAheadBytes}`);
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

/** A file that is locked and never written to; who finds it locked is told at once. */
export function openForLocking(path: string): Connection {
  return new DatabaseSync(path, { timeout: 0 });
}

/** A database that is gone when it is closed: what `rebuild` folds into. */
export function openInMemory(): Connection {
  return new DatabaseSync(':memory:');
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

/** What the file holds is no database, or not a whole one. */
export function isDamaged(error: unknown): boolean {
  const code = primaryCode(error);
  return code === sqliteCorrupt || code === sqliteNotADatabase;
}

/** Somebody else holds the lock. */
export function isLocked(error: unknown): boolean {
  return primaryCode(error) === sqliteBusy;
}

// Result codes. Source: https://sqlite.org/rescode.html
const sqliteBusy = 5;
const sqliteCorrupt = 11;
const sqliteFull = 13;
const sqliteNotADatabase = 26;
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
