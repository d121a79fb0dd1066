/**
 * Builds the pages of each screen into its `dist` folder, when the sources it is made of have changed since.
 * What a build was made of is kept beside it as one hash (`dist/.sources`), because a checkout does not
 * keep the times of files.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashSources, sharedSources } from '../ui-kit/build/sources-hash.ts';
import { root, runCommand } from './run-command.ts';

export interface ScreenBuild {
  readonly screen: string;
  readonly built: boolean;
}

/** The folders that are screens, `*-ui` and the page of `demo`: those with a Vite configuration. */
export function listScreens(folder: string = root): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => name.endsWith('-ui') || name === 'demo')
    .filter((name) => existsSync(join(folder, name, 'vite.config.ts')))
    .toSorted();
}

/** Throws with the builder's own output when a screen does not build; its old pages are then gone. */
export async function buildStaleScreens(say: (line: string) => void): Promise<readonly ScreenBuild[]> {
  const builds: ScreenBuild[] = [];
  for (const screen of listScreens()) {
    const folder = join(root, screen);
    const stamp = join(folder, 'dist', '.sources');
    const sources = hashSources(
      [...sharedSources, screen].map((name) => join(root, name)),
      root,
    );
    const stale = !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources;
    if (stale) {
      say(`building ${screen}`);
      await buildScreen(folder, screen);
      writeFileSync(stamp, sources);
    }
    builds.push({ screen, built: stale });
  }
  return builds;
}

async function buildScreen(folder: string, screen: string): Promise<void> {
  rmSync(join(folder, 'dist', '.sources'), { force: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  for (const config of viteConfigs(folder)) {
    const { status, output } = await runCommand(process.execPath, [vite, 'build', '--config', config], {
      cwd: folder,
      output: 'capture',
    });
    if (status !== 0) throw new Error(`${screen} does not build\n${output}`);
  }
}

/** `vite.config.ts`, which empties `dist`, and then what is built into it beside (`ticket.config.ts`). */
function viteConfigs(folder: string): readonly string[] {
  const configs = readdirSync(folder).filter((name) => name.endsWith('.config.ts'));
  return ['vite.config.ts', ...configs.filter((name) => name !== 'vite.config.ts').toSorted()];
}

if (import.meta.main) {
  try {
    await buildStaleScreens(console.log);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
