/**
 * Everything that eight clients were answered, over lines that are cut and through kills of the edge, could have been done
 * one after the other: found by search for few operations, and by the order of the log for many. The specification is the
 * domain itself, decided in memory. Clinic after clinic, each with the numbers of a busy month on one day. The same
 * judges have to catch bugs that are planted into the sources of the edge.
 */
import { plantedDecisions } from '../bench/kit/planted-decisions.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import type { Variant } from '../bench/kit/source-variant.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { runHistory, type LinearRunVerdict } from './kit/linear-run.ts';

const fullOperations = 1_000_000;
const quickOperations = 160;
const operationsOfALife = 4_000;
const operationsOfAClinic = 40_000;
const plantedOperations = 4_000;
/** What a restart loses shows only where it matters to the next call: there are some. */
const plantedLives = 5;
const quickPlantedOperations = 300;
const bugs: readonly Variant[] = ['answer-before-commit', ...(Object.keys(plantedDecisions) as Variant[])];
/** One that shows at once. */
const quickBugs: readonly Variant[] = ['read-outside-the-transaction'];

export const linearizable: Fault = {
  name: 'linearizable',
  about: 'eight clients at once, kills and cut lines: as if everything had been done one after the other',
  run: runLinearizable,
};

async function runLinearizable(options: RunOptions): Promise<FaultOutcome> {
  const wanted = options.cycles ?? (options.quick ? quickOperations : fullOperations);
  const clinics = Math.ceil(wanted / operationsOfAClinic);
  const ofEach = wanted / clinics;
  const lives = Math.max(2, Math.ceil(ofEach / operationsOfALife));
  const startedAt = performance.now();
  const verdicts: LinearRunVerdict[] = [];
  for (let clinic = 0; clinic < clinics; clinic += 1) {
    const onLife = (done: number) =>
      options.quick ? undefined : options.say(`${Math.round(clinic * ofEach) + done} of ${wanted}`);
    const verdict = await runHistory({ seed: options.seed + clinic, operations: ofEach, lives, onLife });
    for (const violation of verdict.violations) options.say(`clinic ${clinic + 1}: ${violation}`);
    verdicts.push(verdict);
  }
  const sum = (of: (verdict: LinearRunVerdict) => number): number => verdicts.reduce((all, each) => all + of(each), 0);
  const operations = sum((verdict) => verdict.operations);
  const seconds = (performance.now() - startedAt) / 1000;
  const planted = options.quick ? quickBugs : bugs;
  const length = options.quick
    ? { operations: quickPlantedOperations, lives: 1 }
    : { operations: plantedOperations, lives: plantedLives };
  let caught = 0;
  for (const variant of planted) {
    const found = await runHistory({ seed: options.seed, ...length, variant });
    const count = found.lost + found.duplicated + found.violations.length;
    options.say(`${variant}: ${count === 0 ? 'NOT caught' : `caught, ${count} times`}`);
    if (count > 0) caught += 1;
  }
  return {
    cycles: operations,
    acknowledged: sum(({ acknowledged }) => acknowledged),
    lost: sum(({ lost }) => lost),
    duplicated: sum(({ duplicated }) => duplicated),
    violations: verdicts.flatMap(({ violations }) => violations),
    planted: planted.length,
    caught,
    figures: [
      { name: 'operations a second, with restarts and judging', value: operations / seconds, unit: '' },
      { name: 'kills', value: clinics * (lives - 1), unit: '' },
      { name: 'bursts searched through', value: sum(({ searched }) => searched), unit: '' },
    ],
  };
}
