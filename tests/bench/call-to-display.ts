/**
 * From a tablet's tap to twenty displays: a full command (token looked up, validated, decided, projected,
 * committed, answered) until all of them, in another process, have the patch. The floor is what the disk and the
 * socket do at best: a durable overwrite of eight pages and the same bytes broadcast to the same twenty. Beside both,
 * the bare way: the floor behind a request over HTTP and a hop to a writer's thread and back, with no Foyer on it. And edge
 * and floor once more on a disk whose syncs take 2 ms longer, as `strace` makes them: of a disk that syncs in 0.2 ms, as
 * virtual ones and those with a battery do, no clinic's box has one.
 */
import { join } from 'node:path';
import type { BareOrder, BareReport } from './kit/bare-way.ts';
import { makeBenchClinic } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import type { FloorOrder, FloorReport } from './kit/broadcast-floor.ts';
import { type BenchChild, startChild } from './kit/child.ts';
import { createEdgeClient } from './kit/edge-client.ts';
import { startEdge } from './kit/edge-process.ts';
import { callNext, connectFarm, type Farm, issueTicket, recordPatch } from './kit/heard-calls.ts';
import { HttpLine } from './kit/http-line.ts';
import { createRandom } from './kit/random.ts';
import { interleave, quickRounds } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median, medianRatio, percentile } from './kit/statistics.ts';
import { mayTrace, withSlowSyncs } from './kit/strace.ts';

const displayCount = 20;
const fullRounds = 10;
const callsPerRound = 200;
const quickCallsPerRound = 10;
const warmUpCalls = 100;
/** As a disk in a box without a battery behind it takes: every sync of edge and floor waits so much longer. */
const slowedByMs = 2;

type Floor = BenchChild<FloorOrder, FloorReport>;
type Bare = BenchChild<BareOrder, BareReport>;
type Repeat = (count: number) => Promise<number[]>;

export const callToDisplay: Bench = {
  name: 'call-to-display',
  about: 'from a call on a tablet to twenty displays, beside what the disk and the socket do at best',
  run: measure,
};

/** An edge and its floor on one disk. */
interface Pair {
  readonly calls: Repeat;
  readonly broadcasts: Repeat;
  /** The patch of a real call, with another mark each time. */
  readonly nextPatch: () => string;
  readonly folder: string;
  readonly displays: readonly string[];
  stop(): Promise<void>;
}

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const rounds = options.quick ? quickRounds : (options.cycles ?? fullRounds);
  const calls = options.quick ? quickCallsPerRound : callsPerRound;
  // A second edge with its displays takes longer to start than all the rest of the quick form.
  const isTracing = !options.quick && mayTrace();
  if (!isTracing && !options.quick) options.say('strace may not trace here: there is no slower disk to compare with');
  const started: { stop(): Promise<void> }[] = [];
  const start = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    started.push(await starting);
    return starting;
  };
  try {
    const own = await start(startPair(options.seed, 0));
    const slow = isTracing ? await start(startPair(options.seed, slowedByMs)) : undefined;
    const bare = await start(startBare(own));
    const subjects = {
      call: own.calls,
      floor: own.broadcasts,
      bare: bare.calls,
      ...(slow === undefined ? {} : { slowCall: slow.calls, slowFloor: slow.broadcasts }),
    };
    if (!options.quick) for (const repeat of Object.values(subjects)) await repeat(warmUpCalls);
    const samples = await interleave(
      createRandom(options.seed),
      rounds,
      Object.fromEntries(Object.entries(subjects).map(([name, repeat]) => [name, () => repeat(calls)])),
    );
    return { figures: figuresOf(samples as Samples), runs: rounds };
  } finally {
    for (const one of started) await one.stop();
  }
}

