// The writer seen from the main thread: a promise for each task, kept until its batch is committed. Listeners hear of a
// commit before the promises of its tasks resolve, so that who was answered finds the views up to date.

import type { Worker } from 'node:worker_threads';
import { AppError } from '@foyer/contracts/app-error.ts';
import type { FeedPage } from '@foyer/contracts/sync-protocol.ts';
import type { BasePart, LogPruner, OfferedCheckpoint, PruneOrder } from '../ports/log-pruning.ts';
import type { BoxChanges, Committed, Initialisation, StatusAnswer, Submission, Writer } from '../ports/writer.ts';
import { codeAnswer } from './answers.ts';
import { beginWriterThread } from './begin-thread.ts';
import type { FromMain, FromWriter, Task, TaskAnswer, WhatToOpen, WriterSettings } from './jobs.ts';

export interface WriterFault {
  readonly message: string;
  readonly stack: string;
  readonly task: string;
  readonly commandId: string | null;
}

interface Waiting {
  readonly kind: Task['kind'];
  readonly settle: (answer: TaskAnswer) => void;
}

const State = { idle: 'idle', running: 'running', stopping: 'stopping', ended: 'ended' } as const;

export class WriterClient implements Writer, LogPruner {
  readonly name = 'writer';
  readonly #settings: WriterSettings;
  readonly #begun: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  readonly #committed: ((committed: Committed) => void)[] = [];
  readonly #fatal: ((error: Error) => void)[] = [];
  readonly #faults: ((fault: WriterFault) => void)[] = [];
  readonly #room: ((isFull: boolean) => void)[] = [];
  #worker: Worker | undefined;
  #state: (typeof State)[keyof typeof State] = State.idle;
  #lastId = 0;
  #isFull = false;
  #stopped: (() => void) | undefined;

  /** `begun`: its thread, where that was begun before. */
  constructor(settings: Omit<WriterSettings, 'batching'> & { readonly batching?: boolean }, begun?: Worker) {
    this.#settings = { ...settings, batching: settings.batching ?? true };
    this.#begun = begun;
  }

  /** Resolves when the writer has opened and loaded its database; rejects with why it could not. */
  start(): Promise<void> {
    const worker = this.#begun ?? beginWriterThread();
    this.#worker = worker;
    worker.postMessage({ kind: 'open', settings: this.#settings } satisfies WhatToOpen);
    return new Promise((resolve, reject) => {
      worker.on('message', (message: FromWriter) => {
        if (message.kind === 'ready') {
          this.#state = State.running;
          resolve();
        } else if (message.kind === 'refused-to-start') {
          this.#state = State.ended;
          reject(new AppError(message.code, { ...message.facts, why: message.message }));
        } else {
          this.#hear(message);
        }
      });
      worker.on('error', (cause) => {
        const error = new AppError('storage-failed', { writer: 'ended' }, { cause });
        reject(error);
        this.#fail(error);
      });
      worker.on('exit', () => this.#fail(new AppError('storage-failed', { writer: 'ended' })));
    });
  }

  /** Finishes what was sent before, then closes the database. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined || this.#state === State.ended) return;
    const stopped = new Promise<void>((resolve) => {
      this.#stopped = resolve;
    });
    if (this.#state !== State.stopping) {
      this.#state = State.stopping;
      this.#post({ kind: 'stop' });
    }
    await stopped;
    this.#state = State.ended;
    await worker.terminate();
  }

  /** Whether the disk had no room for what was last written. */
  get isFull(): boolean {
    return this.#isFull;
  }

  async submit(submission: Submission): Promise<StatusAnswer> {
    const answer = await this.#ask({ kind: 'submit', submission });
    return 'status' in answer ? answer : codeAnswer('internal');
  }

  applyFeed(page: FeedPage): Promise<void> {
    return this.#do({ kind: 'feed', page });
  }

  acknowledged(position: { epoch: number; seq: number }): Promise<void> {
    return this.#do({ kind: 'acknowledged', position });
  }

  initialise(initialisation: Initialisation): Promise<void> {
    return this.#do({ kind: 'initialise', initialisation });
  }

  beginEpoch(): Promise<void> {
    return this.#do({ kind: 'begin-epoch' });
  }

  changeBox<K extends keyof BoxChanges>(kind: K, change: BoxChanges[K]): Promise<void> {
    return this.#do({ kind: 'box', change: kind, value: change } as Task);
  }

  keepBasePart(part: BasePart): Promise<void> {
    return this.#do({ kind: 'keep-base-part', part });
  }

  keepCheckpoint(offered: OfferedCheckpoint): Promise<void> {
    return this.#do({ kind: 'keep-checkpoint', offered });
  }

  prune(order: PruneOrder): Promise<void> {
    return this.#do({ kind: 'prune', order });
  }

  /** No listener hears of a commit any more; who asked for it is still answered. */
  tellNobody(): void {
    this.#committed.length = 0;
  }

  onCommitted(listener: (committed: Committed) => void): void {
    this.#committed.push(listener);
  }

  onFatal(listener: (error: Error) => void): void {
    this.#fatal.push(listener);
  }

  /** Told when the disk has no room, and when it has again. */
  onRoom(listener: (isFull: boolean) => void): void {
    this.#room.push(listener);
  }

  /** Told of a mistake of ours that one command ran into; its message holds no personal data that we put there. */
  onFault(listener: (fault: WriterFault) => void): void {
    this.#faults.push(listener);
  }

  async #do(task: Task): Promise<void> {
    const answer = await this.#ask(task);
    if ('failed' in answer) throw new AppError(answer.failed, { task: task.kind });
    if ('error' in answer) throw new AppError(answer.error.code, { task: task.kind });
  }

  #ask(task: Task): Promise<TaskAnswer> {
    if (this.#state === State.stopping || this.#state === State.ended)
      return Promise.resolve(codeAnswer('shutting-down'));
    if (this.#state === State.idle) return Promise.resolve(codeAnswer('not-ready'));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((settle) => {
      this.#waiting.set(id, { kind: task.kind, settle });
      this.#post({ ...task, id });
    });
  }

  #post(message: FromMain): void {
    this.#worker?.postMessage(message);
  }

  #hear(message: Exclude<FromWriter, { kind: 'ready' | 'refused-to-start' }>): void {
    switch (message.kind) {
      case 'batch':
        if (message.committed !== undefined) for (const listener of this.#committed) listener(message.committed);
        for (const { id, answer } of message.answers) this.#settle(id, answer);
        if (message.fatal !== undefined) this.#fail(new AppError('storage-failed', { why: message.fatal.message }));
        return;
      case 'storage':
        this.#isFull = message.full;
        for (const listener of this.#room) listener(message.full);
        return;
      case 'fault':
        for (const listener of this.#faults) listener(message);
        return;
      case 'stopped':
        this.#stopped?.();
    }
  }

  #settle(id: number, answer: TaskAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.settle(answer);
  }

  /** Whoever still waits may find that it happened: the answer says so, and the process must end. */
  #fail(error: Error): void {
    const expected = this.#state === State.stopping || this.#state === State.ended;
    for (const id of this.#waiting.keys()) this.#settle(id, codeAnswer('storage-failed'));
    this.#stopped?.();
    if (expected) return;
    this.#state = State.ended;
    for (const listener of this.#fatal) listener(error);
  }
}
