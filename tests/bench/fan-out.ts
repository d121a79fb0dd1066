/**
 * From a tablet's tap to the last of two hundred displays, beside the same bytes from a bare WebSocket server to as many,
 * after a durable overwrite of its own. The displays are the same farm of bare WebSockets on both sides.
 */
import { join } from 'node:path';
import { makeBenchClinic } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import type { FloorOrder, FloorReport } from './kit/broadcast-floor.ts';
import { type BenchChild, startChild } from './kit/child.ts';
import { createEdgeClient } from './kit/edge-client.ts';
import { startEdge } from './kit/edge-process.ts';
import { callNext, connectFarm, type Farm, issueTicket, recordPatch } from './kit/heard-calls.ts';
import { createRandom } from './kit/random.ts';
import { interleave, quickRounds } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median, medianRatio, percentile } from './kit/statistics.ts';

const displayCount = 200;
const fullRounds = 10;
const callsPerRound = 100;
const quickCallsPerRound = 5;
const warmUpCalls = 50;

export const fanOut: Bench = {
  name: 'fan-out',
  about: 'from a call on a tablet to the last of 200 displays, beside the same bytes over bare WebSockets',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const rounds = options.quick ? quickRounds : (options.cycles ?? fullRounds);
  const calls = options.quick ? quickCallsPerRound : callsPerRound;
  const clinic = makeBenchClinic({ seed: options.seed, kiosks: 1, displays: displayCount });
  const edge = await startEdge({ clinic });
  const farm: Farm = startChild('ws-farm.ts');
  const floorFarm: Farm = startChild('ws-farm.ts');
  const floor: BenchChild<FloorOrder, FloorReport> = startChild('ws-floor.ts', [join(clinic.folder, 'floor.bin')]);
  const [room] = clinic.nurses;
  const kiosk = createEdgeClient(edge.url, clinic.kiosks[0]!);
  const nurse = createEdgeClient(edge.url, room!.token);
  try {
    await connectFarm(farm, edge.url, clinic.displays);
    const { port } = await floor.next('listening');
    await connectFarm(floorFarm, `http://127.0.0.1:${port}`, clinic.displays);

    const issue = () => issueTicket(kiosk, clinic);
    const call = () => callNext(nurse, room!.servicePointId, farm);
    const nextPatch = await recordPatch(edge.url, clinic, call, issue);
    const broadcast = async (): Promise<number> => {
      floor.tell({ message: JSON.parse(nextPatch()) as object });
      const [began, heard] = await Promise.all([floor.next('began'), floorFarm.next('heard')]);
      return Number(BigInt(heard.at) - BigInt(began.at)) / 1e6;
    };
    const repeat = async (count: number, once: () => Promise<number>): Promise<number[]> => {
      const samples: number[] = [];
      while (samples.length < count) samples.push(await once());
      return samples;
    };
    const callRound = async (count: number): Promise<number[]> => {
      for (let issued = 0; issued < count; issued++) await issue();
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
  const figure = (name: string, percent: number) => ({
    name,
    value: median(of(calls, percent)),
    unit: 'ms',
    floor: median(of(floors, percent)),
    ratio: medianRatio(of(calls, percent), of(floors, percent)),
  });
  return [
    { ...figure('median', 50), goal: { of: 'ratio', op: '<=', bound: 1.5 } },
    figure('p99', 99),
    { name: 'displays', value: displayCount, unit: '' },
    { name: 'calls', value: calls.flat().length, unit: '' },
  ];
}
