/**
 * The line of a whole region comes back: 500 edges return at once, each with 200 rows that it sends in ten turns, by
 * the real pump over real sockets to the centre's own process, while other clinics are at work and relay each row as it
 * is written. The slowest of those that return ends at most twice as late as the fastest, and clinics at work hardly
 * notice: their floor is the same work without the storm.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createEmbeddedPostgres } from '@foyer/pms-service/adapters/postgres/embedded.ts';
import { findOrMakeTemplate } from '@foyer/pms-service/testing/test-postgres.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { startChild } from './kit/child.ts';
import type { WorkOrder, WorkReport } from './kit/clinics-at-work.ts';
import { startCentreProcess } from './kit/centre-process.ts';
import { createRandom, type Random } from './kit/random.ts';
import { enrolEdges, RelayingEdge, type KnownEdge } from './kit/relaying-edges.ts';
import type { RunOptions } from './kit/run-options.ts';
import { percentile } from './kit/statistics.ts';

interface Scale {
  readonly returning: number;
  readonly visitsEach: number;
  readonly rowsPerTurn: number;
  readonly atWork: number;
  readonly calmMs: number;
}

const full: Scale = { returning: 500, visitsEach: 100, rowsPerTurn: 20, atWork: 4, calmMs: 10_000 };
const quick: Scale = { returning: 6, visitsEach: 4, rowsPerTurn: 4, atWork: 1, calmMs: 300 };
const [workEveryMs, pollMs, longestMs] = [250, 10, 600_000];

export const storm: Bench = {
  name: 'storm',
  about: '500 edges return at once with 200 rows each: slowest beside fastest, clinics at work, memory',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const scale = options.quick ? quick : full;
  const random = createRandom(options.seed);
  const folder = await mkdtemp(join(tmpdir(), 'foyer-storm-'));
  await promisify(execFile)('cp', ['-a', `${await findOrMakeTemplate()}/.`, folder]);
  const postgres = createEmbeddedPostgres({ dataDir: folder, durable: true });
  const ends: (() => Promise<void>)[] = [() => postgres.stop()];
  try {
    const { databaseUrl } = await postgres.start();
    const dataDir = join(folder, 'centre');
    const known = await enrolEdges(databaseUrl, dataDir, scale.returning + scale.atWork);
    const centre = await startCentreProcess(databaseUrl, dataDir);
    ends.push(() => centre.stop());
    const work = startChild<WorkOrder, WorkReport>('clinics-at-work.ts');
    ends.push(() => work.stop());
    const takeFromWork = async (): Promise<readonly number[]> => {
      work.tell({ kind: 'take' });
      return (await work.next('took')).tookMs;
    };
    const atWork = { url: centre.url, known: known.slice(0, scale.atWork), everyMs: workEveryMs };
    work.tell({ kind: 'work', ...atWork, seed: options.seed });
    options.say(`${scale.atWork} clinics at work`);
    await sleep(scale.calmMs);
    const calm = await takeFromWork();
    const memoryBefore = centre.peakMemoryMb();
    options.say(`${scale.returning} edges return`);
    const endedAfterMs = await returnAtOnce(known.slice(scale.atWork), centre.url, scale, random);
    const stormy = await takeFromWork();
    const rows = scale.returning * scale.visitsEach * 2;
    const [fastest, slowest] = [Math.min(...endedAfterMs), Math.max(...endedAfterMs)];
    return {
      runs: 1,
      figures: [
        {
          name: 'the slowest beside the fastest',
          value: slowest / fastest,
          unit: '',
          goal: { of: 'value', op: '<=', bound: 2 },
        },
        { name: 'until the last has relayed all', value: slowest, unit: 'ms' },
        { name: 'rows a second', value: rows / (slowest / 1_000), unit: '/s' },
        {
          name: 'a row of a clinic at work, p99',
          value: percentile(stormy, 99),
          unit: 'ms',
          floor: percentile(calm, 99),
          ratio: percentile(stormy, 99) / percentile(calm, 99),
          goal: { of: 'value', op: '<=', bound: 300 },
        },
        {
          name: 'memory of the centre at its peak',
          value: centre.peakMemoryMb(),
          unit: 'MB',
          floor: memoryBefore,
          ratio: centre.peakMemoryMb() / memoryBefore,
          goal: { of: 'value', op: '<=', bound: 512 },
        },
      ],
    };
  } finally {
    for (const end of ends.toReversed()) await end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long each took, from the moment at which all returned. */
async function returnAtOnce(
  known: readonly KnownEdge[],
  url: string,
  { visitsEach, rowsPerTurn }: Scale,
  random: Random,
): Promise<readonly number[]> {
  const rows = visitsEach * 2;
  const endedAt = new Map<string, number>();
  const edges = known.map((one) => {
    const onAcknowledged = ({ seq }: { readonly seq: number }, at: number): void => {
      if (seq === rows && !endedAt.has(one.clinicId)) endedAt.set(one.clinicId, at);
    };
    return new RelayingEdge({ ...one, url, random, rowsPerBatch: rowsPerTurn, onAcknowledged });
  });
  for (const edge of edges) edge.append(visitsEach);
  const startedAt = performance.now();
  for (const edge of edges) edge.start();
  while (endedAt.size < known.length) {
    if (performance.now() > startedAt + longestMs) throw new Error(`${endedAt.size} of ${known.length} are done`);
    await sleep(pollMs);
  }
  await Promise.all(edges.map((edge) => edge.stop()));
  return [...endedAt.values()].map((at) => at - startedAt);
}
