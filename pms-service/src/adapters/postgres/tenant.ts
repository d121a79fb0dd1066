// The only door to a transaction. Inside it the tenant is set for that transaction alone, and row-level security shows
// that tenant's rows and no others; outside it no row is visible at all. Source: docs/architecture.md, "The centre".

import { AppError } from '@foyer/contracts/app-error.ts';
import type { ClinicId } from '@foyer/contracts/ids.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import { Kysely, PostgresDialect, sql, type Transaction as KyselyTransaction } from 'kysely';
import pg from 'pg';
import { Commits } from './loan.ts';
import { readMigrations } from './migrate.ts';
import { createPairWatch, Standby } from './pair-watch.ts';
import { createPrimaryPool } from './primary-pool.ts';
import { createPrimary, type Primary, type PrimaryOptions } from './primary.ts';

/** Whose rows a transaction sees. A key finds the one directory entry that it opens, whoever owns it. */
export interface Scope {
  readonly clinicId?: ClinicId;
  readonly networkId?: string;
  readonly directoryKey?: string;
  /** Wrong passwords of any address, as far as the last one is older than this moment. */
  readonly failuresBefore?: EpochMs;
  /** What an address has tried, by the key that counts it. */
  readonly attemptKey?: string;
  /** What any address has tried, as far as its time was over at this moment. */
  readonly attemptsBefore?: EpochMs;
  /** Only notes what nobody is promised: its commit waits for no disk and no standby, and goes on without one. */
  readonly isNote?: boolean;
}

/** What `queries.ts` functions take first. */
export type Transaction = KyselyTransaction<unknown>;

export interface TenantDatabase {
  readonly name: 'database';
  /** Throws `database-role-too-strong` when the role could step over row-level security, `migrations-pending`. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Runs `fn` in one transaction that sees the scope's rows alone; what it throws rolls everything back. */
  readonly withTenant: <T>(scope: Scope, fn: (tx: Transaction) => Promise<T>) => Promise<T>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  /** Which server of DATABASE_URL is written to. */
  readonly primary: Primary;
  /** Whether commits wait for a standby, and whether it confirms them. */
  readonly standby: Standby;
}

export interface TenantDatabaseOptions {
  readonly databaseUrl: string;
  readonly maxConnections?: number;
  /** What becomes of writes while the standby is lost: refused (`standby-lost`), or kept on the primary alone. */
  readonly standbyLost?: 'wait' | 'degrade';
  /** How often the pair is looked at, and how long a commit waits before its standby counts as lost. */
  readonly watch?: { readonly everyMs: number; readonly lostAfterMs: number };
  readonly onConnectionError?: (error: Error) => void;
  readonly onPrimary?: PrimaryOptions['onEvent'];
  readonly onStandby?: (standby: Standby) => void;
  /** It may have been written: somebody was told so. */
  readonly onUnansweredCommit?: () => void;
  /** Written on the primary alone, while the standby is lost. */
  readonly onLocalCommit?: () => void;
}

const usualWatch = { everyMs: 1_000, lostAfterMs: 3_000 };

const int8 = 20;
const date = 1082;
const timestamptz = 1184;

/** Numbers where they are safe, dates as `YYYY-MM-DD`, moments as milliseconds since 1970. */
const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === int8) return Number;
      if (oid === date) return (text: string) => text;
      if (oid === timestamptz) return (text: string) => Date.parse(`${text.replace(' ', 'T')}:00`);
    }
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

export function createTenantDatabase(options: TenantDatabaseOptions): TenantDatabase {
  const isLocalEnough = options.standbyLost === 'degrade';
  const primary = createPrimary({ databaseUrl: options.databaseUrl, onEvent: options.onPrimary });
  const pool = createPrimaryPool({
    primary,
    config: {
      max: options.maxConnections ?? 16,
      types: columnTypes,
      options: '-c timezone=UTC',
      application_name: 'foyer-pms',
    },
    commits() {
      if (watch.standby !== Standby.lost) return Commits.usual;
      return isLocalEnough ? Commits.local : Commits.refused;
    },
    isLocalEnough,
    onConnectionError: options.onConnectionError,
    onUnansweredCommit: options.onUnansweredCommit,
    onLocalCommit: options.onLocalCommit,
  });
  const { everyMs, lostAfterMs } = options.watch ?? usualWatch;
  const watch = createPairWatch({
    primary,
    everyMs,
    lostAfterMs,
    breaksOffWaits: isLocalEnough,
    onStandby: (standby) => options.onStandby?.(standby),
    onStillLost() {
      if (!isLocalEnough) pool.giveUpCommits(lostAfterMs);
    },
  });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });

  return {
    name: 'database',
    primary,
    get standby() {
      return watch.standby;
    },
    async start() {
      await primary.start();
      await refuseStrongRole(db);
      await refuseOldSchema(db);
      watch.start();
    },
    async stop() {
      await watch.stop();
      await db.destroy();
      await primary.stop();
    },
    withTenant(scope, fn) {
      return db.transaction().execute(async (tx) => {
        await sql`select
          set_config('foyer.clinic_id', ${scope.clinicId ?? ''}, true),
          set_config('foyer.network_id', ${scope.networkId ?? ''}, true),
          set_config('foyer.directory_key', ${scope.directoryKey ?? ''}, true),
          set_config('foyer.failures_before', ${momentOf(scope.failuresBefore)}, true),
          set_config('foyer.attempt_key', ${scope.attemptKey ?? ''}, true),
          set_config('foyer.attempts_before', ${momentOf(scope.attemptsBefore)}, true)`.execute(tx);
        if (scope.isNote) await sql`set local synchronous_commit = off`.execute(tx);
        return fn(tx);
      });
    },
    async ping() {
      await sql`select 1`.execute(db);
    },
  };
}

function momentOf(at: EpochMs | undefined): string {
  return at === undefined ? '' : new Date(at).toISOString();
}

async function refuseStrongRole(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ role: string; superuser: boolean; bypass: boolean; owner: boolean }>`
    select rolname as role, rolsuper as superuser, rolbypassrls as bypass,
      exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member')
      ) as owner
    from pg_roles where rolname = current_user`.execute(db);
  const found = rows[0];
  if (found === undefined || found.superuser || found.bypass || found.owner) {
    throw new AppError('database-role-too-strong', { ...found });
  }
}

async function refuseOldSchema(db: Kysely<unknown>): Promise<void> {
  const newest = (await readMigrations()).at(-1)?.version ?? 0;
  const table = await sql<{
    found: boolean;
  }>`select to_regclass('schema_migrations') is not null as found`.execute(db);
  const { rows } = table.rows[0]?.found
    ? await sql<{
        version: number;
      }>`select coalesce(max(version), 0) as version from schema_migrations`.execute(db)
    : { rows: [] };
  const version = rows[0]?.version ?? 0;
  if (version < newest) throw new AppError('migrations-pending', { version, newest });
}
