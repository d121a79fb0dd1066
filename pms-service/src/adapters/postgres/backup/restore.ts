// Makes a data folder from a backup, as the database was at a moment: the newest base before it, and the log until then.
// 1. The backup is read and never written; what comes back is on a timeline of its own, and copies its log nowhere.
// 2. Nothing is written where a database is. What a failed restore has begun is taken away again.
// 3. What came back is looked at, page by page and row by row, before anybody serves it.

import { execFile } from 'node:child_process';
import { chown, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '@foyer/contracts/app-error.ts';
import { hourMs, type EpochMs } from '@foyer/contracts/time.ts';
import pg from 'pg';
import {
  databaseName,
  findBinaries,
  makeFolder,
  password,
  placesIn,
  roles,
  serverSettings,
  settingsAsArguments,
  type ClusterPlaces,
} from '../embedded-cluster.ts';
import { commandAs, findServerUser, type ServerUser } from '../server-user.ts';
import { createPostgresSupervisor } from '../supervisor.ts';
import { folderAt, readBases, type BackupFolder } from './backup-folder.ts';
import { manifestFile } from './base-backup.ts';
import { findChanged } from './manifest.ts';
import { checkRestored, type RestoredState } from './restored.ts';
import { chooseBase, type BaseBackup } from './rules.ts';
import { endCopies, restoreCommand } from './wal-archive.ts';

export interface RestoreOptions {
  /** Where backups lie. */
  readonly folder: string;
  /** Of the embedded server; no database may be in it. */
  readonly dataDir: string;
  /** All that was committed until then, and nothing after. Absent: all that the folder has. */
  readonly until?: EpochMs;
}

export interface Restored extends RestoredState {
  readonly base: BaseBackup;
}

const run = promisify(execFile);
/** Reading the log of a long time again. */
const longestRecoveryMs = 12 * hourMs;

/**
 * What it finds not to be whole is in `faults`, and the folder is left to be looked at. Throws `data-folder-not-empty`,
 * `backup-not-found`, `backup-of-another-version`, `backup-broken`, `restore-point-not-reached`.
 */
export async function restore({ folder, dataDir, until }: RestoreOptions): Promise<Restored> {
  const [from, places] = [folderAt(folder), placesIn(dataDir)];
  const isTaken = (await readdir(places.dir).catch(() => [])).length > 0;
  if (isTaken) throw new AppError('data-folder-not-empty', { folder: places.dir });
  const base = await findBase(from, until);
  const user = await findServerUser();
  const { postgres, initdb } = await findBinaries();
  await refuseOtherVersion(base, initdb);
  await makeFolder(places.dir, user);
  await makeFolder(places.socketDir, user);
  try {
    await unpack(join(from.baseDir, base.name), places.clusterDir, user);
    const state = await recover(postgres, from, base, places, user, until);
    await writeFile(places.madeMark, '', { mode: 0o600, flush: true });
    return { ...state, base };
  } catch (error) {
    await rm(places.dir, { recursive: true, force: true });
    throw error;
  } finally {
    if (places.shortSocketDir !== undefined) await rm(places.shortSocketDir, { recursive: true, force: true });
  }
}

async function findBase(from: BackupFolder, until: EpochMs | undefined): Promise<BaseBackup> {
  const bases = await readBases(from);
  const base = chooseBase(bases, until);
  if (base !== undefined) return base;
  const oldest = Math.min(...bases.map(({ endedAt }) => endedAt));
  throw new AppError('backup-not-found', bases.length === 0 ? {} : { oldest: new Date(oldest).toISOString() });
}

async function refuseOtherVersion({ majorVersion }: BaseBackup, initdb: string): Promise<void> {
  const { stdout } = await run(initdb, ['--version']);
  if (Number(/\d+/.exec(stdout)?.[0]) !== majorVersion) {
    throw new AppError('backup-of-another-version', { version: majorVersion });
  }
}

/** As the server's user, whose the files then are. */
async function unpack(baseDir: string, clusterDir: string, user: ServerUser | undefined): Promise<void> {
  await makeFolder(clusterDir, user);
  const packed = join(baseDir, 'base.tar.gz');
  const { file, args, ...as } = await commandAs(user, 'tar', ['-xzf', packed, '-C', clusterDir], [packed, clusterDir]);
  try {
    await run(file, [...args], as);
  } catch (cause) {
    throw new AppError('backup-broken', { file: packed }, { cause });
  }
  const changed = await findChanged(join(baseDir, manifestFile), clusterDir);
  if (changed !== undefined) throw new AppError('backup-broken', { file: changed });
  await writeFile(join(clusterDir, 'recovery.signal'), '', { mode: 0o600 });
  if (user !== undefined) await chown(join(clusterDir, 'recovery.signal'), user.uid, user.gid);
}

/** Has the server read the log until the moment, gives the roles their passwords here, and looks at what came back. */
async function recover(
  postgres: string,
  from: BackupFolder,
  base: BaseBackup,
  { dir, clusterDir, socketDir }: ClusterPlaces,
  user: ServerUser | undefined,
  until: EpochMs | undefined,
): Promise<RestoredState> {
  // The passwords in the cluster are those of another folder. The socket's folder is closed to all but us.
  const doors = join(dir, 'restore_hba.conf');
  await writeFile(doors, 'local all postgres trust\n', { mode: 0o600 });
  if (user !== undefined) await chown(doors, user.uid, user.gid);
  const settings = [
    ...serverSettings(socketDir, true),
    ...settingsAsArguments({
      archive_mode: 'off',
      hot_standby: 'off', // nobody asks it anything on the way
      hba_file: doors,
      restore_command: restoreCommand(from.walDir),
      recovery_target_timeline: 'current',
      ...(until === undefined ? {} : { recovery_target_time: writtenMoment(until), recovery_target_action: 'promote' }),
    }),
  ];
  const command = await commandAs(user, postgres, ['-D', clusterDir, ...settings], [clusterDir, from.walDir]);
  const server = createPostgresSupervisor({ dir, clusterDir, command, startLimitMs: longestRecoveryMs });
  await server.start().catch(async (cause: unknown) => {
    throw (await endedTooEarly(dir)) ? new AppError('restore-point-not-reached', {}, { cause }) : cause;
  });
  try {
    const socket = encodeURIComponent(socketDir);
    await atServer(`postgres://postgres@${socket}/postgres`, async (client) => {
      await endCopies(client);
      await renewPasswords(client, dir);
    });
    return await atServer(`postgres://postgres@${socket}/${databaseName}`, (client) =>
      checkRestored(client, base.rowsAtLeast),
    );
  } finally {
    await server.stop();
    await rm(doors, { force: true });
  }
}

/** With its offset in figures: names of zones are not known on a command line. */
function writtenMoment(at: EpochMs): string {
  return new Date(at).toISOString().replace('T', ' ').replace('Z', '+00');
}

/** PostgreSQL says so in its log alone. */
async function endedTooEarly(dir: string): Promise<boolean> {
  const log = await readFile(join(dir, 'postgres.log'), 'utf8').catch(() => '');
  return log.includes('recovery ended before configured recovery target was reached');
}

async function renewPasswords(client: pg.Client, dir: string): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    'select rolname as role from pg_roles where rolname = any($1)',
    [roles],
  );
  for (const { role } of rows) {
    const secret = client.escapeLiteral(await password(dir, role));
    await client.query(`alter role ${client.escapeIdentifier(role)} password ${secret}`);
  }
}

async function atServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'foyer-restore' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
