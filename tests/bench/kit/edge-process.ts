/** The edge as its own process, started as a clinic starts it, so that what is measured is what runs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { atExit } from './at-exit.ts';
import { type BenchClinic, repositoryRoot } from './bench-clinic.ts';
import { settledPort } from '@foyer/demo/launch/free-port.ts';

export interface EdgeOptions {
  readonly clinic: BenchClinic;
  /** Words before Node's own, such as those of strace. */
  readonly prefix?: readonly string[];
  /** Node's options, such as `--import`. */
  readonly nodeOptions?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** For screens that come back to the same address; otherwise one that is free. */
  readonly port?: number;
}

export interface EdgeProcess {
  readonly url: string;
  /** Of Node itself, also behind a prefix. */
  readonly pid: number;
  /** On this process's monotonic clock, just before the start. */
  readonly startedAt: number;
  readonly readyAt: number;
  /** Everything that it has printed. */
  output(): string;
  /** Its status, once it has ended; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** SIGTERM, and waits for its end. */
  stop(): Promise<void>;
  /** SIGKILL, and waits for its end. */
  kill(): Promise<void>;
}

/** A machine that does much else besides takes long, and is not amiss for that. */
const longestStartMs = 180_000;
const longestStopMs = 20_000;
const pollEveryMs = 4;

/** Resolves when `/readyz` answers with success; throws with what the edge printed when it ends before. */
export async function startEdge(options: EdgeOptions): Promise<EdgeProcess> {
  const { clinic, prefix = [], nodeOptions = [] } = options;
  const [port, tlsPort, mqttPort] = [
    options.port ?? (await settledPort(0)),
    await settledPort(0),
    await settledPort(0),
  ];
  const main = join(repositoryRoot, 'edge-server', 'src', 'main.ts');
  const [program, ...args] = [...prefix, process.execPath, ...nodeOptions, main] as const;
  const startedAt = performance.now();
  const child = spawn(program, args, {
    cwd: repositoryRoot,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      FOYER_DATA_DIR: clinic.dataDir,
      FOYER_DEMONSTRATION_FILE: clinic.demonstrationFile,
      FOYER_BIND: '127.0.0.1',
      FOYER_EDGE_PORT: String(port),
      FOYER_EDGE_TLS_PORT: String(tlsPort),
      FOYER_MQTT_PORT: String(mqttPort),
      FOYER_LOG_LEVEL: 'warn',
      ...options.environment,
    },
  });
  const left = atExit(() => signalGroup(child, 'SIGKILL'));
  const ended = once(child, 'close').then(([status]) => status as number | null);
  void ended.then(() => left.forget());
  const chunks: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  const output = (): string => chunks.join('');

  const url = `http://127.0.0.1:${port}`;
  try {
    await waitUntilReady(child, url, startedAt + longestStartMs);
  } catch (cause) {
    left.now();
    throw new Error(`the edge did not start\n${output()}`, { cause });
  }
  return {
    url,
    pid: prefix.length === 0 ? child.pid! : onlyChildOf(child.pid!),
    startedAt,
    readyAt: performance.now(),
    output,
    ended,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function waitUntilReady(child: ChildProcess, url: string, deadline: number): Promise<void> {
  for (;;) {
    if (hasEnded(child)) throw new Error(`it ended with ${child.exitCode ?? child.signalCode}`);
    if (performance.now() > deadline) throw new Error('it was not ready in time');
    try {
      const response = await fetch(`${url}/readyz`);
      await response.body?.cancel();
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await sleep(pollEveryMs);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'close');
  signalGroup(child, signal);
  const late = setTimeout(() => signalGroup(child, 'SIGKILL'), longestStopMs);
  await ended;
  clearTimeout(late);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** The whole group: a tracer would outlive its tracee, or the other way round. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Linux keeps the children of each thread of a process; a tracer has one thread and one child. */
function onlyChildOf(pid: number): number {
  const [first = ''] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  return Number(first);
}
