// The demonstration as a user starts it, in a folder and on ports of its own.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DemoFile } from '@foyer/demo/launch/demo-file.ts';
import { settledPort } from '@foyer/demo/launch/free-port.ts';
import { lanAddress } from '@foyer/demo/launch/lan-address.ts';
import { zoneAtMidday } from '@foyer/edge-server/testing/zone-at-midday.ts';

const root = join(import.meta.dirname, '../..');

type Environment = Readonly<Record<string, string>>;

export class Demonstration {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'foyer-e2e-'));
  readonly lines: string[] = [];
  readonly #environment: Environment;
  #process: ChildProcess | undefined;

  constructor(environment: Environment = {}) {
    this.#environment = environment;
  }

  /** Of the launcher; the servers are its children. */
  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  /** Resolves at the line `foyer ready`. Once stopped it may be started again, over the same folder. */
  async start(changes: Environment = {}): Promise<void> {
    const environment = await onFreePorts({ ...this.#environment, ...changes });
    const child = spawn(process.execPath, ['demo/src/main.ts'], {
      cwd: root,
      env: { ...process.env, FOYER_DATA_DIR: this.dataDir, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    this.lines.splice(0);
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          this.lines.push(line);
          if (line.trim() === 'foyer ready') resolve();
        });
      }
      child.once('exit', (code) =>
        reject(new Error(`the demonstration ended with ${code}:\n${this.lines.slice(-40).join('\n')}`)),
      );
    });
  }

  facts(): DemoFile {
    return JSON.parse(readFileSync(join(this.dataDir, 'demo.json'), 'utf8')) as DemoFile;
  }

  /** As Ctrl-C does. What it holds stays. */
  async interrupt(): Promise<void> {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  async stop(): Promise<void> {
    await this.interrupt();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Tickets have their QR on a machine without a network too: it leads to this machine. */
async function onFreePorts(environment: Environment): Promise<Environment> {
  const pmsPort = environment['FOYER_PMS_PORT'] ?? String(await settledPort(0));
  return {
    TZ: zoneAtMidday(Date.now()),
    FOYER_EDGE_PORT: '0',
    FOYER_EDGE_TLS_PORT: '0',
    FOYER_PMS_PORT: pmsPort,
    FOYER_MQTT_PORT: '0',
    FOYER_VIRTUAL_PRINTER_PORT: '0',
    ...(lanAddress() === undefined && { FOYER_PUBLIC_TICKET_URL: `http://localhost:${pmsPort}` }),
    ...environment,
  };
}
