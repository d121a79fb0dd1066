// Two real PostgreSQL servers on one migrated cluster: `a` begins as the primary, `b` as its standby by streaming
// replication. Each is started, killed as a machine that loses its power, and promoted as an operator does it.

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { connectionUrls, findBinaries, placesIn, serverSettings } from '../adapters/postgres/embedded-cluster.ts';
import { commandAs, findServerUser, type ServerUser } from '../adapters/postgres/server-user.ts';
import { findOrMakeTemplate } from './test-postgres.ts';

export type Node = 'a' | 'b';

export interface PostgresPair {
  /** The weak role, at both servers. */
  readonly databaseUrl: string;
  /** The server's administrator, at one of them. */
  connect(node: Node): Promise<pg.Client>;
  start(node: Node): Promise<void>;
  /** The line between the two breaks: `b` hears nothing more of `a`. */
  cut(): Promise<void>;
  /** SIGKILL to all its processes at once. */
  kill(node: Node): Promise<void>;
  /** Resolves when it was told; it takes writes a moment later. */
  promote(node: Node): Promise<void>;
  /** Resolves when commits of `a` wait for `b` and are confirmed by it. */
  untilConfirmed(): Promise<void>;
  stop(): Promise<void>;
}

export interface PairOptions {
  /** Empty; taken away by `stop`. */
  readonly folder: string;
  /** False: commits do not wait for the standby. */
  readonly synchronous?: boolean;
}

const run = promisify(execFile);
const standbyName = 'foyer_standby';
const nodes = ['a', 'b'] as const;
const pollMs = 5;

export async function startPostgresPair({ folder, synchronous = true }: PairOptions): Promise<PostgresPair> {
  const template = await findOrMakeTemplate();
  const user = await findServerUser();
  const running = new Map<Node, ChildProcess>();
  // A run that is broken off leaves no server behind.
  const endAll = (): void => running.forEach((child) => child.kill('SIGQUIT'));
  process.on('exit', endAll);
  for (const node of nodes) {
    await mkdir(join(folder, node), { recursive: true });
    await run('cp', ['-a', `${template}/.`, join(folder, node)]); // keeps the files' owner, as fs.cp does not
  }
  const urls = {
    a: await connectionUrls(placesIn(join(folder, 'a'))),
    b: await connectionUrls(placesIn(join(folder, 'b'))),
  };
  await follow(join(folder, 'b'), urls.a('postgres', 'postgres'), user);
  if (synchronous) await set(join(folder, 'a'), `synchronous_standby_names = '${standbyName}'`);

  const connect = async (node: Node): Promise<pg.Client> => {
    const client = new pg.Client(urls[node]('postgres', 'foyer'));
    client.on('error', () => undefined); // its server is killed under it
    await client.connect();
    return client;
  };

  async function start(node: Node): Promise<void> {
    const { dir, clusterDir, socketDir } = placesIn(join(folder, node));
    const { postgres } = await findBinaries();
    await rm(join(clusterDir, 'postmaster.pid'), { force: true });
    const settings = [
      ...serverSettings(socketDir, true),
      '-c',
      'archive_mode=off',
      '-c',
      'wal_retrieve_retry_interval=100ms',
    ];
    const { file, args, uid, gid } = await commandAs(user, postgres, ['-D', clusterDir, ...settings], [clusterDir]);
    const log = await open(join(dir, 'postgres.log'), 'a', 0o600);
    const child = spawn(file, [...args], {
      stdio: ['ignore', log.fd, log.fd],
      detached: true,
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
      ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
    });
    running.set(node, child);
    await log.close();
    while (!(await isReady(clusterDir))) {
      if (child.exitCode !== null) throw new Error(await readFile(join(dir, 'postgres.log'), 'utf8'));
      await pause(pollMs);
    }
  }

  async function kill(node: Node): Promise<void> {
    const child = running.get(node);
    running.delete(node);
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    // Nothing is started any more while its processes are looked for.
    child.kill('SIGSTOP');
    const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
    for (const pid of children.split(' ').filter(Boolean).map(Number)) process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    await ended;
  }

  const pair: PostgresPair = {
    databaseUrl: bothHosts(urls.a('foyer_service', 'foyer'), urls.b('foyer_service', 'foyer')),
    connect,
    start,
    kill,
    async cut() {
      const client = await connect('b');
      await client.query(`alter system set primary_conninfo = ''`);
      await client.query('select pg_reload_conf()');
      while ((await client.query('select 1 from pg_stat_wal_receiver')).rowCount !== 0) await pause(pollMs);
      await client.end();
    },
    async promote(node) {
      const client = await connect(node);
      await client.query('select pg_promote(false)');
      await client.end();
    },
    async untilConfirmed() {
      const client = await connect('a');
      const wanted = synchronous ? 'sync' : 'async';
      const ask = `select 1 from pg_stat_replication where state = 'streaming' and sync_state = '${wanted}'`;
      while ((await client.query(ask)).rowCount === 0) await pause(pollMs);
      await client.end();
    },
    async stop() {
      for (const node of nodes) await kill(node);
      process.off('exit', endAll);
      for (const node of nodes) {
        const { shortSocketDir } = placesIn(join(folder, node));
        if (shortSocketDir !== undefined) await rm(shortSocketDir, { recursive: true, force: true });
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
  for (const node of nodes) await start(node);
  await pair.untilConfirmed();
  return pair;
}

/** Makes a copy of the primary's cluster its standby. */
async function follow(dataDir: string, primaryUrl: string, user: ServerUser | undefined): Promise<void> {
  const { username, password, hostname } = new URL(primaryUrl);
  const host = decodeURIComponent(hostname);
  const words = `host=${host} user=${username} password=${decodeURIComponent(password)} application_name=${standbyName}`;
  await set(dataDir, `primary_conninfo = '${words}'`);
  const signal = join(placesIn(dataDir).clusterDir, 'standby.signal');
  await writeFile(signal, '');
  if (user !== undefined) await chown(signal, user.uid, user.gid);
}

async function set(dataDir: string, line: string): Promise<void> {
  await appendFile(join(placesIn(dataDir).clusterDir, 'postgresql.auto.conf'), `${line}\n`);
}

/** PostgreSQL's own note has its status on the eighth line. */
async function isReady(clusterDir: string): Promise<boolean> {
  const note = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => '');
  return note.split('\n')[7]?.trim() === 'ready';
}

function bothHosts(a: string, b: string): string {
  return (
    a.replace(/@([^/]+)\//, (_, host: string) => `@${host},${/@([^/]+)\//.exec(b)?.[1]}/`) +
    '?target_session_attrs=read-write'
  );
}
