/**
 * What a decision of the queue takes, by itself: no socket, no disk, one core. And whether what is explained of a call
 * from the log is what was chosen, in days by chance.
 */
import { callNext } from './decide/call-next.ts';
import { choicesExplained } from './decide/choices-explained.ts';
import { reEstimate } from './decide/re-estimate.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import type { Figure } from './kit/figure.ts';
import type { RunOptions } from './kit/run-options.ts';

/** One file each. */
const parts: readonly ((options: RunOptions) => readonly Figure[])[] = [callNext, choicesExplained, reEstimate];

export const decide: Bench = {
  name: 'decide',
  about: 'deciding who is next under calling rules, and explaining it',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  return { runs: 1, figures: parts.flatMap((part) => part(options)) };
}
