/** Debian's Mosquitto on a free port, configured by files of ours. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const program = '/usr/sbin/mosquitto';
const longestStartMs = 5_000;

export function hasMosquitto(): boolean {
  return existsSync(program);
}

export class MosquittoProcess {
  readonly #folder: string;
  readonly #port: number;
  #child: ChildProcess | undefined;

  constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
  }

  get url(): string {
    return `mqtt://127.0.0.1:${this.#port}`;
  }

  /** Where it says which process it is. */
  get pidFile(): string {
    return join(this.#folder, 'mosquitto.pid');
  }

  /** `conf` has everything but where to listen, as the edge writes it. */
  async start(conf: string): Promise<void> {
    const file = join(this.#folder, 'mosquitto.conf');
    const user = process.getuid?.() === 0 ? 'user root\n' : '';
    writeFileSync(
      file,
      `${conf}\n${user}listener ${this.#port} 127.0.0.1\nuse_username_as_clientid true\npid_file ${this.pidFile}\n`,
    );
    this.#child = spawn(program, ['-c', file], { stdio: 'ignore' });
    const deadline = performance.now() + longestStartMs;
    while (!(await this.#answers())) {
      if (performance.now() > deadline) throw new Error('mosquitto does not start');
      await sleep(20);
    }
  }

  /** Reads the files of who may do what again. */
  reload(): void {
    this.#child?.kill('SIGHUP');
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  #answers(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(this.#port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  }
}
