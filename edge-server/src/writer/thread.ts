// The writer's thread: takes what arrives, and whatever more is there by then, into one batch. With one client there is
// never more, and it is committed at once: no timer waits for company.

import { parentPort, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { AppError, invariant } from '@foyer/contracts/app-error.ts';
import { minuteMs, secondMs } from '@foyer/contracts/time.ts';
import { isDamaged } from '../adapters/sqlite/connection.ts';
import { composeWriter, type ComposedWriter } from './compose.ts';
import type { BatchOutcome, FromMain, FromWriter, Job, WhatToOpen, WriterSettings } from './jobs.ts';

const largestBatch = 256;
const quietMs = 2 * secondMs;
/** So many commits fill about two thirds of the write-ahead log. */
const commitsBeforeTidying = 300;
const clockEveryMs = minuteMs;

/** Opens the database once it is told which. */
export function serveWriter(): void {
  const port = parentPort;
  invariant(port !== null, 'the writer runs in a worker thread');
  port.once('message', ({ settings }: WhatToOpen) => serve(port, settings));
}

function serve(port: MessagePort, settings: WriterSettings): void {
  try {
    new WriterThread(port, settings).start();
  } catch (error) {
    const known = error instanceof AppError;
    const cause = known && error.cause instanceof Error ? ` (${error.cause.message})` : '';
    say(port, {
      kind: 'refused-to-start',
      code: known ? error.code : isDamaged(error) ? 'log-unproven' : 'storage-failed',
      facts: known ? { ...error.facts } : {},
      message: `${error instanceof Error ? error.message : String(error)}${cause}`,
    });
    port.close();
  }
}

class WriterThread {
  readonly #port: MessagePort;
  readonly #batching: boolean;
  readonly #composed: ComposedWriter;
  #stopping = false;
  #isFull = false;
  #commits = 0;
  #beatIsDue = true;
  #quiet: NodeJS.Timeout | undefined;
  #clock: NodeJS.Timeout | undefined;

  constructor(port: MessagePort, settings: WriterSettings) {
    this.#port = port;
    this.#batching = settings.batching;
    this.#composed = composeWriter(settings, (error, job) => this.#report(error, job));
  }

  start(): void {
    const { clockIsWrong } = this.#composed.engine.load();
    if (clockIsWrong) this.#tell(this.#composed.engine.freezeClock());
    this.#tell(this.#composed.engine.noticeGap());
    this.#port.on('message', (message: FromMain) => this.#take(message));
    this.#clock = setInterval(() => this.#everyMinute(), clockEveryMs);
    say(this.#port, { kind: 'ready' });
    this.#composed.settle();
    this.#tidyWhenQuiet();
  }

  #everyMinute(): void {
    this.#beatIsDue = true;
    this.#take({ kind: 'look-at-clock', id: 0 });
  }

  #take(message: FromMain): void {
    if (message.kind === 'stop') {
      this.#stopping = true;
    } else {
      let room = this.#batching ? largestBatch - 1 : 0;
      this.#tell(
        this.#composed.engine.run(message, () => (room-- > 0 && !this.#stopping ? this.#arrived() : undefined)),
      );
      this.#commits += 1;
      if (this.#commits >= commitsBeforeTidying) this.#tidy();
      else this.#tidyWhenQuiet();
    }
    if (this.#stopping) this.#stop();
  }

  /** What has arrived by now, without waiting. */
  #arrived(): Job | undefined {
    const received = receiveMessageOnPort(this.#port) as { readonly message: FromMain } | undefined;
    if (received?.message.kind !== 'stop') return received?.message;
    this.#stopping = true;
    return undefined;
  }

  #tell(outcome: BatchOutcome): void {
    this.#noteRoom(outcome.full ?? (outcome.committed === undefined ? undefined : false));
    say(this.#port, { kind: 'batch', ...outcome });
    if (outcome.fatal !== undefined) this.#end();
  }

  #noteRoom(isFull: boolean | undefined): void {
    if (isFull === undefined || isFull === this.#isFull) return;
    this.#isFull = isFull;
    say(this.#port, { kind: 'storage', full: isFull });
  }

  #tidyWhenQuiet(): void {
    if (this.#quiet !== undefined) {
      this.#quiet.refresh();
      return;
    }
    this.#quiet = setTimeout(() => {
      this.#quiet = undefined;
      this.#tidy();
    }, quietMs);
  }

  #tidy(): void {
    this.#commits = 0;
    this.#beat();
    try {
      this.#noteRoom(this.#composed.tidy(this.#isFull));
    } catch (error) {
      this.#tell({
        answers: [],
        fatal: { message: error instanceof Error ? error.message : String(error) },
      });
    }
  }

  /** Once a minute at most, and while nobody waits. */
  #beat(): void {
    if (!this.#beatIsDue) return;
    this.#beatIsDue = false;
    this.#tell(this.#composed.engine.run({ kind: 'beat', id: 0 }, () => undefined));
  }

  #stop(): void {
    this.#end();
    this.#composed.tidy(false);
    this.#composed.close();
    say(this.#port, { kind: 'stopped' });
  }

  /** Takes nothing more. After a failure the connection is left alone: what it holds cannot be trusted. */
  #end(): void {
    clearInterval(this.#clock);
    clearTimeout(this.#quiet);
    this.#port.removeAllListeners('message');
    this.#port.unref();
  }

  #report(error: unknown, job: Job): void {
    const command = job.kind === 'submit' ? job.submission.command : undefined;
    const message = error instanceof Error ? error.message : String(error);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    say(this.#port, {
      kind: 'fault',
      message,
      stack,
      task: command?.type ?? job.kind,
      commandId: command?.commandId ?? null,
    });
  }
}

function say(port: MessagePort, message: FromWriter): void {
  port.postMessage(message);
}
