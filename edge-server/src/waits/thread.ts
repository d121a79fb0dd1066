// The estimating thread: one question after the other, of which a newer one may end the one before early. What was learned
// comes along only when it changed. Whoever is called, answered or written down goes before it: on two processors it would
// hold one of them while it looks ahead.

import { constants, setPriority } from 'node:os';
import { parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { invariant } from '@foyer/contracts/app-error.ts';
import { emptyModel, type WaitModel } from '@foyer/domain/wait-estimate/wait-model.ts';
import { waitModelOf } from '../ports/learned-waits.ts';
import type { LearnedWait } from '../ports/wait-records.ts';
import { answerUnlessOvertaken, type WaitAnswer } from './answer.ts';
import type { WaitQuestion } from './question.ts';

export interface AskedOfThread {
  /** Of this question, for its answers. */
  readonly id: number;
  readonly question: WaitQuestion;
  /** Absent: as before. */
  readonly learned?: readonly LearnedWait[];
}

/** Of one question first who waits, alone, and then everything, or that a newer question came meanwhile. */
export type AnsweredByThread = { readonly id: number } & (
  | { readonly of: 'tickets' | 'all'; readonly answer: WaitAnswer }
  | { readonly of: 'nothing' }
);

export function serveEstimates(): void {
  invariant(parentPort !== null, 'waits are estimated in a worker thread');
  giveWay();
  const port = parentPort;
  const say = (answered: AnsweredByThread) => port.postMessage(answered);
  let model: WaitModel = emptyModel;
  port.on('message', (first: AskedOfThread) => {
    for (let asked: AskedOfThread | undefined = first; asked !== undefined;) {
      const { id, question, learned } = asked;
      if (learned !== undefined) model = waitModelOf(learned);
      let next: AskedOfThread | undefined;
      const answer = answerUnlessOvertaken(question, model, {
        onTickets: (soFar) => say({ id, of: 'tickets', answer: soFar }),
        isOvertaken: () => (next = newerQuestion(port)) !== undefined,
      });
      say(answer === undefined ? { id, of: 'nothing' } : { id, of: 'all', answer });
      asked = next;
    }
  });
}

/** Linux gives each thread a priority of its own; where that is the process's, or may not be changed, it stays. */
function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It answers all the same.
  }
}

function newerQuestion(port: NonNullable<typeof parentPort>): AskedOfThread | undefined {
  return (receiveMessageOnPort(port) as { message: AskedOfThread } | undefined)?.message;
}
