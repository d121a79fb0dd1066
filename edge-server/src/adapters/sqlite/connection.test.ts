import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { olderThan, openForReading, openForWriting, openInMemory, writeAheadBytes } from './connection.ts';
import { migrate, shippedMigrations } from './migrate.ts';

const aPath = (): string => join(mkdtempSync(join(tmpdir(), 'foyer-sqlite-')), 'clinic.db');
const pragma = (db: ReturnType<typeof openForWriting>, name: string) =>
  Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];

describe('a connection that writes', () => {
  it('syncs every commit in full, also when the database is opened again', () => {
    const path = aPath();
    for (let opening = 0; opening < 3; opening += 1) {
      const db = openForWriting(path);
      expect(pragma(db, 'synchronous')).toBe(2);
      expect(pragma(db, 'journal_mode')).toBe('wal');
      expect(pragma(db, 'secure_delete')).toBe(1);
      expect(pragma(db, 'foreign_keys')).toBe(1);
      db.close();
    }
  });
});

describe('the write-ahead log', () => {
  it('grows while somebody reads, and has its size again once nobody does', () => {
    const path = aPath();
    const writer = openForWriting(path);
    const size = (): number => statSync(`${path}-wal`).size;
    writer.exec('CREATE TABLE page (bytes BLOB) STRICT');
    const put = writer.prepare('INSERT INTO page VALUES (zeroblob(?))');
    const reader = openForReading(path);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM page').get();
    for (let written = 0; written < writeAheadBytes * 1.5; written += writeAheadBytes / 8) put.run(writeAheadBytes / 8);
    expect(size()).toBeGreaterThan(writeAheadBytes);
    reader.close();
    writer.exec('PRAGMA wal_checkpoint(passive)');
    put.run(1);
    expect(size()).toBe(writeAheadBytes);
    writer.close();
  });
});

describe('a connection that reads', () => {
  it('cannot write', () => {
    const path = aPath();
    const writer = openForWriting(path);
    migrate(writer);
    const reader = openForReading(path);
    expect(() => reader.exec('DELETE FROM log')).toThrow(/readonly|read-only/i);
    reader.close();
    writer.close();
  });
});

describe('the release of SQLite', () => {
  it('is compared by its numbers', () => {
    expect(olderThan('3.51.2', '3.51.3')).toBe(true);
    expect(olderThan('3.51.3', '3.51.3')).toBe(false);
    expect(olderThan('3.9.9', '3.51.3')).toBe(true);
    expect(olderThan('4.0.0', '3.51.3')).toBe(false);
  });
});

describe('migrations', () => {
  const one = { name: '0001_one.sql', sql: 'CREATE TABLE one (a INTEGER) STRICT;' };
  const broken = {
    name: '0002_two.sql',
    sql: 'CREATE TABLE two (a INTEGER) STRICT; CREATE TABLE one (b);',
  };
  const tables = (db: ReturnType<typeof openInMemory>) =>
    db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .all()
      .map((row) => row['name']);

  it('run once each, in order, and make STRICT tables alone', () => {
    const db = openInMemory();
    migrate(db);
    migrate(db);
    const names = shippedMigrations().map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    expect(
      db
        .prepare('SELECT name FROM migrations ORDER BY name')
        .all()
        .map((row) => row['name']),
    ).toEqual(names);
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
    expect(loose).toEqual([]);
  });

  it('leave nothing of a file that fails', () => {
    const db = openInMemory();
    expect(() => migrate(db, [one, broken])).toThrow(/migration-failed/);
    expect(tables(db)).toEqual(['migrations', 'one']);
  });

  it('stop where a file was changed after it ran', () => {
    const db = openInMemory();
    migrate(db, [one]);
    expect(() => migrate(db, [{ ...one, sql: `${one.sql} -- changed` }])).toThrow(/migration-changed/);
  });
});

describe('the log', () => {
  it('never changes a row', () => {
    const db = openInMemory();
    migrate(db);
    const values = `1, 'c', 1, 'e', 'v1.X', 0, 'd', 'system', NULL, '{}', NULL, NULL, zeroblob(32), zeroblob(32)`;
    db.exec(`INSERT INTO log VALUES (${values})`);
    expect(() => db.exec(`UPDATE log SET body = '[]'`)).toThrow(/never changed/);
    expect(() => db.exec(`INSERT INTO log VALUES (${values})`)).toThrow(/UNIQUE/);
  });
});
