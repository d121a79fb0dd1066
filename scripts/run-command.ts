/**
 * Child processes for the scripts. Every child leads a process group of its own, so that a deadline or a
 * signal ends it together with whatever it started, and never anything else.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** `inherit` shows the output as it comes; `capture` hands it back. Standard input is always closed. */
  readonly output?: 'inherit' | 'capture';
  /** The group is killed at this moment on the monotonic clock (`performance.now()`). */
  readonly deadlineMs?: number;
}

export interface CommandResult {
  /** The exit status; 128 and the signal's number when a signal ended it, 127 when it could not start. */
  readonly status: number;
  readonly output: string;
  readonly timedOut: boolean;
  readonly durationMs: number;
}

export const root = dirname(import.meta.dirname);

/** The environment of every child: this very Node comes first on the path. */
export function childEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env['PATH']];
  return { ...process.env, PATH: path.join(':'), ...extra };
}

/** Runs a program to its end. Resolves with its status, and never rejects because of it. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const startedAt = performance.now();
  const capture = options.output === 'capture';
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? childEnvironment(),
    stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    detached: true,
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));

  let timedOut = false;
  const timer =
    options.deadlineMs === undefined
      ? undefined
      : setTimeout(
          () => {
            timedOut = true;
            signalGroup(child.pid, 'SIGKILL');
          },
          Math.max(0, options.deadlineMs - startedAt),
        );
  const forward = (signal: NodeJS.Signals): void => signalGroup(child.pid, signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);

  return new Promise((resolve) => {
    const finish = (status: number): void => {
      clearTimeout(timer);
      process.off('SIGINT', forward).off('SIGTERM', forward);
      const output = Buffer.concat(chunks).toString('utf8');
      resolve({ status, output, timedOut, durationMs: performance.now() - startedAt });
    };
    child.once('error', () => finish(127));
    child.once('close', (code, signal) => finish(code ?? 128 + (signal === 'SIGKILL' ? 9 : 15)));
  });
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
