// Brings a database to the newest schema: forward only, one transaction per file, one runner at a time. Run as the
// owner of the tables; it also makes the weak role that the service signs in with and renews that role's rights. The
// version before serves meanwhile: a migration that would have to wait for its statements steps back and comes again, as
// everything else would wait behind it.

import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@foyer/contracts/app-error.ts';
import pg from 'pg';
import { tenancyFaults } from './catalogue.ts';
import { createPrimary } from './primary.ts';

export interface MigrationTarget {
  /** The owner of the tables. */
  readonly migrationUrl: string;
  /** The weak role, made when it is missing. Absent: the rights of those that serve there already are renewed. */
  readonly databaseUrl?: string;
}

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

const lockKey = 7_061_726; // any fixed number, the same in every copy
const [longestLockWaitMs, stepBackMs, mostTries] = [1_000, 500, 200];
const lockNotAvailable = '55P03';
const usualRole = 'foyer_service';
const folder = join(import.meta.dirname, 'migrations');

/** Every migration there is, in order. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_.+\.sql$/.test(file)).toSorted();
  return Promise.all(
    files.map(async (file) => ({
      version: Number(file.slice(0, 4)),
      name: file.slice(5, -4),
      sql: await readFile(join(folder, file), 'utf8'),
    })),
  );
}

/**
 * Returns the names of what it applied. Throws `migration-changed` when a shipped file is not what ran here, and
 * `tenant-table-unprotected` when the result would let tenants see one another.
 */
export async function migrate(target: MigrationTarget, migrations?: readonly Migration[]): Promise<readonly string[]> {
  const client = new pg.Client({
    connectionString: await createPrimary({ databaseUrl: target.migrationUrl }).url(),
    application_name: 'foyer-migrate',
  });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const applied = await applyMissing(client, migrations ?? (await readMigrations()));
    const faults = await tenancyFaults(client);
    if (faults.length > 0) throw new AppError('tenant-table-unprotected', { faults });
    await grantServiceRoles(client, target.databaseUrl);
    return applied;
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(`create table if not exists schema_migrations (
    version integer primary key, name text not null, sha256 text not null,
    applied_at timestamptz not null default now())`);
  const done = await client.query<{ version: number; sha256: string }>('select version, sha256 from schema_migrations');
  const known = new Map(done.rows.map((row) => [row.version, row.sha256]));
  const applied: string[] = [];
  for (const migration of migrations) {
    const sha256 = createHash('sha256').update(migration.sql).digest('hex');
    const earlier = known.get(migration.version);
    if (earlier === sha256) continue;
    if (earlier !== undefined) throw new AppError('migration-changed', { version: migration.version });
    await apply(client, migration, sha256);
    applied.push(migration.name);
  }
  return applied;
}

async function apply(client: pg.Client, { version, name, sql }: Migration, sha256: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await client.query('begin');
    try {
      await client.query(`set local lock_timeout = ${longestLockWaitMs}`);
      await client.query(sql);
      await client.query('insert into schema_migrations (version, name, sha256) values ($1, $2, $3)', [
        version,
        name,
        sha256,
      ]);
      await client.query('commit');
      return;
    } catch (cause) {
      await client.query('rollback');
      const isHeldUp = (cause as { code?: unknown }).code === lockNotAvailable;
      if (!isHeldUp || tries === mostTries) throw new AppError('migration-failed', { version, name }, { cause });
      await pause(stepBackMs);
    }
  }
}

/** Each may read and write rows, and may own, make and bypass nothing. */
async function grantServiceRoles(client: pg.Client, databaseUrl: string | undefined): Promise<void> {
  const roles = databaseUrl === undefined ? await findServiceRoles(client) : [roleIn(databaseUrl)];
  await client.query('begin');
  for (const { role, password } of roles) {
    const name = client.escapeIdentifier(role);
    const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (found.rowCount === 0) {
      const secret = password === undefined ? '' : `password ${client.escapeLiteral(password)}`;
      await client.query(`create role ${name} login nosuperuser nocreatedb nocreaterole nobypassrls ${secret}`);
    }
    await client.query(`grant usage on schema public to ${name}`);
    await client.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
    // The log at the centre is append-only too: nobody who serves can change a row or take one away.
    await client.query(`revoke update, delete, truncate on log_rows, access_log, pool_log from ${name}`);
    await client.query(`revoke insert, update, delete on schema_migrations from ${name}`);
  }
  await client.query('commit');
}

interface ServiceRole {
  readonly role: string;
  readonly password?: string;
}

function roleIn(databaseUrl: string): ServiceRole {
  const url = new URL(databaseUrl.replace(/@[^/]*\//, '@localhost/'));
  return { role: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
}

/** Those that may write rows here; before the first, the usual one, which an administrator then gives a password. */
async function findServiceRoles(client: pg.Client): Promise<readonly ServiceRole[]> {
  const { rows } = await client.query<ServiceRole>(`
    select distinct grantee as role from information_schema.role_table_grants
    where table_schema = 'public' and table_name = 'networks' and privilege_type = 'INSERT'
      and grantee not in (current_user, 'PUBLIC')`);
  return rows.length > 0 ? rows : [{ role: usualRole }];
}
