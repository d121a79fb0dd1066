/**
 * The relay under every fault: lines that lose, repeat, delay and cut one way, crashes of either side at any moment,
 * clocks that jump, erasures, boxes and centres that are restored, boxes that are copied. In the end nothing is lost,
 * nothing is there twice, and where two histories met somebody was told. Simulated first, with the real pumps and a
 * centre that a test holds to the real one; then over real sockets with both processes and PostgreSQL.
 */
import { startTestCentre } from '@foyer/pms-service/testing/test-centre.ts';
import { createRandom } from '../bench/kit/random.ts';
import type { RunOptions } from '../bench/kit/run-options.ts';
import type { Fault, FaultOutcome } from './kit/fault.ts';
import { catchPlants, plantNames, playHistories } from './relay/in-process.ts';
import { holdInboxToModel } from './relay/inbox-contract.ts';
import { relayOverSockets } from './relay/over-sockets.ts';

const fullSteps = 1_000_000;
const quickSteps = 3_000;
/** The centre's inbox on PostgreSQL beside its model. */
const fullBatches = 4_000;
/** Over real sockets one step costs as much as a hundred that are simulated. */
const stepsForOneReal = 100;
/** One that shows at once. */
const quickPlants = ['acknowledged-as-far-as-there-is'];

export const relay: Fault = {
  name: 'relay',
  about: 'the line cut, slow, half open and late, both sides killed, restored and copied: nothing lost, nothing twice',
  run: runRelay,
};

async function runRelay(options: RunOptions): Promise<FaultOutcome> {
  const { seed, quick, say } = options;
  const wanted = options.cycles ?? (quick ? quickSteps : fullSteps);
  const simulated = await playHistories(seed, wanted, say);
  const plants = quick ? quickPlants : plantNames;
  const caught = await catchPlants(seed, plants, say);
  const real = quick ? undefined : await relayOverSockets({ seed, steps: Math.ceil(wanted / stepsForOneReal), say });
  const contract = quick ? undefined : await compareInbox(seed);
  return {
    cycles: simulated.steps,
    acknowledged: simulated.acknowledged + (real?.acknowledged ?? 0),
    lost: simulated.lost + (real?.lost ?? 0),
    duplicated: simulated.duplicated + (real?.duplicated ?? 0),
    violations: [...simulated.violations, ...(real?.violations ?? []), ...(contract?.violations ?? [])],
    planted: plants.length,
    caught,
    figures: [
      { name: 'histories', value: simulated.histories, unit: '' },
      { name: 'histories with a fork, noticed', value: simulated.halted, unit: '' },
      ...(real?.figures ?? []),
      ...(contract === undefined
        ? []
        : [{ name: 'batches to the inbox and its model', value: contract.batches, unit: '' }]),
    ],
  };
}

async function compareInbox(seed: number): ReturnType<typeof holdInboxToModel> {
  const centre = await startTestCentre();
  try {
    return await holdInboxToModel(centre, fullBatches, createRandom(seed));
  } finally {
    await centre.stop();
  }
}
