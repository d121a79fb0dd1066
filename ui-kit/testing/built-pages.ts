// Pages built as they are shipped, once for all test files that want them, and again only when a source has changed.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type UserConfig } from 'vite';
import { hashSources, sharedSources } from '../build/sources-hash.ts';

const root = join(import.meta.dirname, '../..');
const shelf = join(root, '.build/pages');
/** Nobody's tests take so long: what is older was made of sources that are gone. */
const keptMs = 3_600_000;

/**
 * The folder that holds them. `configured` is given the folder to build into. `shipped`: where in the app's folder
 * `npm run build` puts the same pages, which need no second build while they are of these sources.
 */
export async function builtPages(
  name: string,
  configured: (outDir: string) => UserConfig,
  shipped?: string,
): Promise<string> {
  const [app = ''] = relative(root, configured('').root ?? root).split(sep);
  const sources = [...new Set([...sharedSources, app])].map((source) => join(root, source));
  const hash = hashSources(sources, root);
  if (shipped !== undefined && hash === shippedSources(app)) return join(root, app, shipped);
  const folder = join(shelf, `${name}-${hash.slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(shelf, { recursive: true });
  const made = mkdtempSync(join(shelf, `${name}-making-`));
  await buildForProduction(() => build({ ...configured(made), configFile: false, logLevel: 'error' }));
  putInPlace(made, folder);
  forgetOld(name, folder);
  return folder;
}

/** What the pages in the app's `dist` were made of, as its build noted it. */
function shippedSources(app: string): string | undefined {
  const stamp = join(root, app, 'dist', '.sources');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

/** Whoever built the same at the same time may have been faster. */
function putInPlace(made: string, folder: string): void {
  try {
    renameSync(made, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(made, { recursive: true, force: true });
  }
}

function forgetOld(name: string, kept: string): void {
  for (const entry of readdirSync(shelf).filter((other) => other.startsWith(`${name}-`))) {
    const folder = join(shelf, entry);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (folder !== kept && age > keptMs) rmSync(folder, { recursive: true, force: true });
  }
}

/** Vitest runs with NODE_ENV=test, in which a build is one for development: without its service worker. */
async function buildForProduction(run: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await run();
  } finally {
    process.env['NODE_ENV'] = before;
  }
}
