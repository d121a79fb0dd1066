// A bundle on a stick or in a folder: its manifest once the signature holds, and its files copied beside what runs.

import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { Disk } from '../disk/disk.ts';
import { type BundleManifest, manifestFile, readManifest, signatureFile } from './manifest.ts';
import { isSignedBy } from './signature.ts';

export type OpenedBundle =
  | { readonly ok: true; readonly manifest: BundleManifest }
  | { readonly ok: false; readonly code: ErrorCode };

export function openBundle(disk: Disk, folder: string, publicKey: string): OpenedBundle {
  const bytes = disk.read(join(folder, manifestFile));
  const signature = disk.read(join(folder, signatureFile));
  if (bytes === undefined || signature === undefined) return { ok: false, code: 'bundle-not-whole' };
  if (!isSignedBy(publicKey, bytes, Buffer.from(signature).toString('utf8')))
    return { ok: false, code: 'bundle-forged' };
  const manifest = readManifest(bytes);
  return manifest === undefined ? { ok: false, code: 'bundle-not-whole' } : { ok: true, manifest };
}

/**
 * Copies a bundle to `target`, which has its name only once every byte of it is what the manifest says and is on the
 * disk. Returns the path of the first file that is not as it was signed; nothing has the name then.
 */
export function unpackBundle(disk: Disk, folder: string, manifest: BundleManifest, target: string): string | undefined {
  const draft = `${target}.part`;
  disk.remove(draft);
  disk.remove(target);
  disk.makeFolder(draft);
  const folders = new Set([draft]);
  const files: string[] = [];
  const put = (path: string, bytes: Uint8Array, mode: number): void => {
    const file = join(draft, path);
    for (let above = dirname(file); !folders.has(above); above = dirname(above)) folders.add(above);
    disk.makeFolder(dirname(file));
    disk.write(file, bytes, mode);
    files.push(file);
  };
  for (const [path, { sha256, executable }] of Object.entries(manifest.files)) {
    const bytes = disk.read(join(folder, path));
    if (bytes === undefined || digestOf(bytes) !== sha256) {
      disk.remove(draft);
      return path;
    }
    put(path, bytes, executable === true ? 0o755 : 0o644);
  }
  for (const path of [manifestFile, signatureFile]) put(path, disk.read(join(folder, path)) ?? new Uint8Array(), 0o644);
  // When all are written, so that the disk takes many in one go.
  for (const file of files) disk.syncFile(file);
  // From the innermost: a name counts once its folder is on the disk.
  for (const one of [...folders].toSorted((a, b) => b.length - a.length)) disk.syncFolder(one);
  disk.rename(draft, target);
  disk.syncFolder(dirname(target));
  return undefined;
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
