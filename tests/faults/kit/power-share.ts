/**
 * One process of those that judge the same power cuts: each rebuilds every state and opens those that are its own, by
 * what they hold, so that all of them together open each different state once. Forked with a `PowerOrder`.
 */
import { readFileSync } from 'node:fs';
import { minuteMs } from '@foyer/contracts/time.ts';
import { startOfTests } from '@foyer/edge-server/writer/testing/a-writer.ts';
import { createRandom } from '../../bench/kit/random.ts';
import { type CrashFinding, CrashJudge, type CrashJudgeParts } from './crash-judge.ts';
import { readDiskLog } from './disk-log.ts';
import { makeMemoryFolder } from './memory-folder.ts';
import { cutPower } from './power-cuts.ts';

export interface PowerOrder {
  /** The file with what was written, as `disk-log.ts` reads it. */
  readonly log: string;
  readonly seed: number;
  readonly share: number;
  readonly of: number;
  /** Different states, by this process. */
  readonly wanted: number;
  readonly oneMomentOf: number;
  readonly byChance: number;
  readonly startsOneOf: number;
}

export interface PowerShare {
  /** Of the first pass, which goes over everything. */
  readonly moments: number;
  readonly promises: number;
  readonly states: number;
  readonly started: number;
  readonly findings: readonly (CrashFinding & { readonly where: string })[];
}

export type PowerReport =
  | { readonly kind: 'states'; readonly states: number }
  | { readonly kind: 'done'; readonly share: PowerShare };

const mostPasses = 40;
const mostFindings = 1_000;
const statesPerReport = 500;

/** `own`: without it, every state. */
export async function withJudge<T>(
  { startsOneOf, own }: Pick<CrashJudgeParts, 'startsOneOf' | 'own'>,
  use: (judge: CrashJudge) => Promise<T>,
): Promise<T> {
  const { folder, remove } = makeMemoryFolder();
  const at = startOfTests + minuteMs;
  const clock = { wall: () => at, monotonic: () => 0 };
  try {
    return await use(new CrashJudge({ folder, startsOneOf, clock, ...(own && { own }) }));
  } finally {
    remove();
  }
}

async function judgeShare(order: PowerOrder, onStates: (states: number) => void): Promise<PowerShare> {
  const { seed, share, of, wanted, oneMomentOf, startsOneOf } = order;
  const histories = readDiskLog(readFileSync(order.log));
  const random = createRandom(seed);
  const findings: (CrashFinding & { readonly where: string })[] = [];
  return withJudge({ startsOneOf, own: { share, of } }, async (judge) => {
    let [moments, promises, told] = [0, 0, 0];
    const onMoment = (): void => {
      if (judge.states < told + statesPerReport) return;
      told = judge.states;
      onStates(told);
    };
    for (let pass = 0; pass === 0 || (judge.states < wanted && pass < mostPasses); pass++) {
      for (const [where, calls] of histories) {
        const onFinding = (finding: CrashFinding): boolean => findings.push({ ...finding, where }) > mostFindings;
        const byChance = order.byChance * (pass + 1);
        const cuts = await cutPower(calls, { judge, random, byChance, oneMomentOf, onFinding, onMoment });
        if (pass === 0) [moments, promises] = [moments + cuts.moments, promises + cuts.promises];
      }
    }
    return { moments, promises, states: judge.states, started: judge.started, findings };
  });
}

if (import.meta.main) {
  const report = (message: PowerReport): void => void process.send?.(message);
  const order = JSON.parse(process.argv[2] ?? '') as PowerOrder;
  report({ kind: 'done', share: await judgeShare(order, (states) => report({ kind: 'states', states })) });
  process.disconnect();
}
