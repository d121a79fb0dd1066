/**
 * The box destroyed at random moments while it works and copies, to a disk and to the centre in turn: a spare takes over
 * from the copy. No row that the copy had acknowledged is lost, no number and no receipt comes twice, nobody who was erased
 * comes back, and the box that comes back to life is told that it was replaced. What nobody had acknowledged is gone, and
 * counted. The same judge has to catch bugs that are planted into copying and taking over. The long form then does it once
 * with real processes.
 */
import { createRandom } from '../bench/kit/random.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { plantedReplacements } from './kit/planted-replacements.ts';
import { replaceForReal } from './kit/real-replacement.ts';
import type { ReplacePlant } from './kit/replaced-places.ts';
import { type ReplaceTrial, tryReplacement } from './kit/replace-trial.ts';

const fullBoxes = 300;
const quickBoxes = 3;
/** Each planted bug has to be seen within so many boxes. */
const plantedBoxes = 60;
/** One that shows at once. */
const quickPlants = ['a box that was replaced is let on'];

export const replace: Fault = {
  name: 'replace',
  about:
    'the box destroyed under load: a spare takes over from the copy, nothing that it had is lost, nothing comes twice',
  run: replaceBoxes,
};

async function replaceBoxes({ seed, quick, cycles, say }: RunOptions): Promise<FaultOutcome> {
  const wanted = cycles ?? (quick ? quickBoxes : fullBoxes);
  const trials = await tryUntil(seed, (tried) => tried.length >= wanted);
  const plants = Object.entries(plantedReplacements).filter(([name]) => !quick || quickPlants.includes(name));
  let caught = 0;
  for (const [name, plant] of plants) {
    const tried = await tryUntil(seed, (so) => isFound(so) || so.length >= plantedBoxes, plant);
    say(`${name}: ${isFound(tried) ? `seen with box ${tried.length}` : 'NOT seen'}`);
    if (isFound(tried)) caught += 1;
  }
  const sum = (count: (trial: ReplaceTrial) => number): number => trials.reduce((all, trial) => all + count(trial), 0);
  const times = trials.map(({ takeOverMs }) => takeOverMs);
  const real = quick ? undefined : await replaceForReal(seed);
  return {
    cycles: trials.length,
    acknowledged: sum((trial) => trial.acknowledged),
    lost: sum(({ lost }) => lost),
    duplicated: sum(({ duplicated }) => duplicated),
    violations: [...trials.flatMap(({ violations }) => violations), ...(real?.violations ?? [])],
    planted: plants.length,
    caught,
    figures: [
      { name: 'rows that nobody had acknowledged, gone with the box', value: sum(({ gone }) => gone), unit: '' },
      { name: 'taking over, the slowest', value: Math.max(0, ...times), unit: 'ms' },
      ...(real?.figures ?? []),
    ],
  };
}

function isFound(tried: readonly ReplaceTrial[]): boolean {
  const last = tried.at(-1);
  return last !== undefined && last.lost + last.duplicated + last.violations.length > 0;
}

async function tryUntil(
  seed: number,
  isEnough: (tried: readonly ReplaceTrial[]) => boolean,
  plant?: ReplacePlant,
): Promise<readonly ReplaceTrial[]> {
  const random = createRandom(seed);
  const tried: ReplaceTrial[] = [];
  while (!isEnough(tried)) tried.push(await tryReplacement(random.below(1e9), tried.length, plant));
  return tried;
}
