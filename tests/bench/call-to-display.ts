/**
 * From a tablet's tap to twenty displays: a full command (token looked up, validated, decided, projected,
 * committed, answered) until all of them, in another process, have the patch. The floor is what the disk and the
 * socket do at best: a durable overwrite of eight pages and the same bytes broadcast to the same twenty.
 */
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { type BenchClinic, makeBenchClinic } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import type { FloorOrder, FloorReport } from './kit/broadcast-floor.ts';
import { type BenchChild, startChild } from './kit/child.ts';
import type { FarmOrder, FarmReport } from './kit/display-farm.ts';
import { acceptedResult, createEdgeClient, type EdgeClient } from './kit/edge-client.ts';
import { startEdge } from './kit/edge-process.ts';
import { createRandom } from './kit/random.ts';
import { interleave, leastRounds } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median, medianRatio, percentile } from './kit/statistics.ts';

const displayCount = 20;
const fullRounds = 10;
const callsPerRound = 200;
const quickCallsPerRound = 10;
const warmUpCalls = 100;

type Farm = BenchChild<FarmOrder, FarmReport>;
type Floor = BenchChild<FloorOrder, FloorReport>;

export const callToDisplay: Bench = {
  name: 'call-to-display',
  about: 'from a call on a tablet to twenty displays, beside what the disk and the socket do at best',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const rounds = options.quick ? leastRounds : (options.cycles ?? fullRounds);
  const calls = options.quick ? quickCallsPerRound : callsPerRound;
  const clinic = makeBenchClinic({ seed: options.seed, kiosks: 1, displays: displayCount });
  const edge = await startEdge({ clinic });
  const farm: Farm = startChild('display-farm.ts');
  const floorFarm: Farm = startChild('display-farm.ts');
  const floor: Floor = startChild('broadcast-floor.ts', [join(clinic.folder, 'floor.bin')]);
  const [room] = clinic.nurses;
  const kiosk = createEdgeClient(edge.url, clinic.kiosks[0]!);
  const nurse = createEdgeClient(edge.url, room!.token);
  try {
    await connect(farm, edge.url, clinic.displays);
    const { port } = await floor.next('listening');
    await connect(floorFarm, `http://127.0.0.1:${port}`, clinic.displays);

    const call = () => callNext(nurse, room!.servicePointId, farm);
    const broadcast = await floorRound(edge.url, clinic, call, () => issueTicket(kiosk, clinic), floor, floorFarm);
    const repeat = async (count: number, once: () => Promise<number>): Promise<number[]> => {
      const samples: number[] = [];
      while (samples.length < count) samples.push(await once());
      return samples;
    };
    const callRound = async (count: number): Promise<number[]> => {
      for (let issued = 0; issued < count; issued++) await issueTicket(kiosk, clinic);
      return repeat(count, call);
    };
    if (!options.quick) {
      await callRound(warmUpCalls);
      await repeat(warmUpCalls, broadcast);
    }
    const samples = await interleave(createRandom(options.seed), rounds, {
      call: () => callRound(calls),
      floor: () => repeat(calls, broadcast),
    });
    return { figures: figuresOf(samples.call, samples.floor), runs: rounds };
  } finally {
    kiosk.close();
    nurse.close();
    await Promise.all([farm.stop(), floorFarm.stop(), floor.stop(), edge.stop()]);
    clinic.remove();
  }
}

function figuresOf(
  calls: readonly (readonly number[])[],
  floors: readonly (readonly number[])[],
): BenchOutcome['figures'] {
  const of = (rounds: readonly (readonly number[])[], percent: number) =>
    rounds.map((samples) => percentile(samples, percent));
  const figure = (name: string, percent: number, bound: number) => ({
    name,
    value: median(of(calls, percent)),
    unit: 'ms',
    floor: median(of(floors, percent)),
    ratio: medianRatio(of(calls, percent), of(floors, percent)),
    goal: { of: 'ratio', op: '<=', bound } as const,
  });
  return [figure('median', 50, 1.6), figure('p99', 99, 2.5), { name: 'calls', value: calls.flat().length, unit: '' }];
}

async function connect(farm: Farm, url: string, tokens: readonly string[]): Promise<void> {
  farm.tell({ url, namespace: '/display', tokens });
  await farm.next('connected');
}

async function issueTicket(kiosk: EdgeClient, clinic: BenchClinic): Promise<void> {
  acceptedResult(await kiosk.send({ type: 'issue-ticket', serviceId: clinic.serviceIds[0]! }));
}

/** Milliseconds from before the request leaves until the last display has the call. */
async function callNext(nurse: EdgeClient, servicePointId: string, farm: Farm): Promise<number> {
  const startedAt = process.hrtime.bigint();
  const sent = nurse.send({ type: 'call-next', servicePointId, finishCurrent: 'completed' });
  const { mark, at } = await farm.next('heard');
  const call = acceptedResult(await sent)['call'] as { readonly id: string };
  if (call.id !== mark) throw new Error(`the displays show ${mark}, and ${call.id} was called`);
  return Number(BigInt(at) - startedAt) / 1e6;
}

/** Records one real patch, and broadcasts the same bytes with a mark of its own each time. */
async function floorRound(
  url: string,
  clinic: BenchClinic,
  call: () => Promise<number>,
  issue: () => Promise<void>,
  floor: Floor,
  farm: Farm,
): Promise<() => Promise<number>> {
  const display = io(`${url}/display`, {
    transports: ['websocket'],
    auth: { token: clinic.displays[0] },
  });
  await new Promise((resolve) => display.once('snapshot', resolve));
  await issue();
  const patches: { readonly changes: { readonly calls?: object } }[] = [];
  const called = new Promise<void>((resolve) =>
    display.on('patch', (patch) => {
      patches.push(patch);
      if (JSON.stringify(patch.changes).includes('"servicePointId"')) resolve();
    }),
  );
  await call();
  await called;
  display.close();
  const recorded = JSON.stringify(patches.at(-1));
  const [recordedMark = ''] = Object.keys(patches.at(-1)?.changes.calls ?? {});
  let turn = 0;
  return async () => {
    turn += 1;
    const mark = `${recordedMark.slice(0, -12)}${String(turn).padStart(12, '0')}`;
    floor.tell({ message: JSON.parse(recorded.replaceAll(recordedMark, mark)) as object });
    const [began, heard] = await Promise.all([floor.next('began'), farm.next('heard')]);
    return Number(BigInt(heard.at) - BigInt(began.at)) / 1e6;
  };
}
