/**
 * The power is cut at every moment of a scripted load with every command, a first start, a migration, checkpoints, an
 * erasure, a rebuild, and rows that are let go of. What the edge's process wrote is logged at its system calls; what a disk
 * may then hold is rebuilt (nothing, everything, a half, torn sectors, out of order) and opened: every page and the chain
 * are whole, and what was acknowledged before the cut is there. The same judge has to see losses where commits or syncs
 * are left out, and rows that went before their checkpoint was kept.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../bench/kit/at-exit.ts';
import { createRandom } from '../bench/kit/random.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import { RunRefused } from '../bench/kit/run-refused.ts';
import { type Variant, variantOptions } from '../bench/kit/source-variant.ts';
import type { Unsynced } from './kit/crash-disk.ts';
import type { CrashFinding } from './kit/crash-judge.ts';
import { type DiskCall, readDiskLog } from './kit/disk-log.ts';
import { type DiskShim, makeDiskShim } from './kit/disk-shim.ts';
import { everyCommand } from './kit/every-command.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { makeMemoryFolder } from './kit/memory-folder.ts';
import { cutPower } from './kit/power-cuts.ts';
import type { PowerLoad } from './kit/power-load.ts';
import { type PowerOrder, type PowerReport, type PowerShare, withJudge } from './kit/power-share.ts';

const full = { states: 100_000, commands: everyCommand.length, steps: 400, byChance: 1, startsOneOf: 50 };
const quick = { states: 0, commands: 2, steps: 8, byChance: 2, startsOneOf: 60 };
const quickOneMomentOf = 30;
/** Enough for a bug to show. */
const planted = { commands: 4, steps: 20, byChance: 8 };
const statesPerLine = 5_000;
const shown = 20;

/** A bug in the sources, and the folder of the load that it shows in, where there is one alone. */
interface PlantedSource {
  readonly variant: Variant;
  readonly shownIn?: string;
}
const plantedSources: readonly PlantedSource[] = [
  { variant: 'synchronous-normal' },
  { variant: 'answer-before-commit' },
  { variant: 'rows-go-before-their-checkpoint', shownIn: 'pruning' },
];
type IsSkipped = (name: string, unsynced: readonly Unsynced[]) => boolean;
/** Syncs that a careless edge would leave out. */
const plantedSyncs: Readonly<Record<string, IsSkipped>> = {
  'no sync of the log at a commit': (name) => name.endsWith('-wal'),
  'no sync of the log’s new head': (name, [first, second]) =>
    name.endsWith('-wal') && first?.kind === 'write' && first.offset === 0 && second === undefined,
  'no sync of the database before its log is written over': (name) => name === 'clinic.db',
};
/** That need no load of their own, and of these one that shows at once. */
const quickPlants = { sources: [], syncs: Object.keys(plantedSyncs).slice(0, 1) };
const fullPlants = { sources: plantedSources, syncs: Object.keys(plantedSyncs) };

type Histories = ReadonlyMap<string, readonly DiskCall[]>;

export const power: Fault = {
  name: 'power',
  about: 'the power is cut at every moment: whatever the disk kept, the log is whole and nothing acknowledged is gone',
  run: runPowerCuts,
};

async function runPowerCuts(options: RunOptions): Promise<FaultOutcome> {
  const extent = options.quick ? quick : full;
  const wanted = options.cycles ?? extent.states;
  // A shorter run goes over the whole of the load, too.
  const oneMomentOf = options.quick ? quickOneMomentOf : Math.max(1, Math.ceil(full.states / wanted));
  // What an erasure leaves takes long to look at; the day has one.
  const some = everyCommand.filter((type) => !options.quick || type !== 'erase-patient');
  const commands = createRandom(options.seed).shuffle(some).slice(0, extent.commands);
  const shim = makeDiskShim();
  const kept = makeMemoryFolder();
  try {
    const log = join(kept.folder, 'disk.log');
    const { histories, load } = await record(shim, log, { seed: options.seed, steps: extent.steps, commands });
    const { byChance, startsOneOf } = extent;
    const judged = await judgeAll(options, { log, seed: options.seed, wanted, oneMomentOf, byChance, startsOneOf });
    const { findings } = judged;
    const plants = options.quick ? quickPlants : fullPlants;
    const caught =
      (await plantInSources(shim, options, plants.sources)) + (await plantInSyncs(histories, options, plants.syncs));
    const lost = findings.filter(({ kind }) => kind === 'lost').length;
    const violations = findings.map(({ kind, where, what }) => `${kind} in ${where}: ${what}`);
    return {
      cycles: judged.states,
      acknowledged: judged.promises,
      lost,
      duplicated: 0,
      violations: [...violations.slice(0, shown), ...load.refused.map((why) => `it was not accepted: ${why}`)],
      planted: plants.sources.length + plants.syncs.length,
      caught,
      figures: [
        { name: 'moments of a cut', value: judged.moments, unit: '' },
        { name: 'states that an edge was started from', value: judged.started, unit: '' },
        { name: 'kinds of commands', value: new Set(load.accepted).size, unit: '' },
      ],
    };
  } finally {
    kept.remove();
    shim.remove();
  }
}

