// `BUNDLE/bin/node BUNDLE/appliance/src/install-main.js --root FOLDER --key FILE [--machine /]`: makes a folder that a
// supervisor runs the edge from. The supervisor is not part of what is updated: what decides about a version never comes
// with it. `--machine` also writes the services, rules and settings of the machine below that folder.

import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openBundle } from './bundle/open-bundle.ts';
import { writeDurably } from './disk/durably.ts';
import { localDisk } from './disk/local-disk.ts';
import { placesIn } from './updates/places.ts';
import { readState, writeWanted } from './updates/state-file.ts';

const bundle = resolve(import.meta.dirname, '../..');
/** Of a bundle, what its supervisor runs from. */
const ofSupervisor = ['bin', 'appliance', 'node_modules/@foyer/contracts', 'package.json'];

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '/opt/foyer' },
    key: { type: 'string' },
    machine: { type: 'string' },
  },
});
process.exitCode = install(values.key);

function install(keyFile: string | undefined): number {
  if (keyFile === undefined)
    return fail('--key names the public key of who makes bundles: it comes another way than they do');
  const publicKey = readFileSync(keyFile, 'utf8');
  const opened = openBundle(localDisk, bundle, publicKey);
  if (!opened.ok) return fail(opened.code);
  const places = placesIn(resolve(values.root));
  mkdirSync(places.root, { recursive: true, mode: 0o755 });
  for (const path of ofSupervisor)
    cpSync(join(bundle, path), join(places.root, 'supervisor', path), { recursive: true });
  writeDurably(localDisk, places.publicKey, Buffer.from(publicKey), 0o644);
  if (readState(localDisk, places.state).kept === null)
    writeWanted(localDisk, places.wanted, { updateId: randomUUID(), folder: bundle, urgent: false });
  if (values.machine !== undefined) writeMachineFiles(values.machine);
  console.log(
    `installed below ${places.root}; its supervisor unpacks version ${opened.manifest.version} at its first start`,
  );
  return 0;
}

/** What somebody set stays as it is. */
function writeMachineFiles(below: string): void {
  const from = join(bundle, 'machine');
  for (const path of localDisk.list(from)) {
    const filter = (_source: string, target: string): boolean => !(target.endsWith('edge.env') && existsSync(target));
    cpSync(join(from, path), join(below, path), { recursive: true, filter });
  }
}

function fail(why: string): number {
  console.error(why);
  return 2;
}
