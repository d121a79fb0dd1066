// The demonstration as a user starts it, in a folder and on ports of its own.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DemoFile } from '@foyer/demo/launch/demo-file.ts';

const root = join(import.meta.dirname, '../..');

export class Demonstration {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'foyer-e2e-'));
  readonly lines: string[] = [];
  readonly #environment: Readonly<Record<string, string>>;
  #process: ChildProcess | undefined;

  constructor(environment: Readonly<Record<string, string>> = {}) {
    this.#environment = environment;
  }

  /** Resolves at the line `foyer ready`. */
  start(): Promise<void> {
    const free = {
      FOYER_EDGE_PORT: '0',
      FOYER_EDGE_TLS_PORT: '0',
      FOYER_PMS_PORT: '0',
      FOYER_MQTT_PORT: '0',
      FOYER_VIRTUAL_PRINTER_PORT: '0',
    };
    const child = spawn(process.execPath, ['demo/src/main.ts'], {
      cwd: root,
      env: { ...process.env, ...free, FOYER_DATA_DIR: this.dataDir, ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    return new Promise((resolve, reject) => {
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

  async stop(): Promise<void> {
    const child = this.#process;
    if (child !== undefined && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
