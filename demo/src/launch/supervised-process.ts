// A server that is started, and started again when it ends by itself: after 1 s, 2 s, ... 30 s, and that is said. It
// runs in a process group of its own, so that a Ctrl-C in the terminal reaches it through us alone, and it ends when the
// channel to us closes, so that nothing is left behind when we are killed.

import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SupervisedOptions {
  readonly name: string;
  /** Path of a TypeScript file and its arguments, for this Node. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Sent to each new process before anything else. */
  readonly greeting?: unknown;
  /** What a process sends. */
  readonly onMessage?: (message: unknown) => void;
  /** One line for the person at the terminal. */
  readonly say: (line: string) => void;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly now?: () => number;
}

export const firstRestartMs = 1_000;
export const longestRestartMs = 30_000;
/** A run this long was a good one: the next wait begins at the first again. */
const steadyMs = 60_000;
/** A server that is told to end may take this long: PostgreSQL behind it writes everything down first. */
const graceMs = 30_000;

export class SupervisedProcess {
  readonly name: string;
  readonly #options: SupervisedOptions;
  readonly #stopping = new AbortController();
  #child: ChildProcess | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(options: SupervisedOptions) {
    this.name = options.name;
    this.#options = options;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** As a pulled plug ends it; it is started again as after any other end. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  start(): void {
    this.#running = this.#supervise();
  }

  /** SIGTERM, and SIGKILL for one that does not end in time. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const child = this.#child;
    child?.kill('SIGTERM');
    const deadline = setTimeout(() => child?.kill('SIGKILL'), graceMs);
    await this.#running;
    clearTimeout(deadline);
  }

  async #supervise(): Promise<void> {
    const { say, sleep: wait = defaultSleep, now = Date.now } = this.#options;
    const { signal } = this.#stopping;
    let waitMs = firstRestartMs;
    while (!signal.aborted) {
      const startedAt = now();
      const ending = await this.#runOnce();
      if (signal.aborted) return;
      if (now() - startedAt > steadyMs) waitMs = firstRestartMs;
      say(`${this.name} ended by itself (${ending}); it is started again in ${waitMs / 1_000} s`);
      await wait(waitMs, signal);
      waitMs = Math.min(longestRestartMs, waitMs * 2);
    }
  }

  #runOnce(): Promise<string> {
    const { command, environment, greeting, onMessage } = this.#options;
    const child = spawn(process.execPath, [...command], {
      env: { ...environment },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    this.#child = child;
    if (onMessage !== undefined) child.on('message', onMessage);
    if (greeting !== undefined) child.send(greeting as object);
    return new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `status ${code}`));
    });
  }
}

async function defaultSleep(ms: number, signal: AbortSignal): Promise<void> {
  // An abort is the other way to wake up.
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
