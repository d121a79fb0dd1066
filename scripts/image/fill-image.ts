/** Puts everything that an edge runs from into a folder: sources as JavaScript, libraries, screens, and Node itself. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { edgeApplianceFiles } from '@foyer/firmware-config/edge-appliance.ts';
import { root } from '../run-command.ts';
import { emitJavaScript } from './emit-javascript.ts';
import { type Lockfile, packagesNeededBy } from './locked-packages.ts';

/** Ours, and where each lies in the image: below `node_modules` where others import it. */
const ours: Readonly<Record<string, string>> = {
  'edge-server': 'edge-server',
  appliance: 'appliance',
  contracts: 'node_modules/@foyer/contracts',
  domain: 'node_modules/@foyer/domain',
  'firmware-config': 'node_modules/@foyer/firmware-config',
  'cloud-sync': 'node_modules/@foyer/cloud-sync',
};
export const screensOfEdge = ['kiosk-ui', 'display-ui', 'staff-ui'];

const notRun = /(^|\/)(testing|test|\.build|node_modules)(\/|$)|\.test\.ts$|\.contract\.ts$/;
/** What libraries carry and nobody runs; of typefaces, the two weights that are drawn with. */
const notNeeded = /\.(d\.[cm]?ts|map|md|markdown)$|^(\.github|docs?|examples?|tests?|benchmarks?|hidapi)\//;
const typeface = /(^|\/)(package\.json|LICENSE|[a-z-]+-(400|700)-normal\.woff2)$/;

export function fillWithSources(out: string): void {
  for (const [folder, place] of Object.entries(ours)) {
    copyFile(join(root, folder, 'package.json'), join(out, place, 'package.json'));
    for (const path of filesIn(join(root, folder, 'src'))) {
      if (notRun.test(path)) continue;
      const from = join(root, folder, 'src', path);
      const to = join(out, place, 'src', path);
      if (path.endsWith('.ts')) write(to.replace(/\.ts$/, '.js'), emitJavaScript(readFileSync(from, 'utf8')));
      else copyFile(from, to);
    }
  }
}

export function fillWithLibraries(out: string): void {
  const lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
  // Of those that are made for one kind of machine, the ones of this are here.
  for (const place of packagesNeededBy('edge-server', lockfile).filter((one) => existsSync(join(root, one)))) {
    for (const path of filesIn(join(root, place))) {
      if (path.includes('node_modules/')) continue;
      const isWanted = place.includes('@fontsource/') ? typeface.test(path) : !notNeeded.test(path);
      if (isWanted) copyFile(join(root, place, path), join(out, place, path));
    }
  }
}

export function fillWithScreens(out: string): void {
  for (const screen of screensOfEdge)
    for (const path of filesIn(join(root, screen, 'dist')))
      if (!path.startsWith('.')) copyFile(join(root, screen, 'dist', path), join(out, screen, 'dist', path));
}

export function fillWithNode(out: string): void {
  copyFile(process.execPath, join(out, 'bin', 'node'));
  write(join(out, 'package.json'), `${JSON.stringify({ name: 'foyer', private: true, type: 'module' })}\n`);
}

/** Services, rules and settings of the machine, below `machine/`; the installer copies them to `/etc`. */
export function fillWithMachineFiles(out: string): void {
  const files = edgeApplianceFiles({ user: 'foyer', folder: '/opt/foyer', dataDir: '/var/lib/foyer' });
  for (const { path, text } of files) write(join(out, 'machine', path), text);
}

/** Paths below a folder, in the order of their letters, so that two images of the same sources are the same. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true)
    .toSorted();
}

function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
