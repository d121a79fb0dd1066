/**
 * Everything that eight clients were answered, over lines that are cut and through kills of the edge, could have been done
 * one after the other: found by search for few operations, and by the order of the log for many. The specification is the
 * domain itself, decided in memory. The same judges have to catch bugs that are planted into the sources of the edge.
 */
import { plantedDecisions } from '../bench/kit/planted-decisions.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import type { Variant } from '../bench/kit/source-variant.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { runHistory } from './kit/linear-run.ts';

const fullOperations = 1_000_000;
const quickOperations = 160;
const operationsOfALife = 4_000;
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
  const lives = Math.max(2, Math.ceil(wanted / operationsOfALife));
  const startedAt = performance.now();
  const onLife = (done: number) => (options.quick ? undefined : options.say(`${done} of ${wanted}`));
  const { operations, searched, ...verdict } = await runHistory({
    seed: options.seed,
    operations: wanted,
    lives,
    onLife,
  });
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
    ...verdict,
    planted: planted.length,
    caught,
    figures: [
      { name: 'operations a second, with restarts and judging', value: operations / seconds, unit: '' },
      { name: 'kills', value: lives - 1, unit: '' },
      { name: 'bursts searched through', value: searched, unit: '' },
    ],
  };
}
