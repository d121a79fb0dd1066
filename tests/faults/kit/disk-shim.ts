/**
 * What stands between a process and its disk (`disk-shim.c`), made on this machine by its compiler when a run needs it.
 * Where there is no compiler the run says so with a code; it never passes. Whether a program lets itself be watched is for
 * the run to see.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../../bench/kit/at-exit.ts';
import { RunRefused } from '../../bench/kit/run-refused.ts';

export interface DiskShim {
  /** What a process is started with so that its calls below that folder are seen. */
  environment(folder: string, log?: string): Readonly<Record<string, string>>;
  remove(): void;
}

/** Throws `compiler-missing`. */
export function makeDiskShim(): DiskShim {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-shim-'));
  const left = atExit(() => rmSync(folder, { recursive: true, force: true }));
  const library = join(folder, 'disk-shim.so');
  const source = join(import.meta.dirname, 'disk-shim.c');
  const made = spawnSync('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread'], {
    encoding: 'utf8',
  });
  if (made.status !== 0)
    throw new RunRefused('compiler-missing', `this run needs cc: ${made.error?.message ?? made.stderr}`);
  return {
    environment: (watched, log) => ({
      LD_PRELOAD: library,
      DISK_FOLDER: watched,
      ...(log === undefined ? {} : { DISK_LOG: log }),
    }),
    remove: () => left.now(),
  };
}
