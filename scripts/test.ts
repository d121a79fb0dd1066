/**
 * `npm test`: sets up the machine, builds the screens that are stale, and runs every Vitest project.
 * Arguments go to Vitest: `npm test -- domain`, `npm test -- --project e2e`.
 */
import { join } from 'node:path';
import { buildStaleScreens } from './build-screens.ts';
import { root, runCommand } from './run-command.ts';
import { setUpMachine, thisMachine } from './set-up-machine.ts';

async function main(args: readonly string[]): Promise<number> {
  const machine = await setUpMachine(thisMachine, console.log);
  if (!machine.ok) {
    console.error(machine.message);
    return 1;
  }
  try {
    await buildStaleScreens(console.log);
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = await runCommand(process.execPath, [vitest, 'run', ...args]);
  return status;
}

process.exitCode = await main(process.argv.slice(2));
