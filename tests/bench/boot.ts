/**
 * From process start to ready, as an appliance does it after a power cut: with an empty compile cache, with a warm
 * one, and with a log of 100,000 rows; and the memory that the edge holds when nobody is there. The floor is a
 * bare Node that answers one request.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { settledPort } from '@foyer/demo/launch/free-port.ts';
import { type BenchClinic, makeBenchClinic } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { startEdge } from './kit/edge-process.ts';
import type { Figure } from './kit/figure.ts';
import { createRandom } from './kit/random.ts';
import { interleave, leastRounds } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median, medianRatio } from './kit/statistics.ts';
import { fillLog } from './kit/visits.ts';

const fullRounds = 7;
const fullRows = 100_000;
const quickRows = 70;
const restMs = 30_000;
const quickRestMs = 200;

export const boot: Bench = {
  name: 'boot',
  about: 'from process start to ready, and memory at rest',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const rounds = options.quick ? 1 : Math.max(leastRounds, options.cycles ?? fullRounds);
  const empty = makeBenchClinic({ seed: options.seed, kiosks: 1, displays: 1 });
  const filled = makeBenchClinic({ seed: options.seed, kiosks: 1, displays: 1, oneService: true });
  try {
    const rows = options.quick ? quickRows : fullRows;
    options.say(`filling a log with ${rows} rows`);
    await fillLog(filled, rows, options.seed);
    const warm = join(empty.folder, 'compile-cache');
    await secondsToReady(empty, warm);
    const samples = await interleave(createRandom(options.seed), rounds, {
      cold: () => secondsToReady(empty, mkdtempSync(join(empty.folder, 'cold-'))),
      warm: () => secondsToReady(empty, warm),
      filled: () => secondsToReady(filled, warm),
      bare: bareSeconds,
    });
    const floors = samples.bare.flat();
    const figure = (name: string, seconds: readonly number[], bound?: number): Figure => ({
      name,
      value: median(seconds),
      unit: 's',
      floor: median(floors),
      ratio: medianRatio(seconds, floors),
      ...(bound === undefined ? {} : { goal: { of: 'value', op: '<=', bound } as const }),
    });
    const restAfterMs = options.quick ? quickRestMs : restMs;
    return {
      runs: rounds,
      figures: [
        figure('ready, empty compile cache', samples.cold.flat()),
        figure('ready, warm compile cache', samples.warm.flat(), 1),
        figure(`ready, warm, with a log of ${rows} rows`, samples.filled.flat(), 2),
        {
          name: `memory at rest, ${restAfterMs / 1000} s after ready`,
          value: await restingMegabytes(empty, warm, restAfterMs),
          unit: 'MB',
          goal: { of: 'value', op: '<=', bound: 150 },
        },
        {
          name: `memory at rest with a log of ${rows} rows`,
          value: await restingMegabytes(filled, warm, restAfterMs),
          unit: 'MB',
        },
      ],
    };
  } finally {
    empty.remove();
    filled.remove();
  }
}

async function secondsToReady(
  clinic: BenchClinic,
  compileCache: string,
): Promise<readonly number[]> {
  const edge = await startEdge({ clinic, environment: { NODE_COMPILE_CACHE: compileCache } });
  await edge.stop();
  return [(edge.readyAt - edge.startedAt) / 1000];
}

/** Resident, the process and its threads, without a screen. */
async function restingMegabytes(
  clinic: BenchClinic,
  compileCache: string,
  afterMs: number,
): Promise<number> {
  const edge = await startEdge({ clinic, environment: { NODE_COMPILE_CACHE: compileCache } });
  try {
    await sleep(afterMs);
    const status = readFileSync(`/proc/${edge.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
  } finally {
    await edge.stop();
  }
}

async function bareSeconds(): Promise<readonly number[]> {
  const port = await settledPort(0);
  const startedAt = performance.now();
  const child = spawn(process.execPath, [
    join(import.meta.dirname, 'kit', 'bare-server.ts'),
    String(port),
  ]);
  const ended = once(child, 'close');
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok === true) return [(performance.now() - startedAt) / 1000];
      await sleep(4);
    }
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}
