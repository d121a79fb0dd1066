/**
 * The clock of an edge whose days a bench moves on: preloaded into its process (`--import <this file>?<control file>`),
 * which its threads inherit. The wall clock, the monotonic one, what is looked at again every second or more seldom, and a
 * timer that goes off once after a long time follow what the bench has written; one that goes off sooner keeps the
 * machine's time, because it waits for a disk, a line or a thread. Asked by the bench, each thread clears its heap and says
 * how large it is.
 */
import { openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import { promisify } from 'node:util';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { threadId } from 'node:worker_threads';

/** What a thread says of itself. */
export interface ThreadHeap {
  /** The question that it answers; none yet: 0. */
  readonly question: number;
  readonly usedBytes: number;
}

/** Two numbers of eight bytes: how far the clock was moved, in ms, and the last question. */
export const controlBytes = 16;
export const threadFile = (control: string, thread: string): string => `${control}.thread-${thread}`;

export interface MovedClock {
  /** The file that moves it. */
  readonly control: string;
  /** A timer that goes off once follows it from here on, and one of this very length. */
  readonly onceFromMs: number;
  readonly onceMs?: number;
}

/** Node's options for a process whose clock is moved. */
export function movedClockOptions(clock: MovedClock): readonly string[] {
  const url = new URL(import.meta.url);
  url.search = encodeURIComponent(JSON.stringify(clock));
  return ['--import', url.href];
}

const lookEveryMs = 2;
const followedFromMs = 1_000;
const nsInMs = 1_000_000;

interface Interval {
  readonly everyMs: number;
  readonly act: () => void;
  dueAt: number;
}

const wanted = decodeURIComponent(new URL(import.meta.url).search.slice(1));
if (wanted !== '') followControl(JSON.parse(wanted) as MovedClock);

function followControl({ control, onceFromMs, onceMs }: MovedClock): void {
  const file = openSync(control, 'r');
  const read = Buffer.alloc(8);
  const numberAt = (place: number): number => {
    readSync(file, read, 0, 8, place);
    return read.readDoubleLE();
  };
  const movedMs = (): number => numberAt(0);
  const machine = { Date, setInterval, setTimeout, clearInterval, clearTimeout, hrtime: process.hrtime.bigint };

  class MovedDate extends Date {
    constructor(...parts: readonly [] | ConstructorParameters<typeof Date>) {
      if (parts.length === 0) super(machine.Date.now() + movedMs());
      else super(...parts);
    }
    static override now(): number {
      return machine.Date.now() + movedMs();
    }
  }
  globalThis.Date = MovedDate as typeof Date;
  process.hrtime.bigint = () => machine.hrtime.call(process.hrtime) + BigInt(Math.round(movedMs() * nsInMs));
  const now = (): number => Number(process.hrtime.bigint()) / nsInMs;

  const intervals = new Map<unknown, Interval>();
  const look = (interval: Interval, at: number = now()): void => {
    if (at < interval.dueAt) return;
    interval.dueAt = at + interval.everyMs;
    interval.act();
  };
  globalThis.setInterval = ((act: (...given: unknown[]) => void, everyMs = 0, ...given: unknown[]) => {
    if (everyMs < followedFromMs) return machine.setInterval(act, everyMs, ...given);
    const interval: Interval = { everyMs, act: () => act(...given), dueAt: now() + everyMs };
    const handle = machine.setInterval(() => look(interval), everyMs);
    intervals.set(handle, interval);
    return handle;
  }) as typeof setInterval;
  const followedOnce = (act: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
    if (!(ms >= onceFromMs || ms === onceMs)) return machine.setTimeout(act, ms, ...given);
    // The machine's own is there to be held, cleared and refreshed; what is due is seen by the looking below.
    const handle = machine.setTimeout(() => undefined, ms);
    const happen = (): void => {
      intervals.delete(handle);
      machine.clearTimeout(handle);
      act(...given);
    };
    const begin = (): void => void intervals.set(handle, { everyMs: ms, act: happen, dueAt: now() + ms });
    handle.refresh = () => {
      begin();
      return handle;
    };
    begin();
    return handle;
  };
  const { [promisify.custom]: promised } = machine.setTimeout as { [promisify.custom]?: unknown };
  globalThis.setTimeout = Object.assign(followedOnce, { [promisify.custom]: promised }) as unknown as typeof setTimeout;
  const clearing =
    (clear: typeof clearInterval): typeof clearInterval =>
    (handle) => {
      intervals.delete(handle);
      clear(handle);
    };
  globalThis.clearInterval = clearing(machine.clearInterval);
  globalThis.clearTimeout = clearing(machine.clearTimeout);
  // The line's library takes them from their module.
  Object.assign(timers, { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout });
  syncBuiltinESMExports();

  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const ownName = `${process.pid}-${threadId}`;
  let answered = 0;
  const answer = (question: number): void => {
    answered = question;
    const said: ThreadHeap = { question, usedBytes: getHeapStatistics().used_heap_size };
    const own = threadFile(control, ownName);
    writeFileSync(`${own}.new`, JSON.stringify(said));
    renameSync(`${own}.new`, own);
  };
  answer(0);
  process.once('exit', () => rmSync(threadFile(control, ownName), { force: true }));
  machine
    .setInterval(() => {
      const at = now();
      for (const interval of intervals.values()) look(interval, at);
      const question = numberAt(8);
      if (question === answered) return;
      collectGarbage();
      answer(question);
    }, lookEveryMs)
    .unref();
}
