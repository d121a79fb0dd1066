/**
 * `npm run dev`: the demonstration clinic, started again when a server's source changes, and beside it each
 * screen from Vite's own server, which shows a change of a screen at once. Ctrl-C ends all of it.
 */
import { join } from 'node:path';
import { buildStaleScreens, listScreens } from './build-screens.ts';
import { root, runCommand } from './run-command.ts';
import { screenAddress } from './screen-address.ts';

const watched = ['contracts', 'domain', 'firmware-config', 'cloud-sync', 'edge-server', 'pms-service', 'demo'];
const firstScreenPort = 5173;

async function main(): Promise<void> {
  await buildStaleScreens(console.log);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // The page of virtual devices talks to the launcher, on a port of each start: it is served from there.
  const screens = listScreens().filter((screen) => screen !== 'demo');
  const served = screens.map(async (screen, index) => {
    const port = firstScreenPort + index;
    console.log(`${screen.padEnd(12)} ${await screenAddress(screen, port)}`);
    const args = [vite, '--port', String(port), '--strictPort', '--logLevel', 'warn'];
    await runCommand(process.execPath, args, { cwd: join(root, screen) });
  });
  const watchPaths = watched.map((name) => `--watch-path=${join(root, name, 'src')}`);
  const clinic = runCommand(process.execPath, [
    ...watchPaths,
    '--watch-preserve-output',
    join(root, 'demo', 'src', 'main.ts'),
  ]);
  await Promise.all([clinic, ...served]);
}

await main();
