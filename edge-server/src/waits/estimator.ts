// The estimating thread seen from the main one. It begins with the first question, so that a clinic where nobody waits
// runs without it, and again with the next after it broke. One that does not answer is ended.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { LearnedWait } from '../ports/wait-records.ts';
import type { WaitAnswer } from './answer.ts';
import type { WaitQuestion } from './question.ts';
import type { AnsweredByThread, AskedOfThread } from './thread.ts';

/** What was learned is asked for only where the thread has to be told. */
export interface Learned {
  readonly hasChanged: boolean;
  readonly all: () => readonly LearnedWait[];
}

export interface Estimator {
  /**
   * `onTickets` hears of who waits as soon as that is known. A question that is put while another is answered may end that
   * one early, after its tickets: then its answer is undefined. Rejects when it broke.
   */
  estimate(
    question: WaitQuestion,
    learned: Learned,
    onTickets: (soFar: WaitAnswer) => void,
  ): Promise<WaitAnswer | undefined>;
  stop(): Promise<void>;
}

/** Far longer than the largest clinic takes. */
export const answersWithinMs = 2 * minuteMs;

/** What a question leaves behind dies young: without a bound, V8 keeps some 40 MB for it. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

export class ThreadEstimator implements Estimator {
  #worker: Worker | undefined;
  #questions = 0;

  estimate(
    question: WaitQuestion,
    learned: Learned,
    onTickets: (soFar: WaitAnswer) => void,
  ): Promise<WaitAnswer | undefined> {
    const id = ++this.#questions;
    const isNew = this.#worker === undefined;
    const worker = this.#worker ?? this.#begin();
    const asked: AskedOfThread = { id, question, ...(isNew || learned.hasChanged ? { learned: learned.all() } : {}) };
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(tooLong);
        worker.off('message', answered);
        worker.off('error', broke);
        worker.off('exit', ended);
        act();
      };
      const answered = (said: AnsweredByThread) => {
        if (said.id !== id) return;
        if (said.of === 'tickets') onTickets(said.answer);
        else settle(() => resolve(said.of === 'all' ? said.answer : undefined));
      };
      const broke = (error: Error) => settle(() => reject(error));
      const ended = () => settle(() => reject(new Error('the estimating thread ended')));
      const tooLong = setTimeout(() => {
        this.#forget(worker);
        void worker.terminate();
        settle(() => reject(new Error('the estimating thread did not answer')));
      }, answersWithinMs).unref();
      worker.on('message', answered);
      worker.on('error', broke);
      worker.on('exit', ended);
      worker.postMessage(asked);
    });
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #begin(): Worker {
    const worker = new Worker(join(import.meta.dirname, 'worker.ts'), { name: 'wait-estimates', resourceLimits });
    worker.unref();
    const gone = () => this.#forget(worker);
    worker.on('error', gone);
    worker.on('exit', gone);
    this.#worker = worker;
    return worker;
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
  }
}
