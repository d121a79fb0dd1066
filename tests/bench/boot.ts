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

import { type BenchClinic, makeBenchClinic } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { startEdge } from './kit/edge-process.ts';
import type { Figure } from './kit/figure.ts';
import { settledPort } from '@foyer/demo/launch/free-port.ts';
import { createRandom } from './kit/random.ts';
import { interleave, leastRounds, quickRounds } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median, medianRatio } from './kit/statistics.ts';
import { fillLog } from './kit/visits.ts';

const fullRounds = 7;
const rows = 100_000;
const restMs = 30_000;
const quickRestMs = 200;

export const boot: Bench = {
  name: 'boot',
  about: 'from process start to ready, and memory at rest',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const { seed, quick } = options;
  const rounds = quick ? quickRounds : Math.max(leastRounds, options.cycles ?? fullRounds);
  const empty = makeBenchClinic({ seed, kiosks: 1, displays: 1 });
  const filled = makeBenchClinic({ seed, kiosks: 1, displays: 1, oneService: true });
  const warm = join(empty.folder, 'compile-cache');
  const startUps = {
    cold: () => secondsToReady(empty, mkdtempSync(join(empty.folder, 'cold-'))),
    warm: () => secondsToReady(empty, warm),
    bare: bareSeconds,
  };
  try {
    if (quick) {
      const samples = await interleave(createRandom(seed), rounds, startUps);
      return { runs: rounds, figures: await figuresOf(samples, [{ clinic: empty, warm, afterMs: quickRestMs }]) };
    }
    options.say(`filling a log with ${rows} rows`);
    await fillLog(filled, rows, seed);
    await secondsToReady(empty, warm);
    const samples = await interleave(createRandom(seed), rounds, {
      ...startUps,
      filled: () => secondsToReady(filled, warm),
    });
    const atRest = [empty, filled].map((clinic) => ({ clinic, warm, afterMs: restMs }));
    return { runs: rounds, figures: await figuresOf(samples, atRest) };
  } finally {
    empty.remove();
    filled.remove();
  }
}

interface AtRest {
  readonly clinic: BenchClinic;
  readonly warm: string;
  readonly afterMs: number;
}

type StartUps = Readonly<Record<'cold' | 'warm' | 'bare', readonly (readonly number[])[]>> & {
  readonly filled?: readonly (readonly number[])[];
};

async function figuresOf(samples: StartUps, [empty, filled]: readonly AtRest[]): Promise<readonly Figure[]> {
  const floors = samples.bare.flat();
  const ready = (name: string, rounds: readonly (readonly number[])[], bound?: number): Figure => ({
    name: `ready, ${name}`,
    value: median(rounds.flat()),
    unit: 's',
    floor: median(floors),
    ratio: medianRatio(rounds.flat(), floors),
    ...(bound === undefined ? {} : { goal: { of: 'value', op: '<=', bound } as const }),
  });
  const memory = async (name: string, atRest: AtRest, bound?: number): Promise<Figure> => ({
    name: `memory at rest, ${name}`,
    value: await restingMegabytes(atRest),
    unit: 'MB',
    ...(bound === undefined ? {} : { goal: { of: 'value', op: '<=', bound } as const }),
  });
  const withLog = `with a log of ${rows} rows`;
  return [
    ready('empty compile cache', samples.cold),
    ready('warm compile cache', samples.warm, 1),
    ...(samples.filled === undefined ? [] : [ready(`warm, ${withLog}`, samples.filled, 2)]),
    ...(empty === undefined ? [] : [await memory(`${empty.afterMs / 1000} s after ready`, empty, 150)]),
    ...(filled === undefined ? [] : [await memory(withLog, filled)]),
  ];
}

async function secondsToReady(clinic: BenchClinic, compileCache: string): Promise<readonly number[]> {
  const edge = await startEdge({ clinic, environment: { NODE_COMPILE_CACHE: compileCache } });
  await edge.stop();
  return [(edge.readyAt - edge.startedAt) / 1000];
}

/** Resident, the process and its threads, without a screen. */
async function restingMegabytes({ clinic, warm, afterMs }: AtRest): Promise<number> {
  const edge = await startEdge({ clinic, environment: { NODE_COMPILE_CACHE: warm } });
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
  const child = spawn(process.execPath, [join(import.meta.dirname, 'kit', 'bare-server.ts'), String(port)]);
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
