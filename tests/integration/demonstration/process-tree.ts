// Who descends from a process, from /proc: also who left its process group, and whose parent has ended since.

import { readdirSync, readFileSync } from 'node:fs';

export interface Descendant {
  readonly pid: number;
  readonly command: string;
  /** In clock ticks since the boot: with the id it names one process for good. */
  readonly startedAt: string;
}

export function descendantsOf(pid: number): readonly Descendant[] {
  const children = Map.groupBy(allProcesses(), ({ parent }) => parent);
  const below = (parent: number): readonly Descendant[] =>
    (children.get(parent) ?? []).flatMap(({ pid: child, startedAt }) => [
      { pid: child, startedAt, command: commandOf(child) },
      ...below(child),
    ]);
  return below(pid);
}

/** One that has ended and that nobody has asked about yet is not running. */
export function isRunning({ pid, startedAt }: Descendant): boolean {
  const found = statOf(pid);
  return found !== undefined && found.startedAt === startedAt && found.state !== 'Z';
}

function allProcesses() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? []);
}

/** Source: proc_pid_stat(5); the second field may hold spaces and is left out. */
function statOf(pid: number) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { pid, state: fields[0] ?? '', parent: Number(fields[1]), startedAt: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}
