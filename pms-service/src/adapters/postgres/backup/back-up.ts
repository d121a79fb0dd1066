// A backup: the server's log goes into the folder from now on, all the time, and beside it lies a copy of the whole. With
// both, the database can be brought back to any moment since.

import { AppError } from '@foyer/contracts/app-error.ts';
import pg from 'pg';
import { makeFolder } from '../embedded-cluster.ts';
import type { ServerUser } from '../server-user.ts';
import { beginBase, claimFolder, endBase, folderAt, tidy, type DatabaseIdentity } from './backup-folder.ts';
import { takeBaseBackup } from './base-backup.ts';
import { countRows } from './restored.ts';
import { segmentOf, type BaseBackup } from './rules.ts';
import { copyLogNow, copyLogTo } from './wal-archive.ts';

export interface BackupOptions {
  /** Of the database, as a role that may replicate. */
  readonly connectionUrl: string;
  readonly folder: string;
  /** How many base backups stay, this one with them. */
  readonly keep: number;
  /**
   * The server is ours: it is told to copy its log here, as the user whom it runs as (undefined: our own). Absent: its
   * administrator tells it, and the base backup alone is taken.
   */
  readonly ourServer?: { readonly user: ServerUser | undefined };
}

/** Throws `backup-folder-of-another`, `archive-failed`. */
export async function backUp({ connectionUrl, folder, keep, ourServer }: BackupOptions): Promise<BaseBackup> {
  const places = folderAt(folder);
  for (const dir of [places.folder, places.baseDir, places.walDir]) await makeFolder(dir, ourServer?.user);
  const client = new pg.Client({ connectionString: connectionUrl, application_name: 'foyer-backup' });
  client.on('error', () => undefined); // the query that was under way says so
  await client.connect();
  try {
    await claimFolder(places, await identityOf(client));
    if (ourServer !== undefined) {
      await copyLogTo(client, places.walDir);
      await copyLogNow(client, places.walDir);
    }
    const startedAt = await clock(client);
    const name = new Date(startedAt).toISOString().replaceAll(':', '-');
    const rowsAtLeast = await countRows(client);
    const part = await beginBase(places, name);
    const { place, timeline } = await takeBaseBackup(connectionUrl, part);
    const base: BaseBackup = {
      name,
      startedAt,
      endedAt: await clock(client),
      startSegment: segmentOf(timeline, place),
      majorVersion: await majorVersion(client),
      rowsAtLeast,
    };
    await endBase(places, part, base);
    if (ourServer !== undefined) await copyLogNow(client, places.walDir);
    await tidy(places, keep);
    return base;
  } finally {
    await client.end();
  }
}

async function identityOf(client: pg.Client): Promise<DatabaseIdentity> {
  const { rows } = await client.query<DatabaseIdentity>(`
    select system_identifier::text as system,
      ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::integer as timeline
    from pg_control_system()`);
  const [identity] = rows;
  if (identity === undefined) throw new AppError('internal');
  return identity;
}

/** The database's own: what a restore goes by. */
async function clock(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ at: string }>(
    'select floor(extract(epoch from clock_timestamp()) * 1000) as at',
  );
  return Number(rows[0]?.at);
}

async function majorVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  return Math.floor(Number(rows[0]?.version) / 10_000);
}
