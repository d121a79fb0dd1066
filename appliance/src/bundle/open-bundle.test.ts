import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localDisk } from '../disk/local-disk.ts';
import { type BundleManifest, readManifest } from './manifest.ts';
import { digestOf, openBundle, unpackBundle } from './open-bundle.ts';
import { signManifest } from './signature.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const server = Buffer.from('serve()');

function aBundle(
  files: BundleManifest['files'] = { 'edge/main.js': fileOf(server), node: { ...fileOf(server), executable: true } },
) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bundle-'));
  const manifest: BundleManifest = {
    format: 1,
    version: '1.1.0',
    counter: 6,
    machine: 'linux-x64',
    lowestDatabase: 1,
    highestDatabase: 52,
    expiresAt: 1,
    files,
  };
  const bytes = Buffer.from(JSON.stringify(manifest));
  mkdirSync(join(folder, 'edge'));
  for (const path of ['edge/main.js', 'node']) writeFileSync(join(folder, path), server);
  writeFileSync(join(folder, 'manifest.json'), bytes);
  writeFileSync(join(folder, 'manifest.sig'), signManifest(bytes, privatePem));
  return { folder, manifest, target: join(folder, '1.1.0-6') };
}
function fileOf(bytes: Uint8Array) {
  return { sha256: digestOf(bytes), bytes: bytes.length };
}

describe('a bundle', () => {
  it('is copied whole, with what may run able to', () => {
    const { folder, manifest, target } = aBundle();
    expect(openBundle(localDisk, folder, publicPem)).toEqual({ ok: true, manifest });
    expect(unpackBundle(localDisk, folder, manifest, target)).toBeUndefined();
    expect(readFileSync(join(target, 'edge/main.js'))).toEqual(server);
    expect(statSync(join(target, 'node')).mode & 0o777).toBe(0o755);
    expect(statSync(join(target, 'edge/main.js')).mode & 0o777).toBe(0o644);
  });

  it('has no name here when one byte of it is another', () => {
    const { folder, manifest, target } = aBundle();
    writeFileSync(join(folder, 'edge/main.js'), 'serve(1)');
    expect(unpackBundle(localDisk, folder, manifest, target)).toBe('edge/main.js');
    expect(existsSync(target)).toBe(false);
    expect(existsSync(`${target}.part`)).toBe(false);
  });

  it('is refused where its manifest was changed after it was signed', () => {
    const { folder } = aBundle();
    const file = join(folder, 'manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"counter":6', '"counter":7'));
    expect(openBundle(localDisk, folder, publicPem)).toEqual({ ok: false, code: 'bundle-forged' });
  });

  it.each(['../edge.db', '/etc/passwd', 'a/../../b', 'a//b', 'manifest.json', 'a\\b', './a'])(
    'never names a file such as %j',
    (path) => {
      const { folder } = aBundle({ [path]: fileOf(server) });
      expect(openBundle(localDisk, folder, publicPem)).toEqual({ ok: false, code: 'bundle-not-whole' });
    },
  );

  it('is nothing but what a manifest is', () => {
    for (const text of ['', '[]', '{"format":2}', '{"format":1,"version":"../1"}'])
      expect(readManifest(Buffer.from(text))).toBeUndefined();
  });
});
