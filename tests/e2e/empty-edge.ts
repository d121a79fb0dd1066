// An edge as it is when its box is switched on for the first time: its own process, an empty folder, no centre.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');
const consoleLine = /^First run: open (\S+) on this machine; the one-time code is (\S+)$/;

/** What its console says. */
export interface FirstRunLine {
  readonly url: string;
  readonly code: string;
  readonly mqttUrl: string;
  /** 0 where it hears no scanner over the network. */
  readonly scannerPort: number;
}

export class EmptyEdge {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'foyer-e2e-empty-'));
  #process: ChildProcess | undefined;

  /** With more settings than an empty box has. */
  start(settings: Readonly<Record<string, string>> = {}): Promise<FirstRunLine> {
    const child = spawn(process.execPath, ['edge-server/src/main.ts'], {
      cwd: root,
      env: {
        ...process.env,
        FOYER_DATA_DIR: this.#dataDir,
        FOYER_BIND: '127.0.0.1',
        FOYER_EDGE_PORT: '0',
        FOYER_EDGE_TLS_PORT: '0',
        FOYER_MQTT_PORT: '0',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    const said: string[] = [];
    return new Promise((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          said.push(line);
          const first = firstRunIn(said);
          if (first !== undefined) resolve(first);
        });
      }
      child.once('exit', (status) => reject(new Error(`the edge ended with ${status}:\n${said.join('\n')}`)));
    });
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

/** Undefined until its console and its log have said it all. */
function firstRunIn(said: readonly string[]): FirstRunLine | undefined {
  const [, url, code] = said.map((line) => consoleLine.exec(line)).find((found) => found !== null) ?? [];
  const ready = said.find((line) => line.includes('"edge-ready"'));
  if (url === undefined || code === undefined || ready === undefined) return undefined;
  const { mqttUrl, scannerPort = 0 } = JSON.parse(ready) as { readonly mqttUrl: string; readonly scannerPort?: number };
  return { url, code, mqttUrl, scannerPort };
}
