/**
 * From a tablet's tap to twenty displays: a full command (token looked up, validated, decided, projected,
 * committed, answered) until all of them, in another process, have the patch. The floor is what the disk and the
 * socket do at best: a durable overwrite of eight pages and the same bytes broadcast to the same twenty.
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
import { interleave, leastRounds } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median, medianRatio, percentile } from './kit/statistics.ts';

const displayCount = 20;
const fullRounds = 10;
const callsPerRound = 200;
const quickCallsPerRound = 10;
const warmUpCalls = 100;

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
