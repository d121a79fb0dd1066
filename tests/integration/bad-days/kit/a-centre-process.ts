// The PMS as its own process on a real PostgreSQL, so that it can be killed, started again on the same port, and read
// along: what it says on its output is what a clinic would find in its logs.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settledPort } from '@foyer/demo/launch/free-port.ts';
import type { DemonstrationReady } from '@foyer/pms-service/demonstration-main.ts';
import type { DemonstrationFacts } from '@foyer/pms-service/demonstration.ts';
import { repositoryRoot } from '../../../bench/kit/bench-clinic.ts';

export class CentreProcess {
  readonly #facts: DemonstrationFacts;
  readonly #databaseUrl: string;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'foyer-pms-'));
  readonly #output: string[] = [];
  #child: ChildProcess | undefined;
  #port = 0;
  #ready: DemonstrationReady | undefined;

  /** With the weak role's URL of a migrated database, and the facts of one clinic. */
  constructor(databaseUrl: string, facts: DemonstrationFacts) {
    this.#databaseUrl = databaseUrl;
    this.#facts = facts;
  }

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Of the latest start: each makes a credential for the edge. */
  get ready(): DemonstrationReady {
    if (this.#ready === undefined) throw new Error('the centre has not started');
    return this.#ready;
  }

  /** Everything that it has printed. */
  get output(): string {
    return this.#output.join('');
  }

  async start(): Promise<void> {
    this.#port = await settledPort(this.#port);
    const child = spawn(process.execPath, [join(repositoryRoot, 'pms-service/src/demonstration-main.ts')], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        DATABASE_URL: this.#databaseUrl,
        FOYER_DATA_DIR: this.#dataDir,
        FOYER_BIND: '127.0.0.1',
        FOYER_PMS_PORT: String(this.#port),
        FOYER_LOG_LEVEL: 'debug',
      },
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#output.push(text));
    }
    child.send(this.#facts as object);
    const ended = once(child, 'exit').then(([status]) => {
      throw new Error(`the centre ended with ${String(status)}\n${this.output}`);
    });
    const [ready] = (await Promise.race([once(child, 'message'), ended])) as [DemonstrationReady];
    ended.catch(() => undefined);
    this.#ready = ready;
  }

  /** SIGKILL: nothing is finished. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
