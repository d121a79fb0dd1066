/** Days by chance under rules by chance: each call is worked out anew from the rows before it, and has to come out alike. */
import { invariant } from '@foyer/contracts/app-error.ts';
import { evolve } from '@foyer/domain/queue/evolve.ts';
import { explainCall } from '@foyer/domain/queue/explain-call.ts';
import { emptyQueue, withChanges, type QueueState } from '@foyer/domain/queue/queue-state.ts';
import type { TestQueue } from '@foyer/domain/queue/testing.ts';
import { chanceOf, randomQueue } from '@foyer/domain/queue/testing/random-queue.ts';
import type { Figure } from '../kit/figure.ts';
import type { RunOptions } from '../kit/run-options.ts';

const fullQueues = 100_000;
const quickQueues = 500;

export function choicesExplained({ seed, quick, cycles }: RunOptions): readonly Figure[] {
  const queues = quick ? quickQueues : (cycles ?? fullQueues);
  let calls = 0;
  let differing = 0;
  for (let number = 0; number < queues; number += 1) {
    const checked = callsExplained(randomQueue(chanceOf(seed + number)));
    calls += checked.calls;
    differing += checked.differing;
  }
  invariant(differing === 0, `${differing} calls are explained as they were chosen`);
  return [
    { name: `calls in ${queues} queues by chance`, value: calls, unit: '' },
    {
      name: 'of them explained otherwise than chosen',
      value: differing,
      unit: '',
      goal: { of: 'value', op: '<=', bound: 0 },
    },
  ];
}

function callsExplained(queue: TestQueue): { readonly calls: number; readonly differing: number } {
  let [calls, differing] = [0, 0];
  let state: QueueState = emptyQueue;
  for (const row of queue.rows) {
    if (row.type === 'v1.TicketCalled' && row.body.chosenBy !== undefined) {
      const explained = explainCall(state, row, queue);
      calls += 1;
      if (JSON.stringify(explained?.chosenBy) !== JSON.stringify(row.body.chosenBy)) differing += 1;
    }
    state = withChanges(state, evolve(state, row));
  }
  return { calls, differing };
}