/** In as many processes as there are cores, which share the states. */
async function judgeAll({ quick, say }: RunOptions, order: Omit<PowerOrder, 'share' | 'of'>): Promise<PowerShare> {
  const of = quick ? 1 : availableParallelism();
  const states = Array.from({ length: of }, () => 0);
  let told = 0;
  const onStates = (share: number, now: number): void => {
    states[share] = now;
    const sum = states.reduce((one, other) => one + other);
    if (sum < told + statesPerLine) return;
    told = sum;
    say(`${sum} of ${order.wanted} states`);
  };
  const wanted = Math.ceil(order.wanted / of);
  const shares = await Promise.all(
    states.map((_, share) => judgeShare({ ...order, wanted, share, of }, (now) => onStates(share, now))),
  );
  const sumOf = (number: (one: PowerShare) => number): number => shares.reduce((sum, one) => sum + number(one), 0);
  const [first] = shares;
  return {
    // Each goes over all of them.
    moments: first?.moments ?? 0,
    promises: first?.promises ?? 0,
    states: sumOf((one) => one.states),
    started: sumOf((one) => one.started),
    findings: shares.flatMap((one) => one.findings),
  };
}

async function judgeShare(order: PowerOrder, onStates: (states: number) => void): Promise<PowerShare> {
  const child = fork(join(import.meta.dirname, 'kit', 'power-share.ts'), [JSON.stringify(order)]);
  const left = atExit(() => child.kill('SIGKILL'));
  try {
    return await new Promise<PowerShare>((resolve, reject) => {
      child.on('message', (report: PowerReport) => {
        if (report.kind === 'states') onStates(report.states);
        else resolve(report.share);
      });
      child.once('exit', (code) => reject(new Error(`the judging of states ended with ${code}`)));
    });
  } finally {
    left.forget();
  }
}

/** What was written, which `log` keeps. Throws `disk-not-watched` where nothing was seen of what must have been written. */
async function record(
  shim: DiskShim,
  log: string,
  { seed, steps, commands }: { readonly seed: number; readonly steps: number; readonly commands: readonly string[] },
  variant?: Variant,
): Promise<{ readonly histories: Histories; readonly load: PowerLoad }> {
  const { folder, remove } = makeMemoryFolder();
  try {
    const file = join(import.meta.dirname, 'kit', 'power-load.ts');
    const child = fork(file, [folder, String(seed), String(steps), ...commands], {
      env: { ...process.env, ...shim.environment(folder, log) },
      execArgv: variant === undefined ? [] : [...variantOptions(variant)],
    });
    const load = await new Promise<PowerLoad>((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`the load ended with ${code}`)));
    });
    const histories = readDiskLog(readFileSync(log));
    if ((histories.get('day')?.length ?? 0) === 0)
      throw new RunRefused('disk-not-watched', 'what the edge writes here cannot be seen');
    return { histories, load };
  } finally {
    remove();
  }
}

async function plantInSources(
  shim: DiskShim,
  { seed, say }: RunOptions,
  plants: readonly PlantedSource[],
): Promise<number> {
  let caught = 0;
  for (const { variant, shownIn } of plants) {
    const commands = everyCommand.slice(0, planted.commands);
    const kept = makeMemoryFolder();
    try {
      const log = join(kept.folder, 'disk.log');
      const { histories } = await record(shim, log, { seed, steps: planted.steps, commands }, variant);
      const judged = [...histories].filter(([folder]) => shownIn === undefined || folder === shownIn);
      if (await isSeen(variant, new Map(judged), seed, say)) caught += 1;
    } finally {
      kept.remove();
    }
  }
  return caught;
}

async function plantInSyncs(
  histories: Histories,
  { seed, say }: RunOptions,
  names: readonly string[],
): Promise<number> {
  let caught = 0;
  for (const name of names) if (await isSeen(name, histories, seed, say, plantedSyncs[name])) caught += 1;
  return caught;
}

async function isSeen(
  name: string,
  histories: Histories,
  seed: number,
  say: RunOptions['say'],
  isSkipped?: IsSkipped,
): Promise<boolean> {
  const random = createRandom(seed);
  let seen: CrashFinding | undefined;
  await withJudge({ startsOneOf: Infinity }, async (judge) => {
    for (const calls of histories.values()) {
      const onFinding = (finding: CrashFinding): boolean => (seen = finding) !== undefined;
      const { byChance } = planted;
      const skipped = isSkipped === undefined ? {} : { isSkipped };
      await cutPower(calls, { judge, random, byChance, oneMomentOf: 1, ...skipped, onFinding });
      if (seen !== undefined) return;
    }
  });
  say(`${name}: ${seen === undefined ? 'NOT seen' : `${seen.kind}, ${seen.what}`}`);
  return seen !== undefined;
}
