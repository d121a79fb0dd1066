// A batch: one transaction, one sync, a savepoint around each task. Answers are collected and given out by the caller
// after the commit alone. A full disk takes the whole batch back, in memory too; any other failure of the disk is fatal,
// and nothing is tried again.

import { FailureKind, type Transactions } from '../ports/transactions.ts';
import { codeAnswer } from './answers.ts';
import type { Job, TaskAnswer } from './jobs.ts';
import type { Journal } from './journal.ts';

export interface BatchParts {
  readonly transactions: Transactions;
  readonly journal: Journal;
  readonly perform: (job: Job) => TaskAnswer;
  /** Told of a mistake of ours: the task was taken back. */
  readonly onFault: (error: unknown, job: Job) => void;
}

export type BatchResult =
  | {
      readonly ok: true;
      readonly answers: readonly { readonly id: number; readonly answer: TaskAnswer }[];
    }
  | {
      readonly ok: false;
      readonly full: boolean;
      readonly error: unknown;
      readonly answers: readonly { readonly id: number; readonly answer: TaskAnswer }[];
    };

/** `next` gives the task that arrived meanwhile, as long as there is one and the batch has room. */
export function runBatch(first: Job, next: () => Job | undefined, parts: BatchParts): BatchResult {
  const { transactions, journal } = parts;
  const taken: Job[] = [first];
  const answers: { id: number; answer: TaskAnswer }[] = [];
  try {
    transactions.begin();
    for (let job: Job | undefined = first; job !== undefined;) {
      answers.push({ id: job.id, answer: performOne(job, parts) });
      job = next();
      if (job !== undefined) taken.push(job);
    }
    transactions.commit();
    journal.forget();
    return { ok: true, answers };
  } catch (error) {
    const full = transactions.kindOf(error) === FailureKind.diskFull;
    journal.rollbackTo(0);
    if (full) transactions.rollback();
    return {
      ok: false,
      full,
      error,
      answers: taken.map(({ id, kind }) => ({ id, answer: failure(kind, full) })),
    };
  }
}

function performOne(job: Job, { transactions, journal, perform, onFault }: BatchParts): TaskAnswer {
  const mark = journal.mark();
  transactions.savepoint();
  try {
    const answer = perform(job);
    transactions.release();
    return answer;
  } catch (error) {
    if (transactions.kindOf(error) !== FailureKind.command) throw error;
    transactions.rollbackToSavepoint();
    journal.rollbackTo(mark);
    onFault(error, job);
    return job.kind === 'submit' ? codeAnswer('internal') : { ok: false, failed: 'internal' };
  }
}

function failure(kind: Job['kind'], full: boolean): TaskAnswer {
  const code = full ? 'storage-full' : 'storage-failed';
  return kind === 'submit' ? codeAnswer(code) : { ok: false, failed: code };
}
