/**
 * Updates that the power is cut under at every step, on a disk that keeps only what was synced: the old version or the new
 * one runs, never neither; a version that is ill is gone back from, and nothing that was accepted is lost. Forged, torn,
 * downgraded and expired bundles are refused. The planner, its executors and the signatures are the box's own; disk,
 * process and clock are simulated. The same judge has to catch bugs that are planted into them. The long form then does it
 * once with a real image, real processes and a real disk.
 */
import { createRandom } from '../bench/kit/random.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { plantedUpdates } from './kit/planted-updates.ts';
import { updateForReal } from './kit/real-update.ts';
import { type Plant, tryUpdate, type UpdateTrial } from './kit/update-trial.ts';

const fullCuts = 1_000;
const quickCuts = 60;
/** Each planted bug has to be seen within so many updates. */
const plantedUpdatesTried = 150;
/** Every step that writes, so that a long run that misses one says so. */
const steps = [
  'forget',
  'refuse',
  'unpack',
  'begin-trial',
  'switch',
  'start-trial',
  'give-up',
  'judge-database',
  'end',
];

export const update: Fault = {
  name: 'update',
  about: 'updates cut off at every step, and bundles that are not what they say: the old version or the new one runs',
  run: runUpdates,
};

async function runUpdates(options: RunOptions): Promise<FaultOutcome> {
  const wanted = options.cycles ?? (options.quick ? quickCuts : fullCuts);
  const trials = await tryUntil(options.seed, (tried) => tried.length >= wanted);
  const cutIn = new Set(trials.flatMap((trial) => trial.cutIn));
  const missed = options.quick ? [] : steps.filter((step) => ![...cutIn].some((kind) => kind === step));
  let caught = 0;
  for (const [name, plant] of Object.entries(plantedUpdates)) {
    const isFound = (tried: readonly UpdateTrial[]): boolean => (tried.at(-1)?.violations.length ?? 0) > 0;
    const tried = await tryUntil(options.seed, (so) => isFound(so) || so.length >= plantedUpdatesTried, plant);
    options.say(`${name}: ${tried.at(-1)?.violations[0] ?? 'NOT seen'}`);
    if (isFound(tried)) caught += 1;
  }
  const real = options.quick ? [] : await updateForReal(options.seed, options.say);
  const ends = (end: string): number => trials.filter((trial) => trial.end === end).length;
  return {
    cycles: trials.length,
    lost: 0,
    duplicated: 0,
    violations: [
      ...trials.flatMap(({ violations }) => violations),
      ...real,
      ...missed.map((step) => `the power was never cut in ${step}`),
    ],
    planted: Object.keys(plantedUpdates).length,
    caught,
    figures: [
      { name: 'cuts', value: trials.reduce((sum, trial) => sum + trial.cutIn.length, 0), unit: '' },
      ...(['kept', 'rolled-back', 'refused', 'stuck'] as const).map((end) => ({
        name: end,
        value: ends(end),
        unit: '',
      })),
    ],
  };
}

/** Updates that were cut off at least once. */
async function tryUntil(
  seed: number,
  isEnough: (tried: readonly UpdateTrial[]) => boolean,
  plant?: Plant,
): Promise<readonly UpdateTrial[]> {
  const random = createRandom(seed);
  const tried: UpdateTrial[] = [];
  while (!isEnough(tried)) {
    const trial = await tryUpdate(random.below(1e9), plant);
    if (trial.cutIn.length > 0 || trial.violations.length > 0) tried.push(trial);
  }
  return tried;
}
