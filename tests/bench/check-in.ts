/**
 * What batches are for: thirty-two kiosks at once against one at a time, on the same edge, and at most one commit
 * for eight commands. And what they must not cost: one client alone waits no longer with them than without, on two
 * edges of their own with queues of the same length.
 *
 * Batches pay where a sync takes time. Where the disk's own is under a millisecond, `strace` delays every sync of
 * the process; the other system calls run at full speed. Its record of the syncs also counts the commits. Where
 * tracing is not permitted the disk stays as it is, commits are not counted, and the run says so.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchClinic, makeBenchClinic } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { openDurableOverwrite } from './kit/durable-overwrite.ts';
import { acceptedResult, createEdgeClient, type EdgeClient } from './kit/edge-client.ts';
import { type EdgeProcess, startEdge } from './kit/edge-process.ts';
import { createRandom } from './kit/random.ts';
import { interleave, quickRounds } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { variantOptions } from './kit/source-variant.ts';
import { median, medianRatio } from './kit/statistics.ts';
import { mayTrace, withSlowSyncs } from './kit/strace.ts';

const clients = 32;
const fullRounds = 7;
const alonePerRound = 100;
const quickAlonePerRound = 6;
const togetherPerClient = 20;
const quickTogetherPerClient = 2;
const slowEnoughMs = 1;
const addedDelayMs = 2;

export const checkIn: Bench = {
  name: 'check-in',
  about: 'thirty-two kiosks at once against one at a time, and commits for each command',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const tracing = mayTrace();
  const rounds = options.quick ? quickRounds : (options.cycles ?? fullRounds);
  const alone = options.quick ? quickAlonePerRound : alonePerRound;
  const each = options.quick ? quickTogetherPerClient : togetherPerClient;
  const batching = makeBenchClinic({ seed: options.seed, kiosks: clients, displays: 0 });
  const singleWithBatches = makeBenchClinic({ seed: options.seed, kiosks: 1, displays: 0 });
  const singleWithoutBatches = makeBenchClinic({ seed: options.seed, kiosks: 1, displays: 0 });
  const ownSyncMs = measureSync(batching);
  const delayMs = tracing && ownSyncMs < slowEnoughMs ? addedDelayMs : 0;
  const disk = `the disk syncs in ${ownSyncMs.toFixed(2)} ms`;
  if (!tracing) options.say(`${disk}; strace may not trace here, so it stays so, and commits are not counted`);
  else if (delayMs === 0) options.say(disk);
  else options.say(`${disk}: strace makes each sync of the edge ${delayMs} ms longer`);
  const syncLog = join(batching.folder, 'syncs.txt');
  const edges: EdgeProcess[] = [];
  const callers: EdgeClient[] = [];
  try {
    const slowed = (log: string): readonly string[] => (tracing ? withSlowSyncs(delayMs, log) : []);
    const edge = await startEdge({ clinic: batching, prefix: slowed(syncLog) });
    edges.push(edge);
    const kiosks = batching.kiosks.map((token) => createEdgeClient(edge.url, token));
    callers.push(...kiosks);
    const loneKiosk = async (clinic: BenchClinic, nodeOptions: readonly string[]): Promise<EdgeClient> => {
      const prefix = slowed(join(clinic.folder, 'syncs.txt'));
      const loneEdge = await startEdge({ clinic, prefix, nodeOptions });
      edges.push(loneEdge);
      const kiosk = createEdgeClient(loneEdge.url, clinic.kiosks[0]!);
      callers.push(kiosk);
      return kiosk;
    };
    const kioskWithBatches = await loneKiosk(singleWithBatches, []);
    const kioskWithoutBatches = await loneKiosk(singleWithoutBatches, variantOptions('no-batches'));
    const commits: number[] = [];
    const oneByOne = (kiosk: EdgeClient) => () => issue(kiosk, batching, alone);
    const together = async (): Promise<readonly number[]> => {
      const before = tracing ? countCommits(syncLog) : 0;
      const startedAt = performance.now();
      await Promise.all(kiosks.map((kiosk) => issue(kiosk, batching, each)));
      const seconds = (performance.now() - startedAt) / 1000;
      if (tracing) commits.push((countCommits(syncLog) - before) / (each * clients));
      return [(each * clients) / seconds];
    };
    await together();
    await oneByOne(kioskWithBatches)();
    await oneByOne(kioskWithoutBatches)();
    commits.length = 0;
    const samples = await interleave(createRandom(options.seed), rounds, {
      together,
      alone: oneByOne(kiosks[0]!),
      withBatches: oneByOne(kioskWithBatches),
      withoutBatches: oneByOne(kioskWithoutBatches),
      sync: async () => [measureSync(batching) + delayMs],
    });
    return {
      runs: rounds,
      figures: figuresOf(samples, commits),
    };
  } finally {
    for (const caller of callers) caller.close();
    await Promise.all(edges.map((edge) => edge.stop()));
    batching.remove();
    singleWithBatches.remove();
    singleWithoutBatches.remove();
  }
}

type Samples = Readonly<
  Record<'together' | 'alone' | 'withBatches' | 'withoutBatches' | 'sync', readonly (readonly number[])[]>
>;

function figuresOf(samples: Samples, commits: readonly number[]): BenchOutcome['figures'] {
  const together = samples.together.flat();
  const alonePerSecond = samples.alone.map((times) => (1000 * times.length) / sum(times));
  const withBatchesMs = samples.withBatches.map(median);
  const withoutBatchesMs = samples.withoutBatches.map(median);
  return [
    {
      name: 'commands a second, 32 clients against one',
      value: median(together),
      unit: '/s',
      floor: median(alonePerSecond),
      ratio: medianRatio(together, alonePerSecond),
      goal: { of: 'ratio', op: '>=', bound: 2 },
    },
    ...(commits.length === 0
      ? []
      : [
          {
            name: 'commits for each command, 32 clients',
            value: median(commits),
            unit: '',
            goal: { of: 'value', op: '<=', bound: 1 / 8 } as const,
          },
        ]),
    {
      name: 'one client, with batches against without',
      value: median(withBatchesMs),
      unit: 'ms',
      floor: median(withoutBatchesMs),
      ratio: medianRatio(withBatchesMs, withoutBatchesMs),
      goal: { of: 'ratio', op: '<=', bound: 1.1 },
    },
    {
      name: 'sync of eight pages, delay included',
      value: median(samples.sync.flat()),
      unit: 'ms',
      goal: { of: 'value', op: '>=', bound: slowEnoughMs },
    },
  ];
}

/** The milliseconds of each command. */
async function issue(kiosk: EdgeClient, clinic: BenchClinic, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let issued = 0; issued < count; issued++) {
    const startedAt = performance.now();
    acceptedResult(await kiosk.send({ type: 'issue-ticket', serviceId: clinic.serviceIds[0]! }));
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** The disk's own, at its median. */
function measureSync(clinic: BenchClinic): number {
  const overwrite = openDurableOverwrite(join(clinic.folder, 'sync.bin'));
  try {
    return median(Array.from({ length: 50 }, () => overwrite.write()));
  } finally {
    overwrite.close();
  }
}

/** Each commit syncs the write-ahead log once; checkpoints sync the database beside it. */
function countCommits(syncLog: string): number {
  return readFileSync(syncLog, 'utf8')
    .split('\n')
    .filter((line) => /sync\(\d+<.*-wal>/.test(line)).length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
