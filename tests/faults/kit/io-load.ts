/**
 * A process of its own, so that its disk can be made to fail and its sources can be those of a variant: the folder, a seed,
 * how many trials at most of each kind of call (0: as many as it makes), and acts.
 */
import { createRandom } from '../../bench/kit/random.ts';
import { describeFault, diskCalls, type DiskFault, FaultyDisk } from './disk-fault.ts';
import { tryDisk, type IoAct } from './io-trial.ts';

export interface IoRun {
  readonly trials: number;
  readonly acknowledged: number;
  readonly lost: number;
  /** By the kind of call, how many failed. */
  readonly failed: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

export type IoReport = { readonly kind: 'act' } | { readonly kind: 'run'; readonly run: IoRun };

const ways: readonly Pick<DiskFault, 'error' | 'how'>[] = (['EIO', 'ENOSPC'] as const)
  .flatMap((error) => (['once', 'on', 'half'] as const).map((how) => ({ error, how })))
  // Half of a write and then an error of the disk is the error of the disk.
  .filter(({ error, how }) => !(error === 'EIO' && how === 'half'));
const longestStep = 12;
const callsOneByOne = 50;
const mostViolations = 50;

const [root = '', seed = '', most = '', ...acts] = process.argv.slice(2);
const random = createRandom(Number(seed));
const disk = new FaultyDisk(root);
const failed: Record<string, number> = {};
const violations: string[] = [];
const isShort = Number(most) > 0;
let [trials, acknowledged, lost] = [0, 0, 0];

for (const act of acts as IoAct[]) {
  for (const call of diskCalls) tryAll(act, call);
  report({ kind: 'act' });
}
report({ kind: 'run', run: { trials, acknowledged, lost, failed, violations } }, () => process.exit(0));

function report(said: IoReport, onSent?: () => void): void {
  process.send?.(said, undefined, undefined, () => onSent?.());
}

/** Every call of that kind which the act makes, or some of them by chance. */
function tryAll(act: IoAct, call: DiskFault['call']): void {
  let tried = 0;
  for (let nth = 1; violations.length < mostViolations; nth += stepOf(act, nth)) {
    for (const way of isShort ? [ways[random.below(ways.length)]!] : ways) {
      if (way.how === 'half' && call !== 'write') continue;
      const fault = { call, nth, ...way };
      const trial = tryDisk(root, disk, act, fault);
      if (!trial.hasFailed) return;
      trials += 1;
      failed[call] = (failed[call] ?? 0) + 1;
      if (trial.acknowledged) acknowledged += 1;
      if (trial.lost) lost += 1;
      violations.push(...trial.violations.map((what) => `${act}, ${describeFault(fault)}: ${what}`));
    }
    tried += 1;
    if (isShort && tried >= Number(most)) return;
  }
}

/**
 * Of a command every call, unless chance takes some. A start makes thousands of one kind, when it makes room for the log,
 * and tidying hundreds: of those each of the first, and then ever fewer.
 */
function stepOf(act: IoAct, nth: number): number {
  if (isShort) return 1 + random.below(longestStep);
  return act === 'start' || act === 'tidying' ? 1 + Math.floor(nth / callsOneByOne) : 1;
}
