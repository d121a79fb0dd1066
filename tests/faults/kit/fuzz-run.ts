/**
 * Mutated inputs in batches, guided by coverage: an input that ran a block which none ran before is kept and mutated
 * further. Counting blocks is dear, so a batch is counted as one, and looked into only where it shows something. A
 * batch may cost the steps that its lengths allow together; one input that costs the square of its length costs more
 * than that.
 */
import type { Random } from '../../bench/kit/random.ts';
import type { BlockCoverage } from './block-coverage.ts';
import type { FuzzTarget } from './fuzz-targets.ts';
import { mutated, pick } from './mutate-text.ts';

export interface FuzzFindings {
  readonly inputs: number;
  /** One sentence for each. */
  readonly violations: readonly string[];
  /** Inputs that reached what none had reached before. */
  readonly kept: readonly string[];
}
export interface FuzzWish {
  readonly target: FuzzTarget;
  readonly corpus: readonly string[];
  readonly inputs: number;
  readonly random: Random;
  readonly coverage: BlockCoverage;
  /** Ends at the first violation. */
  readonly untilFound?: boolean;
}

const batchSize = 64;
/** Of any input, as far as its length does not matter: every swap of a zone, every check digit of it. */
const stepsOfAny = 8_000;
const stepsOfASign = 30;
const mostViolations = 20;

export function fuzz({ target, corpus, inputs, random, coverage, untilFound = false }: FuzzWish): FuzzFindings {
  const pool = [...corpus];
  const kept: string[] = [];
  const violations: string[] = [];
  const isOver = () => violations.length >= (untilFound ? 1 : mostViolations);
  const judge = (input: string) => {
    const fault = faultOf(target, input);
    if (fault !== undefined) violations.push(`${target.name}: ${fault}: ${JSON.stringify(input.slice(0, 120))}`);
  };
  /** Which of them it was that went somewhere new, or cost too much: by halves, since looking is what is dear. */
  const search = (among: readonly string[], isOfCorpus: boolean): void => {
    if (isOver()) return;
    for (const input of among) faultOf(target, input);
    const [input = ''] = among;
    const isOne = among.length === 1;
    const { isNew, steps } = isOne ? coverage.take() : coverage.look();
    const isDear = steps > allowed(among);
    if (!isNew && !isDear) return;
    if (!isOne) {
      search(among.slice(0, among.length >> 1), isOfCorpus);
      search(among.slice(among.length >> 1), isOfCorpus);
      return;
    }
    if (isDear) violations.push(`${target.name}: ${steps} steps for ${input.length} signs`);
    if (!isNew || isOfCorpus) return;
    pool.push(input);
    kept.push(input);
  };
  for (const input of corpus) judge(input);
  if (coverage.take().steps > allowed(corpus)) search(corpus, true);
  let done = 0;
  while (done < inputs && !isOver()) {
    const batch = Array.from({ length: Math.min(batchSize, inputs - done) }, () =>
      mutated(pick(pool, random), pick(pool, random), random),
    );
    for (const input of batch) judge(input);
    done += batch.length;
    const { isNew, steps } = coverage.look();
    if (isNew || steps > allowed(batch)) search(batch, false);
  }
  return { inputs: done, violations, kept };
}

/** What is thrown is a fault of its own. */
function faultOf({ run }: FuzzTarget, input: string): string | undefined {
  try {
    return run(input);
  } catch (error) {
    return `thrown at: ${String(error)}`;
  }
}

function allowed(inputs: readonly string[]): number {
  return inputs.reduce((sum, input) => sum + stepsOfAny + stepsOfASign * input.length, 0);
}
