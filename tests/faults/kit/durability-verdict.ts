/**
 * The promise that a trace has to show: an answer of success leaves only after a sync that covers the row it
 * answers for. For each command, in this order: its row goes into the write-ahead log, a sync of that file
 * begins and ends, and then the first byte of the answer goes out on the connection that the command came in on.
 */
import type { TraceEvent } from './trace-line.ts';

export interface DurabilityVerdict {
  /** Answers of success that were traced from request to answer. */
  readonly answered: number;
  readonly violations: readonly string[];
}

export interface DurabilityJudge {
  see(event: TraceEvent): void;
  verdict(): DurabilityVerdict;
}

const reads = new Set(['read', 'recvfrom', 'recvmsg', 'readv']);
const sends = new Set(['write', 'writev', 'sendto', 'sendmsg']);
const fileWrites = new Set(['pwrite64', 'pwritev', 'pwritev2', 'write', 'writev']);
const syncs = new Set(['fsync', 'fdatasync']);
const commandIdInRequest = /\\?"commandId\\?":\\?"([0-9a-f-]{36})\\?"/g;

/** What a command has reached so far; it never goes back. */
type Progress = 'received' | 'written' | 'synced';

/** Judges one process: the events of all its threads, in the order of the trace. */
export function createDurabilityJudge(): DurabilityJudge {
  /** The command that each connection waits for the answer of. */
  const awaited = new Map<string, string>();
  const progress = new Map<string, Progress>();
  /** Which of the written commands each running sync covers, by thread. */
  const covered = new Map<string, readonly string[]>();
  const violations: string[] = [];
  let answered = 0;

  const receive = ({ descriptor = '', text }: TraceEvent): void => {
    for (const [, commandId = ''] of text.matchAll(commandIdInRequest)) {
      awaited.set(descriptor, commandId);
      progress.set(commandId, progress.get(commandId) ?? 'received');
    }
  };
  const write = ({ text }: TraceEvent): void => {
    for (const commandId of awaited.values())
      if (progress.get(commandId) === 'received' && text.includes(commandId)) progress.set(commandId, 'written');
  };
  const beginSync = ({ thread }: TraceEvent): void => {
    const written = [...progress].filter(([, state]) => state === 'written').map(([id]) => id);
    covered.set(thread, written);
  };
  const endSync = ({ thread, result }: TraceEvent): void => {
    for (const commandId of covered.get(thread) ?? []) if (result === 0) progress.set(commandId, 'synced');
    covered.delete(thread);
  };
  const answer = ({ descriptor = '', text }: TraceEvent): void => {
    const status = /"HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
    const commandId = awaited.get(descriptor);
    if (status === undefined || commandId === undefined) return;
    awaited.delete(descriptor);
    const state = progress.get(commandId);
    progress.delete(commandId);
    if (status !== '200') return;
    answered += 1;
    if (state !== 'synced') violations.push(`${commandId} was answered when it was only ${state ?? 'unknown'}`);
  };

  return {
    see(event) {
      const { call, edge, descriptor } = event;
      if (descriptor === undefined) return;
      if (isConnection(descriptor)) {
        if (reads.has(call) && edge === 'exit') receive(event);
        if (sends.has(call) && edge === 'enter') answer(event);
      } else if (isWriteAheadLog(descriptor)) {
        if (fileWrites.has(call) && edge === 'exit') write(event);
        if (syncs.has(call)) (edge === 'enter' ? beginSync : endSync)(event);
      }
    },
    verdict: () => ({ answered, violations }),
  };
}

function isConnection(descriptor: string): boolean {
  return /^\d+<TCP/.test(descriptor);
}

function isWriteAheadLog(descriptor: string): boolean {
  return descriptor.endsWith('-wal>');
}
