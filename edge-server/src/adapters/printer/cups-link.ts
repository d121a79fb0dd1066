// A raw queue of CUPS, for a printer that hangs on another machine's spooler. Nothing comes back from it, and it keeps
// what it cannot print: so a job that is not through in time is cancelled, and never comes out tomorrow morning.

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrinterLine, PrinterLink } from './printer-line.ts';

export interface CupsOptions {
  /** The programs of CUPS, each as the beginning of a command line. */
  readonly programs?: Readonly<Record<'lp' | 'lpstat' | 'cancel', readonly string[]>>;
  /** How long a job may stay in the queue. */
  readonly overdueMs?: number;
  readonly pollMs?: number;
}

/** Their words are read, so they are asked for in one language. */
const inEnglish = ['env', 'LC_ALL=C'];
const usualPrograms = {
  lp: [...inEnglish, 'lp'],
  lpstat: [...inEnglish, 'lpstat'],
  cancel: [...inEnglish, 'cancel'],
};

/** Rejects where the queue is not there, or is stopped. */
export function cupsLink(queue: string, options: CupsOptions = {}): PrinterLink {
  const { programs = usualPrograms, overdueMs = 30_000, pollMs = 500 } = options;
  return async (timeoutMs) => {
    const said = await run([...programs.lpstat, '-p', queue], timeoutMs);
    if (/ disabled /.test(said)) throw new Error(`the queue ${queue} is stopped`);
    return cupsLine(queue, { programs, overdueMs, pollMs });
  };
}

function cupsLine(queue: string, { programs, overdueMs, pollMs }: Required<CupsOptions>): PrinterLine {
  let submission: Submission | undefined;
  const submitting = (): Submission => (submission ??= new Submission([...programs.lp, '-d', queue, '-o', 'raw']));
  return {
    write: (bytes) => submitting().write(bytes),
    onBytes: () => undefined,
    onEnd: () => undefined,
    async handOver() {
      await submission?.end();
      const jobId = submission?.jobId;
      if (jobId === undefined) return;
      const overdueAt = performance.now() + overdueMs;
      while ((await run([...programs.lpstat, '-o', queue], overdueMs)).split(/\s+/).includes(jobId)) {
        if (performance.now() >= overdueAt) {
          await run([...programs.cancel, jobId], overdueMs);
          throw new Error(`${jobId} did not leave its queue`);
        }
        await sleep(pollMs);
      }
    },
    close: () => void submission?.end().catch(() => undefined),
    destroy: () => submission?.kill(),
  };
}

/** One run of `lp` that reads a document from its standard input. */
class Submission {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #said = '';

  constructor(command: readonly string[]) {
    const [program = '', ...words] = command;
    this.#child = spawn(program, words, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#child.stdout?.on('data', (chunk: Buffer) => (this.#said += chunk.toString('latin1')));
    this.#child.stdin?.on('error', () => undefined);
    this.#ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`lp ended with ${code}`))));
    });
    this.#ended.catch(() => undefined);
  }

  /** Known once it has ended: "request id is desk-12 (0 file(s))". */
  get jobId(): string | undefined {
    return /request id is (\S+)/.exec(this.#said)?.[1];
  }

  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#child.stdin?.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): Promise<void> {
    this.#child.stdin?.end();
    return this.#ended;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }
}

function run([program = '', ...words]: readonly string[], timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, words, { timeout: timeoutMs }, (error, stdout) => {
      if (error === null) resolve(stdout);
      else reject(error);
    });
  });
}
