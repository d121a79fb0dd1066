/** `npm run bench -- NAME`. */
import { randomInt } from 'node:crypto';
import { benches } from './benches.ts';
import { benchThatFailed, judgeBench } from './kit/bench.ts';
import { runByName } from './kit/runner.ts';

process.exitCode = await runByName(process.argv.slice(2), {
  kind: 'bench',
  runnables: benches,
  judge: judgeBench,
  failed: benchThatFailed,
  print: console.log,
  defaultSeed: randomInt(1_000_000),
});
