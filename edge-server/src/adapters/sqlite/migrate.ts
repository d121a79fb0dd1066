// Brings a database to the schema of this release: files in `migrations/`, in the order of their numbers, forward
// only, one transaction each. A shipped file never changes; one that did stops the start.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { Connection } from './connection.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

const CREATE_MIGRATIONS = `
  CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID`;

export function shippedMigrations(folder = join(import.meta.dirname, 'migrations')): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .toSorted()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Applies what is missing, and answers whether anything was. Throws `migration-changed` or `migration-failed`, and then
 * nothing of that file is there.
 */
export function migrate(db: Connection, migrations: readonly Migration[] = shippedMigrations()): boolean {
  db.exec(CREATE_MIGRATIONS);
  const applied = new Map(
    db
      .prepare('SELECT name, digest FROM migrations')
      .all()
      .map((row) => [String(row['name']), row['digest']]),
  );
  let isMigrated = false;
  for (const { name, sql } of migrations) {
    const digest = createHash('sha256').update(sql).digest('hex');
    const before = applied.get(name);
    if (before !== undefined && before !== digest) throw new AppError('migration-changed', { name });
    if (before !== undefined) continue;
    apply(db, name, sql, digest);
    isMigrated = true;
  }
  return isMigrated;
}

function apply(db: Connection, name: string, sql: string, digest: string): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(sql);
    db.prepare('INSERT INTO migrations (name, digest) VALUES (?, ?)').run(name, digest);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw new AppError('migration-failed', { name }, { cause: error });
  }
}
