/**
 * Eight tablets compete for the same queue, over lines that lose answers, deliver twice and make callers try
 * again: no ticket is called twice, no call is lost, and a repeated `commandId` always gets the same ticket.
 */
import { type BenchClinic, makeBenchClinic } from '../bench/kit/bench-clinic.ts';
import { acceptedResult, createEdgeClient, readLog } from '../bench/kit/edge-client.ts';
import { startEdge } from '../bench/kit/edge-process.ts';
import { createRandom } from '../bench/kit/random.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import { createBadLine } from './kit/bad-line.ts';
import { CallJudge } from './kit/call-judge.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';

const tablets = 8;
const fullCalls = 10_000;
const quickCalls = 400;
/** Patients come in waves, so that a queue is as long as a clinic's and not as long as the run. */
const wave = 400;

export const race: Fault = {
  name: 'race',
  about: 'eight tablets call at once over bad lines: no ticket twice, no call lost',
  run: runRace,
};

async function runRace(options: RunOptions): Promise<FaultOutcome> {
  const calls = options.cycles ?? (options.quick ? quickCalls : fullCalls);
  const random = createRandom(options.seed);
  const clinic = makeBenchClinic({
    seed: options.seed,
    kiosks: tablets,
    displays: 0,
    oneService: true,
  });
  const edge = await startEdge({ clinic });
  const lines = clinic.nurses.slice(0, tablets).map(({ token, servicePointId }) => ({
    servicePointId,
    line: createBadLine(edge.url, token, createRandom(random.below(2 ** 31))),
  }));
  const judge = new CallJudge();
  try {
    for (let done = 0; done < calls; done += wave) {
      let left = Math.min(wave, calls - done);
      await issueTickets(edge.url, clinic, left);
      await Promise.all(
        lines.map(async ({ servicePointId, line }) => {
          while (left-- > 0) {
            const order = {
              type: 'call-next',
              servicePointId,
              finishCurrent: 'completed',
            } as const;
            for (const answer of await line.deliver(order)) judge.hear(answer);
          }
        }),
      );
    }
    const auditor = createEdgeClient(edge.url, clinic.auditor);
    for await (const row of readLog(auditor)) judge.read(row);
    auditor.close();
    return { cycles: calls, ...judge.verdict() };
  } finally {
    for (const { line } of lines) line.close();
    await edge.stop();
    clinic.remove();
  }
}

async function issueTickets(url: string, clinic: BenchClinic, count: number): Promise<void> {
  let left = count;
  await Promise.all(
    clinic.kiosks.map(async (token) => {
      const kiosk = createEdgeClient(url, token);
      while (left-- > 0) acceptedResult(await kiosk.send({ type: 'issue-ticket', serviceId: clinic.serviceIds[0]! }));
      kiosk.close();
    }),
  );
}
