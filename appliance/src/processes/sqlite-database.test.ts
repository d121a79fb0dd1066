import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { SqliteDatabase } from './sqlite-database.ts';

/** With one row, open as the edge has it. */
function aClinic() {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-database-'));
  const db = new DatabaseSync(join(folder, 'edge.db'));
  db.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE migrations (name TEXT);
    CREATE TABLE log (seq INTEGER, epoch INTEGER);
    INSERT INTO migrations VALUES ('0001_log.sql'), ('0050_settings.sql');
    INSERT INTO log VALUES (1, 1);`);
  return { db, database: new SqliteDatabase(join(folder, 'edge.db')), copy: join(folder, 'copy.db'), folder };
}

describe('the database of a clinic, from outside', () => {
  it('says its newest migration and its last row, also of what is not in the file yet', () => {
    const { db, database } = aClinic();
    expect(database.mark()).toEqual({ number: 50, epoch: 1, seq: 1 });
    db.exec('INSERT INTO log VALUES (2, 2)');
    expect(database.mark()).toEqual({ number: 50, epoch: 2, seq: 2 });
    db.close();
  });

  it('is none where there is no file', () => {
    expect(new SqliteDatabase(join(tmpdir(), 'no-such-clinic.db')).mark()).toBeUndefined();
  });

  it('is brought back without what was written ahead after the copy', () => {
    const { db, database, copy, folder } = aClinic();
    database.copyTo(copy);
    db.exec("INSERT INTO migrations VALUES ('0052_next.sql')");
    expect(existsSync(join(folder, 'edge.db-wal'))).toBe(true);
    database.takeFrom(copy);
    expect(database.mark()).toEqual({ number: 50, epoch: 1, seq: 1 });
    expect(database.mark()).toEqual(new SqliteDatabase(copy).mark());
    db.close();
  });
});
