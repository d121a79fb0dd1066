/**
 * The centre's database dies: from SIGKILL to the first batch that an edge has acknowledged again, at a real pair of
 * servers, with what was acknowledged before and is gone. The floor is a bare client of the same failover, which waits
 * to write: what promotion alone takes.
 */
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { failOver, type Failover } from './kit/failover-trial.ts';
import { createRandom } from './kit/random.ts';
import { leastRounds, quickRounds } from './kit/rounds.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median, medianRatio } from './kit/statistics.ts';

const [fullEdges, quickEdges] = [12, 2];

export const failover: Bench = {
  name: 'failover',
  about: 'the centre’s primary is killed and its standby promoted: time to the first acknowledged batch, none lost',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  const rounds = options.quick ? quickRounds : Math.max(leastRounds, options.cycles ?? leastRounds);
  const random = createRandom(options.seed);
  const found: Failover[] = [];
  for (let round = 0; round < rounds; round += 1) {
    found.push(await failOver({ edges: options.quick ? quickEdges : fullEdges, synchronous: true, random }));
    options.say(`failover ${round + 1} of ${rounds}: ${Math.round(found.at(-1)!.centreMs)} ms`);
  }
  const [centre, bare] = [found.map(({ centreMs }) => centreMs), found.map(({ bareMs }) => bareMs)];
  const sum = (of: (one: Failover) => number): number => found.reduce((total, one) => total + of(one), 0);
  const none = { of: 'value', op: '<=', bound: 0 } as const;
  return {
    runs: rounds,
    figures: [
      {
        name: 'from the kill to an acknowledged batch',
        value: median(centre),
        unit: 'ms',
        floor: median(bare),
        ratio: medianRatio(centre, bare),
      },
      { name: 'acknowledged batches', value: sum((one) => one.acknowledged), unit: '' },
      { name: 'acknowledged rows lost', value: sum((one) => one.lost), unit: '', goal: none },
      { name: 'doubled', value: sum((one) => one.doubled), unit: '', goal: none },
    ],
  };
}
