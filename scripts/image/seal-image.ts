/** The manifest of a filled folder, and its maker's signature over it. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BundleManifest, manifestFile, signatureFile } from '@foyer/appliance/bundle/manifest.ts';
import { digestOf } from '@foyer/appliance/bundle/open-bundle.ts';
import { signManifest } from '@foyer/appliance/bundle/signature.ts';
import { filesIn } from './fill-image.ts';

export type ImageFacts = Pick<BundleManifest, 'version' | 'counter' | 'expiresAt'>;

const migrations = 'edge-server/src/adapters/sqlite/migrations';
/** Migrations only go forward, and from the first: every older database can be opened. */
const lowestDatabase = 1;

export function sealImage(folder: string, facts: ImageFacts, privateKey: string): BundleManifest {
  const paths = filesIn(folder).filter((path) => path !== manifestFile && path !== signatureFile);
  const files = paths.map((path) => {
    const bytes = readFileSync(join(folder, path));
    const isExecutable = (statSync(join(folder, path)).mode & 0o100) !== 0;
    const file = {
      sha256: digestOf(bytes),
      bytes: bytes.length,
      ...(isExecutable ? { executable: true as const } : {}),
    };
    return [path, file] as const;
  });
  const numbers = filesIn(join(folder, migrations)).map((name) => Number(name.slice(0, 4)));
  const manifest: BundleManifest = {
    format: 1,
    ...facts,
    machine: `${process.platform}-${process.arch}`,
    lowestDatabase,
    highestDatabase: Math.max(...numbers),
    files: Object.fromEntries(files),
  };
  const bytes = Buffer.from(`${JSON.stringify(manifest, undefined, 1)}\n`);
  writeFileSync(join(folder, manifestFile), bytes);
  writeFileSync(join(folder, signatureFile), `${signManifest(bytes, privateKey)}\n`);
  return manifest;
}

/** PEM. A pair that did not exist is made, for who tries it out: `path` and `path.pub`. */
export function keyAt(path: string): { readonly privateKey: string; readonly isNew: boolean } {
  const isNew = !existsSync(path);
  if (isNew) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    writeFileSync(`${path}.pub`, publicKey.export({ type: 'spki', format: 'pem' }));
  }
  return { privateKey: readFileSync(path, 'utf8'), isNew };
}
