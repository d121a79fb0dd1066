// Keeps one PostgreSQL server on one data folder, as our child.
// 1. One supervisor per folder: a second one is refused while the first lives.
// 2. An orphan (its supervisor was killed) is stopped before a new server starts, never joined.
// 3. A server that ends by itself is started again, later each time until it holds: see `restart-delay.ts`.
// 4. When this process ends without `stop()`, the server is told to shut down all the same.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '@foyer/contracts/app-error.ts';
import { processCommand, processStart } from './process-identity.ts';
import { nextDelay } from './restart-delay.ts';
import type { CommandLine } from './server-user.ts';

export interface SupervisorOptions {
  /** Holds our own `supervisor.json` and the server's log. */
  readonly dir: string;
  readonly clusterDir: string;
  readonly command: CommandLine;
  /** How long a start may take: a restore reads much first. */
  readonly startLimitMs?: number;
  readonly onEvent?: (event: 'orphan-stopped' | 'ended-by-itself' | 'started-again', facts: object) => void;
}

export interface PostgresSupervisor {
  readonly name: 'postgres';
  /** Resolves when the server takes connections. Throws `data-folder-in-use`, `database-did-not-start`. */
  start(): Promise<void>;
  /** Resolves when the server has written everything down and ended. */
  stop(): Promise<void>;
}

const pollMs = 20;
const usualStartLimitMs = 60_000;
/** Then it ends as in a crash: what was committed is safe, and the next start reads the log. */
const stopLimitMs = 8_000;

export function createPostgresSupervisor(options: SupervisorOptions): PostgresSupervisor {
  const claimFile = join(options.dir, 'supervisor.json');
  const logFile = join(options.dir, 'postgres.log');
  const startLimitMs = options.startLimitMs ?? usualStartLimitMs;
  let child: ChildProcess | undefined;
  let stopping = false;
  let restartTimer: NodeJS.Timeout | undefined;
  let delayMs: number | undefined;

  const shutDownOnExit = (): void => void child?.kill('SIGINT');

  async function startServer(): Promise<void> {
    const log = await open(logFile, 'w', 0o600);
    const { file, args, uid, gid } = options.command;
    const started = spawn(file, args, {
      stdio: ['ignore', log.fd, log.fd],
      detached: true, // Ctrl-C in a terminal reaches us alone; we stop the server when nothing uses it any more.
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
      ...(uid === undefined ? {} : { uid, gid }),
    });
    let failure: Error | undefined;
    started.once('error', (error) => (failure = error));
    started.once('exit', (status) => (failure ??= new Error(`exit status ${status}`)));
    child = started;
    try {
      await untilReady(started, () => failure);
    } catch (cause) {
      child = undefined;
      started.kill('SIGQUIT');
      const lastLines = (await readFile(logFile, 'utf8')).split('\n').slice(-6).join(' | ');
      throw new AppError('database-did-not-start', { lastLines }, { cause });
    } finally {
      await log.close();
    }
    const readyAt = performance.now();
    started.once('exit', (status, signal) => {
      if (stopping) return;
      child = undefined;
      delayMs = nextDelay(delayMs, performance.now() - readyAt);
      options.onEvent?.('ended-by-itself', { status, signal, againInMs: delayMs });
      scheduleRestart(delayMs);
    });
  }

  function scheduleRestart(inMs: number): void {
    restartTimer = setTimeout(() => {
      startServer().then(
        () => options.onEvent?.('started-again', {}),
        () => {
          if (stopping) return;
          delayMs = nextDelay(delayMs, undefined);
          scheduleRestart(delayMs);
        },
      );
    }, inMs);
  }

  async function untilReady(started: ChildProcess, failure: () => Error | undefined): Promise<void> {
    for (const deadline = Date.now() + startLimitMs; Date.now() < deadline; await pause(pollMs)) {
      const failed = failure();
      if (failed !== undefined) throw failed;
      const state = readPidFile(options.clusterDir);
      // The server forks nothing before this file, and setpriv becomes the server: the ids are equal.
      if (state?.pid === started.pid && state?.status === 'ready') return;
    }
    throw new Error('not ready in time');
  }

  async function claim(): Promise<void> {
    const holder = await readFile(claimFile, 'utf8').then(
      (text) => JSON.parse(text) as Claim,
      () => undefined,
    );
    if (holder !== undefined && holder.pid !== process.pid && processStart(holder.pid) === holder.start) {
      throw new AppError('data-folder-in-use', { folder: options.dir, pid: holder.pid });
    }
    const mine: Claim = { pid: process.pid, start: processStart(process.pid) ?? '' };
    await writeFile(claimFile, JSON.stringify(mine), { mode: 0o600 });
  }

  async function stopOrphan(): Promise<void> {
    const pid = readPidFile(options.clusterDir)?.pid;
    if (pid === undefined || !processCommand(pid).includes(options.clusterDir)) return;
    await endProcess(pid);
    options.onEvent?.('orphan-stopped', { pid });
  }

  async function stop(): Promise<void> {
    stopping = true;
    clearTimeout(restartTimer);
    process.off('exit', shutDownOnExit);
    const running = child;
    child = undefined;
    if (running !== undefined && running.exitCode === null && running.signalCode === null) {
      const ended = once(running, 'exit');
      running.kill('SIGINT');
      const giveUp = setTimeout(() => running.kill('SIGQUIT'), stopLimitMs);
      await ended;
      clearTimeout(giveUp);
    }
    await rm(claimFile, { force: true });
  }

  return {
    name: 'postgres',
    async start() {
      stopping = false;
      await claim();
      process.on('exit', shutDownOnExit);
      try {
        await stopOrphan();
        await startServer();
      } catch (error) {
        await stop();
        throw error;
      }
    },
    stop,
  };
}

interface Claim {
  readonly pid: number;
  readonly start: string;
}

/** PostgreSQL's own note: its process id on the first line, its status on the eighth. */
function readPidFile(clusterDir: string): { pid: number; status: string | undefined } | undefined {
  try {
    const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}

async function endProcess(pid: number): Promise<void> {
  const start = processStart(pid);
  const gone = (): boolean => processStart(pid) !== start;
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!gone()) process.kill(pid, signal);
    for (const deadline = Date.now() + stopLimitMs; Date.now() < deadline; await pause(pollMs)) {
      if (gone()) return;
    }
  }
  throw new AppError('database-did-not-stop', { pid });
}
