/** `npm run faults -- NAME`. */
import { randomInt } from 'node:crypto';
import { runByName } from '../bench/kit/runner.ts';
import { faults } from './faults.ts';
import { faultThatFailed, judgeFault } from './kit/fault.ts';

process.exitCode = await runByName(process.argv.slice(2), {
  kind: 'faults',
  runnables: faults,
  judge: judgeFault,
  failed: faultThatFailed,
  print: console.log,
  defaultSeed: randomInt(1_000_000),
});
