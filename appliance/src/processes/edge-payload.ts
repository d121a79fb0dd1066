// A release of the edge as a process, asked how it is over loopback.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Payload, PayloadHealth } from '../updates/ports.ts';

export interface EdgeProcess {
  /** Where releases are unpacked. */
  readonly versions: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Of plain HTTP, such as `http://127.0.0.1:8080`. */
  readonly url: string;
}

export const nodeOfRelease = 'bin/node';
const stopMs = 30_000;
const answerMs = 5_000;

export class EdgePayload implements Payload {
  readonly #settings: EdgeProcess;
  #child: ChildProcess | undefined;
  #release: string | null = null;
  /** Whether it answered when it was asked last. */
  answered = false;

  constructor(settings: EdgeProcess) {
    this.#settings = settings;
  }

  get runs(): string | null {
    return this.#release;
  }

  start(release: string): void {
    const folder = join(this.#settings.versions, release);
    const child = spawn(join(folder, nodeOfRelease), ['edge-server/src/main.js'], {
      cwd: folder,
      env: this.#settings.environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const gone = (): void => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#release = null;
      this.answered = false;
    };
    child.on('exit', gone);
    child.on('error', gone);
    this.#child = child;
    this.#release = release;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const exited = once(child, 'exit');
    const late = setTimeout(() => child.kill('SIGKILL'), stopMs);
    child.kill('SIGTERM');
    await exited;
    clearTimeout(late);
  }

  async health(): Promise<PayloadHealth> {
    const [alive, ready, figures] = await Promise.all([
      this.#ask('/healthz'),
      this.#ask('/readyz'),
      this.#ask('/metrics'),
    ]);
    this.answered = alive?.ok ?? false;
    const well = this.answered && (ready?.ok ?? false);
    return { well, waiting: well && figures !== undefined ? waitingIn(await figures.text()) : undefined };
  }

  async #ask(path: string): Promise<Response | undefined> {
    try {
      return await fetch(`${this.#settings.url}${path}`, { signal: AbortSignal.timeout(answerMs) });
    } catch {
      return undefined;
    }
  }
}

function waitingIn(figures: string): number | undefined {
  const found = /^foyer_tickets_waiting (\d+)$/m.exec(figures)?.[1];
  return found === undefined ? undefined : Number(found);
}
