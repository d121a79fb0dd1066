/**
 * `npm run image -- [--out DIR] [--key FILE] [--counter N] [--days N]`: a folder to install an edge from, for machines
 * such as this one. The same sources and numbers make the same files. What signs it is a private key of Ed25519 (PEM);
 * without one, a pair for trying things out is made beside the folder.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildStaleScreens } from './build-screens.ts';
import {
  fillWithLibraries,
  fillWithMachineFiles,
  fillWithNode,
  fillWithScreens,
  fillWithSources,
} from './image/fill-image.ts';
import { keyAt, sealImage } from './image/seal-image.ts';
import { root } from './run-command.ts';

const dayMs = 24 * 60 * 60_000;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'dist', 'image') },
    key: { type: 'string' },
    /** Goes up with every bundle; by default the minute of its making. */
    counter: { type: 'string', default: String(Math.floor(Date.now() / 60_000)) },
    days: { type: 'string', default: '180' },
  },
});
const out = resolve(values.out);
const keyFile = values.key ?? join(dirname(out), 'development-key.pem');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await step('screens', async () => {
  await buildStaleScreens(console.log);
  fillWithScreens(out);
});
await step('sources as JavaScript', () => fillWithSources(out));
await step('libraries', () => fillWithLibraries(out));
await step('Node', () => fillWithNode(out));
await step('files of the machine', () => fillWithMachineFiles(out));
await step('manifest and signature', () => {
  const { privateKey, isNew } = keyAt(keyFile);
  if (isNew) console.log(`  a key for trying things out was made: ${keyFile}`);
  const expiresAt = Date.now() + Number(values.days) * dayMs;
  const { counter, files } = sealImage(out, { version, counter: Number(values.counter), expiresAt }, privateKey);
  const megabytes = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  console.log(
    `  version ${version}, counter ${counter}: ${Object.keys(files).length} files, ${megabytes.toFixed(0)} MB`,
  );
});
console.log(out);

async function step(name: string, work: () => void | Promise<void>): Promise<void> {
  const startedAt = performance.now();
  await work();
  console.log(`${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
}
