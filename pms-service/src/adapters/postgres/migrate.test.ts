import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

describe('a migration', () => {
  it('that waits for a statement of the version before lets everything behind it go first', async () => {
    const { migrationUrl } = postgres.urls;
    const planted: Migration = { version: 9_999, name: 'planted', sql: 'alter table networks add column note text' };
    const migrations = [...(await readMigrations()), planted];
    const [reader, other] = [new pg.Client(migrationUrl), new pg.Client(migrationUrl)];
    for (const client of [reader, other]) await client.connect();
    try {
      await reader.query('begin; select * from networks');
      const migrated = migrate({ migrationUrl }, migrations);
      await vi.waitFor(async () => {
        const { rowCount } = await other.query('select from pg_locks where not granted');
        expect(rowCount).toBe(1);
      }, 20_000);
      await other.query('select * from networks');
      await reader.query('commit');
      expect(await migrated).toEqual(['planted']);
    } finally {
      for (const client of [reader, other]) await client.end();
    }
  });

  it('runs once, whoever brings the database up to date at the same time', async () => {
    const { migrationUrl } = postgres.urls;
    const planted: Migration = { version: 9_999, name: 'planted', sql: 'alter table networks add column note text' };
    const again: Migration = { version: 10_000, name: 'again', sql: 'alter table networks add column more text' };
    const migrations = [...(await readMigrations()), planted, again];
    const applied = await Promise.all([migrate({ migrationUrl }, migrations), migrate({ migrationUrl }, migrations)]);
    expect(applied.flat()).toEqual(['again']);
  });
});
