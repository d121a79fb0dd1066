// Changes that are whole or not there, also after a power cut: on the disk before they have their name, and the name on
// the disk before they count.

import { dirname } from 'node:path';
import type { Disk } from './disk.ts';

export function writeDurably(disk: Disk, path: string, bytes: Uint8Array, mode = 0o600): void {
  const draft = `${path}.part`;
  disk.write(draft, bytes, mode);
  disk.syncFile(draft);
  disk.rename(draft, path);
  disk.syncFolder(dirname(path));
}

export function linkDurably(disk: Disk, target: string, path: string): void {
  const draft = `${path}.part`;
  disk.remove(draft);
  disk.link(target, draft);
  disk.rename(draft, path);
  disk.syncFolder(dirname(path));
}

export function removeDurably(disk: Disk, path: string): void {
  disk.remove(path);
  disk.syncFolder(dirname(path));
}
