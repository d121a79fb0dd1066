/**
 * From a tablet's tap to twenty displays: a full command (token looked up, validated, decided, projected,
 * committed, answered) until all of them, in another process, have the patch. The floor is what the disk and the
 * socket do at best: a durable overwrite of eight pages and the same bytes broadcast to the same twenty. Beside both,
 * the bare way: the floor behind a request over HTTP and a hop to a writer's thread and back, with no Foyer on it.
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
import { interleave, quickRounds, type RoundSamples } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median, medianRatio, percentile } from './kit/statistics.ts';

const displayCount = 20;
const fullRounds = 10;
const callsPerRound = 200;
const quickCallsPerRound = 10;
const warmUpCalls = 100;

type Floor = BenchChild<FloorOrder, FloorReport>;
type Bare = BenchChild<BareOrder, BareReport>;

export const callToDisplay: Bench = {
  name: 'call-to-display',
  about: 'from a call on a tablet to twenty displays, beside what the disk and the socket do at best',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const rounds = options.quick ? quickRounds : (options.cycles ?? fullRounds);
  const calls = options.quick ? quickCallsPerRound : callsPerRound;
  const clinic = makeBenchClinic({ seed: options.seed, kiosks: 1, displays: displayCount });
  const edge = await startEdge({ clinic });
  const farm: Farm = startChild('display-farm.ts');
  const floorFarm: Farm = startChild('display-farm.ts');
  const floor: Floor = startChild('broadcast-floor.ts', [join(clinic.folder, 'floor.bin')]);
  const bareFarm: Farm = startChild('display-farm.ts');
  const bare: Bare = startChild('bare-way.ts', [join(clinic.folder, 'bare.bin')]);
  const [room] = clinic.nurses;
  const kiosk = createEdgeClient(edge.url, clinic.kiosks[0]!);
  const nurse = createEdgeClient(edge.url, room!.token);
  try {
    await connectFarm(farm, edge.url, clinic.displays);
    const { port } = await floor.next('listening');
    await connectFarm(floorFarm, `http://127.0.0.1:${port}`, clinic.displays);
    const barePort = (await bare.next('listening')).port;
    await connectFarm(bareFarm, `http://127.0.0.1:${barePort}`, clinic.displays);
    const line = new HttpLine(`http://127.0.0.1:${barePort}`);

    const call = () => callNext(nurse, room!.servicePointId, farm);
    const nextPatch = await recordPatch(edge.url, clinic, call, () => issueTicket(kiosk, clinic));
    const broadcast = async (): Promise<number> => {
      floor.tell({ message: JSON.parse(nextPatch()) as object });
      const [began, heard] = await Promise.all([floor.next('began'), floorFarm.next('heard')]);
      return Number(BigInt(heard.at) - BigInt(began.at)) / 1e6;
    };
    const bareCall = async (): Promise<number> => {
      bare.tell({ message: JSON.parse(nextPatch()) as object });
      await bare.next('ready');
      const startedAt = process.hrtime.bigint();
      const answered = line.ask(bareRequest);
      const { at } = await bareFarm.next('heard');
      await answered;
      return Number(BigInt(at) - startedAt) / 1e6;
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
      await repeat(warmUpCalls, bareCall);
    }
    const samples = await interleave(createRandom(options.seed), rounds, {
      call: () => callRound(calls),
      floor: () => repeat(calls, broadcast),
      bare: () => repeat(calls, bareCall),
    });
    line.close();
    return { figures: figuresOf(samples), runs: rounds };
  } finally {
    kiosk.close();
    nurse.close();
    await Promise.all([farm, floorFarm, bareFarm, floor, bare, edge].map((child) => child.stop()));
    clinic.remove();
  }
}

/** As long as the command of a call is. */
const bareBody = JSON.stringify({ commandId: ''.padEnd(36), type: 'call-next', servicePointId: ''.padEnd(36) });
const bareHead = `POST / HTTP/1.1\r\nhost: bare\r\ncontent-length: ${bareBody.length}\r\n`;
const bareRequest = `${bareHead}\r\n${bareBody}`;

function figuresOf({ call, floor, bare }: RoundSamples<'call' | 'floor' | 'bare'>): BenchOutcome['figures'] {
  const of = (rounds: readonly (readonly number[])[], percent: number) =>
    rounds.map((samples) => percentile(samples, percent));
  const figure = (name: string, percent: number, subject: typeof call, beside: typeof call) => ({
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
    figure('median, beside the bare way', 50, call, bare),
    { name: 'calls', value: call.flat().length, unit: '' },
  ];
}
