/**
 * `kill -9` under load, again and again on the same data: every acknowledged command is in the log, none twice,
 * and what was under way when the process died takes effect once when its caller tries again. (The page cache
 * survives a killed process: what a power cut would do is for `acknowledge` to show.)
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchClinic, makeBenchClinic } from '../bench/kit/bench-clinic.ts';
import { createEdgeClient, newCommandId, type Order, readLog, type Sent } from '../bench/kit/edge-client.ts';
import { startEdge } from '../bench/kit/edge-process.ts';
import { createRandom, type Random } from '../bench/kit/random.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { Ledger } from './kit/ledger.ts';

const fullCycles = 200;
const quickCycles = 3;
const kiosks = 8;
const shortestLoadMs = 20;
const longestLoadMs = 400;
/** How many acknowledged commands are sent again after each restart. */
const repeats = 5;

interface Attempt {
  readonly token: string;
  readonly commandId: string;
  readonly order: Order;
}

export const kill: Fault = {
  name: 'kill',
  about: 'kill -9 under load: every acknowledged command is there afterwards, none twice',
  run: killAgainAndAgain,
};

async function killAgainAndAgain(options: RunOptions): Promise<FaultOutcome> {
  const cycles = options.cycles ?? (options.quick ? quickCycles : fullCycles);
  const random = createRandom(options.seed);
  const clinic = makeBenchClinic({ seed: options.seed, kiosks, displays: 0 });
  const ledger = new Ledger();
  let unanswered: readonly Attempt[] = [];
  let acknowledged: readonly Attempt[] = [];
  let interrupted = 0;
  try {
    for (let cycle = 1; cycle <= cycles; cycle++) {
      const edge = await startEdge({ clinic });
      try {
        await readOn(ledger, edge.url, clinic);
        await tryAgain(edge.url, [...unanswered, ...random.shuffle(acknowledged).slice(0, repeats)], ledger);
        const load = startLoad(edge.url, clinic, ledger, random);
        await sleep(shortestLoadMs + random.below(longestLoadMs - shortestLoadMs));
        await edge.kill();
        ({ unanswered, acknowledged } = await load.ended);
        interrupted += unanswered.length;
      } finally {
        await edge.kill();
      }
      if (cycle % 20 === 0) options.say(`${cycle} of ${cycles}`);
    }
    const edge = await startEdge({ clinic });
    try {
      await tryAgain(edge.url, unanswered, ledger);
      await readOn(ledger, edge.url, clinic);
    } finally {
      await edge.stop();
    }
    const figures = [{ name: 'commands cut off by a kill', value: interrupted, unit: '' }];
    return { cycles, ...ledger.verdict(), figures };
  } finally {
    clinic.remove();
  }
}

/** Kiosks issue tickets and rooms call them, each one command after the other, until the line breaks. */
function startLoad(url: string, clinic: BenchClinic, ledger: Ledger, random: Random) {
  const unanswered: Attempt[] = [];
  const acknowledged: Attempt[] = [];
  const work = async (token: string, nextOrder: () => Order): Promise<void> => {
    const client = createEdgeClient(url, token);
    for (;;) {
      const attempt = { token, commandId: newCommandId(), order: nextOrder() };
      try {
        if (note(ledger, await client.send(attempt.order, attempt.commandId))) acknowledged.push(attempt);
      } catch {
        unanswered.push(attempt);
        break;
      }
    }
    client.close();
  };
  const ended = Promise.all([
    ...clinic.kiosks.map((token) =>
      work(token, () => ({
        type: 'issue-ticket',
        serviceId: clinic.serviceIds[random.below(clinic.serviceIds.length)]!,
      })),
    ),
    ...clinic.nurses
      .slice(0, kiosks)
      .map(({ token, servicePointId }) =>
        work(token, () => ({ type: 'call-next', servicePointId, finishCurrent: 'completed' })),
      ),
  ]).then(() => ({ unanswered, acknowledged }));
  return { ended };
}

async function tryAgain(url: string, attempts: readonly Attempt[], ledger: Ledger): Promise<void> {
  for (const { token, commandId, order } of attempts) {
    const client = createEdgeClient(url, token);
    note(ledger, await client.send(order, commandId));
    client.close();
  }
}

/** Whether it was acknowledged as done; a refusal (nobody waits) is an answer, and promises nothing. */
function note(ledger: Ledger, { commandId, status, answer }: Sent): boolean {
  if (status >= 500 || status === 429) throw new Error(`${status}: ${JSON.stringify(answer)}`);
  if (!answer.ok || !('seq' in answer)) return false;
  const { epoch, seq } = answer;
  ledger.acknowledge({ commandId, epoch, seq, answer: JSON.stringify(answer) });
  return true;
}

async function readOn(ledger: Ledger, url: string, clinic: BenchClinic): Promise<void> {
  const client = createEdgeClient(url, clinic.auditor);
  for await (const row of readLog(client, ledger.position)) ledger.read(row);
  client.close();
}