async function startPair(seed: number, delayMs: number): Promise<Pair> {
  const clinic = makeBenchClinic({ seed, kiosks: 1, displays: displayCount });
  const prefix = delayMs === 0 ? [] : withSlowSyncs(delayMs, join(clinic.folder, 'syncs.txt'));
  const edge = await startEdge({ clinic, prefix });
  const farm: Farm = startChild('display-farm.ts');
  const floorFarm: Farm = startChild('display-farm.ts');
  const floor: Floor = startChild('broadcast-floor.ts', [join(clinic.folder, 'floor.bin'), String(delayMs)]);
  const [room] = clinic.nurses;
  const kiosk = createEdgeClient(edge.url, clinic.kiosks[0]!);
  const nurse = createEdgeClient(edge.url, room!.token);
  await connectFarm(farm, edge.url, clinic.displays);
  const { port } = await floor.next('listening');
  await connectFarm(floorFarm, `http://127.0.0.1:${port}`, clinic.displays);
  const call = () => callNext(nurse, room!.servicePointId, farm);
  const nextPatch = await recordPatch(edge.url, clinic, call, () => issueTicket(kiosk, clinic));
  const broadcast = async (): Promise<number> => {
    floor.tell({ message: JSON.parse(nextPatch()) as object });
    const [began, heard] = await Promise.all([floor.next('began'), floorFarm.next('heard')]);
    return Number(BigInt(heard.at) - BigInt(began.at)) / 1e6;
  };
  return {
    async calls(count) {
      for (let issued = 0; issued < count; issued++) await issueTicket(kiosk, clinic);
      return repeated(count, call);
    },
    broadcasts: (count) => repeated(count, broadcast),
    nextPatch,
    folder: clinic.folder,
    displays: clinic.displays,
    async stop() {
      kiosk.close();
      nurse.close();
      await Promise.all([farm, floorFarm, floor, edge].map((child) => child.stop()));
      clinic.remove();
    },
  };
}

/** Beside a pair, on its disk and with its patches. */
async function startBare({ nextPatch, folder, displays }: Pair): Promise<{ calls: Repeat; stop(): Promise<void> }> {
  const farm: Farm = startChild('display-farm.ts');
  const bare: Bare = startChild('bare-way.ts', [join(folder, 'bare.bin')]);
  const { port } = await bare.next('listening');
  await connectFarm(farm, `http://127.0.0.1:${port}`, displays);
  const line = new HttpLine(`http://127.0.0.1:${port}`);
  const call = async (): Promise<number> => {
    bare.tell({ message: JSON.parse(nextPatch()) as object });
    await bare.next('ready');
    const startedAt = process.hrtime.bigint();
    const answered = line.ask(bareRequest);
    const { at } = await farm.next('heard');
    await answered;
    return Number(BigInt(at) - startedAt) / 1e6;
  };
  return {
    calls: (count) => repeated(count, call),
    async stop() {
      line.close();
      await Promise.all([farm, bare].map((child) => child.stop()));
    },
  };
}

async function repeated(count: number, once: () => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  while (samples.length < count) samples.push(await once());
  return samples;
}

/** As long as the command of a call is. */
const bareBody = JSON.stringify({ commandId: ''.padEnd(36), type: 'call-next', servicePointId: ''.padEnd(36) });
const bareHead = `POST / HTTP/1.1\r\nhost: bare\r\ncontent-length: ${bareBody.length}\r\n`;
const bareRequest = `${bareHead}\r\n${bareBody}`;

type Rounds = readonly (readonly number[])[];
type Samples = Readonly<Record<'call' | 'floor' | 'bare', Rounds>> &
  Readonly<Partial<Record<'slowCall' | 'slowFloor', Rounds>>>;

function figuresOf({ call, floor, bare, slowCall, slowFloor }: Samples): BenchOutcome['figures'] {
  const of = (rounds: Rounds, percent: number) => rounds.map((samples) => percentile(samples, percent));
  const figure = (name: string, percent: number, subject: Rounds, beside: Rounds) => ({
    name,
    value: median(of(subject, percent)),
    unit: 'ms',
    floor: median(of(beside, percent)),
    ratio: medianRatio(of(subject, percent), of(beside, percent)),
  });
  const within = (bound: number) => ({ goal: { of: 'ratio', op: '<=', bound } as const });
  return [
    { ...figure('median', 50, call, floor), ...within(1.6) },
    { ...figure('p99', 99, call, floor), ...within(2.5) },
    figure('median of the bare way', 50, bare, floor),
    figure('p99 of the bare way', 99, bare, floor),
    figure('median, beside the bare way', 50, call, bare),
    ...(slowCall === undefined || slowFloor === undefined
      ? []
      : [
          figure(`median, each sync ${slowedByMs} ms longer`, 50, slowCall, slowFloor),
          figure(`p99, each sync ${slowedByMs} ms longer`, 99, slowCall, slowFloor),
        ]),
    { name: 'calls', value: call.flat().length, unit: '' },
  ];
}
