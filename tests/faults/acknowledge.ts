/**
 * No answer leaves before the sync that covers its row: shown by a trace of the system calls of the real edge over
 * plain loopback HTTP, matched by `commandId`. The same judge then has to catch two bugs that are planted into the
 * same sources. Where tracing is not permitted the run fails; it never passes.
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BenchClinic, makeBenchClinic } from '../bench/kit/bench-clinic.ts';
import { acceptedResult, createEdgeClient } from '../bench/kit/edge-client.ts';
import { startEdge } from '../bench/kit/edge-process.ts';
import { createRandom, type Random } from '../bench/kit/random.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import { type Variant, variantOptions } from '../bench/kit/source-variant.ts';
import { requireTracing, withTrace } from '../bench/kit/strace.ts';
import { createDurabilityJudge, type DurabilityVerdict } from './kit/durability-verdict.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { createTraceReader } from './kit/trace-line.ts';

const fullCommands = 2000;
const quickCommands = 40;
const callers = 4;
/** Long enough that an answer which does not wait for its sync is seen to leave during it. */
const syncDelayMs = 2;
const plants: readonly Variant[] = ['synchronous-off', 'answer-before-commit'];

export const acknowledge: Fault = {
  name: 'acknowledge',
  about: 'a trace of system calls: no answer leaves before the sync that covers its row',
  run: runTraces,
};

async function runTraces(options: RunOptions): Promise<FaultOutcome> {
  requireTracing();
  const commands = options.cycles ?? (options.quick ? quickCommands : fullCommands);
  const random = createRandom(options.seed);
  const { acknowledged, answered, violations } = await traceEdge(options.seed, random, commands);
  let caught = 0;
  for (const plant of plants) {
    const planted = await traceEdge(options.seed, random, Math.min(commands, quickCommands), plant);
    options.say(`${plant}: ${planted.violations.length} of ${planted.answered} answers came too early`);
    if (planted.violations.length > 0) caught += 1;
  }
  const untraced = acknowledged - answered;
  return {
    cycles: commands,
    acknowledged,
    lost: 0,
    duplicated: 0,
    violations: [
      ...violations,
      ...(untraced === 0 ? [] : [`${untraced} of ${acknowledged} answers are not in the trace`]),
    ],
    planted: plants.length,
    caught,
  };
}

async function traceEdge(
  seed: number,
  random: Random,
  commands: number,
  variant?: Variant,
): Promise<DurabilityVerdict & { readonly acknowledged: number }> {
  const clinic = makeBenchClinic({ seed, kiosks: callers, displays: 0 });
  try {
    const trace = join(clinic.folder, 'trace.txt');
    const edge = await startEdge({
      clinic,
      prefix: withTrace(syncDelayMs, trace),
      nodeOptions: variant === undefined ? [] : variantOptions(variant),
    });
    let acknowledged: number;
    try {
      acknowledged = await issueTickets(edge.url, clinic, random, commands);
    } finally {
      await edge.stop();
    }
    return { acknowledged, ...(await judgeTrace(trace)) };
  } finally {
    clinic.remove();
  }
}

/** Several callers at once, so that batches are traced too. */
async function issueTickets(url: string, clinic: BenchClinic, random: Random, commands: number): Promise<number> {
  let left = commands;
  let acknowledged = 0;
  await Promise.all(
    clinic.kiosks.map(async (token) => {
      const kiosk = createEdgeClient(url, token);
      while (left-- > 0) {
        const serviceId = clinic.serviceIds[random.below(clinic.serviceIds.length)]!;
        acceptedResult(await kiosk.send({ type: 'issue-ticket', serviceId }));
        acknowledged += 1;
      }
      kiosk.close();
    }),
  );
  return acknowledged;
}

async function judgeTrace(file: string): Promise<DurabilityVerdict> {
  const reader = createTraceReader();
  const judge = createDurabilityJudge();
  for await (const line of createInterface({ input: createReadStream(file) }))
    for (const event of reader.read(line)) judge.see(event);
  return judge.verdict();
}
