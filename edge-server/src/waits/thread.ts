// The estimating thread: one question at a time. What was learned comes along only when it changed.

import { parentPort } from 'node:worker_threads';
import { invariant } from '@foyer/contracts/app-error.ts';
import { emptyModel, type WaitModel } from '@foyer/domain/wait-estimate/wait-model.ts';
import { waitModelOf } from '../ports/learned-waits.ts';
import type { LearnedWait } from '../ports/wait-records.ts';
import { answerWaits, type WaitAnswer } from './answer.ts';
import type { WaitQuestion } from './question.ts';

export interface AskedOfThread {
  readonly question: WaitQuestion;
  /** Absent: as before. */
  readonly learned?: readonly LearnedWait[];
}
export type AnsweredByThread = WaitAnswer;

export function serveEstimates(): void {
  invariant(parentPort !== null, 'waits are estimated in a worker thread');
  const port = parentPort;
  let model: WaitModel = emptyModel;
  port.on('message', ({ question, learned }: AskedOfThread) => {
    if (learned !== undefined) model = waitModelOf(learned);
    const answer: AnsweredByThread = answerWaits(question, model);
    port.postMessage(answer);
  });
}
