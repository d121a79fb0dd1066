// Which process a number means. A process id is used again after a restart of the machine, so a file that names one
// also holds when that process started.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What stays the same for one process and differs for the next one of the same number; undefined when none runs. */
export function processStart(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return askPs(pid, 'lstart=');
  }
}

/** The command line of a running process; empty when there is none. */
export function processCommand(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return askPs(pid, 'command=') ?? '';
  }
}

function askPs(pid: number, column: string): string | undefined {
  if (process.platform === 'linux') return undefined;
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
