/**
 * `strace` as a tool of measurement: it slows the disk down (a delay injected into every sync) and records
 * system calls. With a seccomp filter only the named calls stop the process; the others run at full speed.
 */
import { spawnSync } from 'node:child_process';
import { RunRefused } from './run-refused.ts';

const syncCalls = 'fsync,fdatasync';
const tracedCalls = [
  ...['read', 'readv', 'recvfrom', 'recvmsg', 'write', 'writev', 'sendto', 'sendmsg'],
  ...['pwrite64', 'pwritev', 'pwritev2', 'fsync', 'fdatasync'],
].join(',');
/** Longer than a page of the database or a request, so that no commandId is cut off. */
const printedBytes = 70_000;

/** Whether this user may trace its own children here; many containers forbid it. */
export function mayTrace(): boolean {
  const { status } = spawnSync(
    'strace',
    ['-f', '-qq', '--seccomp-bpf', '-e', `trace=${syncCalls}`, '-o', '/dev/null', 'true'],
    { stdio: 'ignore', timeout: 10_000 },
  );
  return status === 0;
}

export function requireTracing(): void {
  if (!mayTrace()) throw new RunRefused('trace-not-permitted', 'this run needs strace, which may not trace here');
}

/** The words before a command that make each of its syncs take that much longer; `log` gets a line for each. */
export function withSlowSyncs(delayMs: number, log: string): readonly string[] {
  return [
    ...['strace', '-f', '-qq', '-y', '--seccomp-bpf', '-o', log],
    ...['-e', `trace=${syncCalls}`, '-e', injectedDelay(delayMs)],
  ];
}

/**
 * The words before a command that record what it reads, writes and syncs, sockets with both their addresses.
 * The delay before each sync gives an answer that leaves too early all the time to be seen doing so.
 */
export function withTrace(delayMs: number, log: string): readonly string[] {
  return [
    ...['strace', '-f', '-qq', '-yy', '-s', String(printedBytes), '--seccomp-bpf', '-o', log],
    ...['-e', `trace=${tracedCalls}`, '-e', injectedDelay(delayMs)],
  ];
}

function injectedDelay(delayMs: number): string {
  return `inject=${syncCalls}:delay_enter=${Math.round(delayMs * 1000)}`;
}
