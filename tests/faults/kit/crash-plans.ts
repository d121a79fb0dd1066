/** Which of what no sync covers a power cut leaves: nothing, everything, a half, one, all but one, torn, out of order. */
import type { Random } from '../../bench/kit/random.ts';
import type { CrashDisk, Kept } from './crash-disk.ts';

export interface CrashPlan {
  readonly kept: (index: number) => Kept;
  readonly names: number;
}

/** Everything and nothing, which are tried at every moment; then so many by chance. */
export function* crashPlans(unsynced: CrashDisk['unsynced'], random: Random, byChance: number): Generator<CrashPlan> {
  const { writes, names } = unsynced;
  yield { kept: () => true, names };
  if (writes + names === 0) return;
  yield { kept: () => false, names: 0 };
  if (names > 0) {
    yield { kept: () => false, names };
    yield { kept: () => true, names: 0 };
  }
  if (writes === 0) return;
  for (let tries = 0; tries < byChance; tries++)
    yield { kept: keptByChance(writes, random), names: random.below(names + 1) };
}

function keptByChance(writes: number, random: Random): CrashPlan['kept'] {
  const half = writes / 2;
  const one = random.below(writes);
  switch (random.below(8)) {
    case 0:
      return (index) => index < half;
    case 1:
      return (index) => index >= half;
    case 2:
      return (index) => index === one;
    case 3:
      return (index) => index !== one;
    case 4:
      return tornAtTheEnd(writes, random.below(8));
    default:
      return outOfOrder(writes, random);
  }
}

function tornAtTheEnd(writes: number, sectors: number): CrashPlan['kept'] {
  return (index) => index < writes - 1 || ((sector) => sector < sectors);
}

/** Each write is there, or not, or is torn anywhere. */
function outOfOrder(writes: number, random: Random): CrashPlan['kept'] {
  const ofTen = 1 + random.below(9);
  const fates = Array.from({ length: writes }, (): Kept => {
    if (random.below(4) > 0) return random.below(10) < ofTen;
    const sectors = random.below(256);
    return (sector) => ((sectors >> (sector % 8)) & 1) === 1;
  });
  return (index) => fates[index] ?? true;
}
