// The other side of `aside.ts`: answers what it is asked, behind everything else that the machine has to do, and ends.

import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import type { AsideReport } from './aside.ts';

/** Of 1,000: where memory runs out, Linux ends this process before any other of the clinic's. Source: proc(5). */
const firstToGo = '800';

export function answerAside<Question>(answer: (question: Question) => unknown): void {
  giveWay();
  process.once('message', (question: Question) => {
    process.send?.(
      reported(() => answer(question)),
      () => process.disconnect(),
    );
  });
}

function reported(answer: () => unknown): AsideReport {
  try {
    return { answer: answer() };
  } catch (fault) {
    return { fault };
  }
}

/** Where the system does not let it, it answers all the same. */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW);
    writeFileSync('/proc/self/oom_score_adj', firstToGo);
  } catch {
    // Another system than Linux, or one that is locked further.
  }
}
