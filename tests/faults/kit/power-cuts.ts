/** Cuts the power at every moment of what a process did to its disk, and judges what each cut could leave. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Random } from '../../bench/kit/random.ts';
import { CrashDisk, type Unsynced } from './crash-disk.ts';
import type { CrashFinding, CrashJudge } from './crash-judge.ts';
import { crashPlans } from './crash-plans.ts';
import type { DiskCall } from './disk-log.ts';
import { Promises, settledNote } from './promises.ts';

/** The write-ahead log is given its size by thousands of writes that no commit follows: some of those moments are tried. */
const fewUnsynced = 64;
const oneOfMany = 64;

export interface PowerCutsOptions {
  readonly judge: CrashJudge;
  readonly random: Random;
  /** How many states are tried by chance at each moment, beside those that are always tried. */
  readonly byChance: number;
  /** One of so many moments, from one that is chosen by chance. */
  readonly oneMomentOf: number;
  /** A sync that is planted not to happen. */
  readonly isSkipped?: (name: string, unsynced: readonly Unsynced[]) => boolean;
  /** True: no more. */
  readonly onFinding: (finding: CrashFinding) => boolean;
  readonly onMoment?: () => void;
}

export interface PowerCuts {
  readonly moments: number;
  readonly promises: number;
}

export async function cutPower(calls: readonly DiskCall[], options: PowerCutsOptions): Promise<PowerCuts> {
  const { judge, random, byChance, oneMomentOf, onFinding } = options;
  const disk = new CrashDisk(options.isSkipped);
  const begin = calls.findIndex((call) => call.kind === 'note' && call.text.startsWith(settledNote));
  let promises = new Promises();
  let [moments, promised] = [0, 0];
  const chosen = random.below(oneMomentOf);
  for (const [index, call] of calls.entries()) {
    disk.see(call);
    if (index === begin) {
      disk.settle();
      promises = new Promises();
      if (call.kind === 'note') promises.hear(call.text);
    } else if (call.kind === 'note') {
      promises.hear(call.text);
      promised += index > begin ? 1 : 0;
    }
    if (index < begin) continue;
    const many = disk.unsynced.writes > fewUnsynced ? oneOfMany : 1;
    if (index % (oneMomentOf * many) !== chosen) continue;
    moments += 1;
    options.onMoment?.();
    // An edge that was started from a state lets go of its files a turn later; each holds the room that its log was given.
    await turn();
    for (const { kept, names } of crashPlans(disk.unsynced, random, byChance)) {
      const finding = judge.judge(disk.after(kept, names), promises);
      if (finding !== undefined && onFinding(finding)) return { moments, promises: promised };
    }
  }
  return { moments, promises: promised };
}
