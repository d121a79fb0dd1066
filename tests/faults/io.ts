/**
 * A call of the disk fails (EIO, ENOSPC, half of a write) at every write, sync, cut and opening under every command, and at
 * many under the moving of the log and under a start: no answer is false, and the edge goes on or ends as ADR 0003 says. The
 * same judge has to catch bugs that are planted into the writer.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../bench/kit/random.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import { RunRefused } from '../bench/kit/run-refused.ts';
import { type Variant, variantOptions } from '../bench/kit/source-variant.ts';
import { type DiskShim, makeDiskShim } from './kit/disk-shim.ts';
import { everyCommand } from './kit/every-command.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import type { IoReport, IoRun } from './kit/io-load.ts';
import type { IoAct } from './kit/io-trial.ts';
import { makeMemoryFolder } from './kit/memory-folder.ts';

const allActs: readonly IoAct[] = ['tidying', 'start', ...everyCommand];
const quickActs = 2;
const quickTrials = 2;
const actsPerReport = 10;
const plants = [
  'full-disk-is-success',
  'memory-outlives-its-batch',
  'failed-sync-is-tried-again',
] as const satisfies readonly Variant[];
/** Each bug shows in one of these. */
const plantedActs: readonly IoAct[] = ['issue-ticket', 'call-next'];

export const io: Fault = {
  name: 'io',
  about: 'every call of the disk fails under every command: no answer is false, and the edge goes on or ends',
  run: runFailures,
};

async function runFailures(options: RunOptions): Promise<FaultOutcome> {
  const wanted = options.cycles ?? (options.quick ? quickActs : allActs.length);
  const acts = wanted < allActs.length ? createRandom(options.seed).shuffle(allActs).slice(0, wanted) : allActs;
  const shim = makeDiskShim();
  try {
    const run = await runActs(shim, options, acts, options.quick ? quickTrials : 0);
    if (run.trials === 0)
      throw new RunRefused('disk-not-watched', 'what SQLite does to its disk here cannot be reached');
    let caught = 0;
    // Under a bug the judge takes as long as a whole short form may.
    const planted = options.quick ? [] : plants;
    for (const variant of planted) {
      const { lost, violations } = await runActs(shim, options, plantedActs, 0, variant);
      options.say(`${variant}: ${lost} lost, ${violations[0] ?? 'nothing else'}`);
      if (lost + violations.length > 0) caught += 1;
    }
    return {
      cycles: run.trials,
      acknowledged: run.acknowledged,
      lost: run.lost,
      duplicated: 0,
      violations: run.violations,
      planted: planted.length,
      caught,
      figures: Object.entries(run.failed).map(([call, value]) => ({ name: `failed: ${call}`, value, unit: '' })),
    };
  } finally {
    shim.remove();
  }
}

/** In as many processes as there are cores: whatever fails, each act begins at a clinic of its own. */
async function runActs(
  shim: DiskShim,
  { seed, say }: RunOptions,
  acts: readonly IoAct[],
  mostTrials: number,
  variant?: Variant,
): Promise<IoRun> {
  const shares = Math.min(acts.length, availableParallelism());
  let done = 0;
  const onAct = (): void => {
    done += 1;
    if (variant === undefined && done % actsPerReport === 0) say(`${done} of ${acts.length} acts`);
  };
  const runs = await Promise.all(
    Array.from({ length: shares }, (_, share) => {
      const itsActs = acts.filter((_act, index) => index % shares === share);
      return runShare(shim, [String(seed + share), String(mostTrials), ...itsActs], onAct, variant);
    }),
  );
  return runs.reduce(together);
}

async function runShare(
  shim: DiskShim,
  order: readonly string[],
  onAct: () => void,
  variant: Variant | undefined,
): Promise<IoRun> {
  const { folder, remove } = makeMemoryFolder();
  try {
    const child = fork(join(import.meta.dirname, 'kit', 'io-load.ts'), [folder, ...order], {
      env: { ...process.env, ...shim.environment(folder) },
      execArgv: variant === undefined ? [] : [...variantOptions(variant)],
    });
    return await new Promise<IoRun>((resolve, reject) => {
      child.on('message', (report: IoReport) => {
        if (report.kind === 'act') onAct();
        else resolve(report.run);
      });
      child.once('exit', (code) => reject(new Error(`the trials ended with ${code}`)));
    });
  } finally {
    remove();
  }
}

function together(one: IoRun, other: IoRun): IoRun {
  const calls = new Set([...Object.keys(one.failed), ...Object.keys(other.failed)]);
  return {
    trials: one.trials + other.trials,
    acknowledged: one.acknowledged + other.acknowledged,
    lost: one.lost + other.lost,
    failed: Object.fromEntries([...calls].map((call) => [call, (one.failed[call] ?? 0) + (other.failed[call] ?? 0)])),
    violations: [...one.violations, ...other.violations],
  };
}
