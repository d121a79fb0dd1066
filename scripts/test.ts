/**
 * `npm test`: sets up the machine, builds the screens that are stale, and runs every Vitest project.
 * Arguments go to Vitest: `npm test -- domain`, `npm test -- --project e2e`.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildStaleScreens } from './build-screens.ts';
import { childEnvironment, root, runCommand } from './run-command.ts';
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
  return withOwnTemporaryFolder(async (folder) => {
    const { status } = await runCommand(process.execPath, [vitest, 'run', ...args], {
      env: childEnvironment({ TMPDIR: folder }),
    });
    return status;
  });
}

/** Thousands of clinics are made in the course of the tests: they go with the folder that they are in. */
async function withOwnTemporaryFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-tests-'));
  // PostgreSQL, which never runs as root, works in folders below it.
  chmodSync(folder, 0o711);
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
