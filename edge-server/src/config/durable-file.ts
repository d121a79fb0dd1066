// A file that is whole or not there, also after a power cut: on the disk before it has its name, and its name on the
// disk before it counts.

import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Takes the place of what has this name. Nobody but those of `mode` can read it at any moment. */
export function writeDurably(path: string, content: string | Uint8Array, mode: number): void {
  const draft = `${path}.part`;
  const file = openSync(draft, 'w', mode);
  try {
    // One that a power cut left behind keeps the mode that it had.
    fchmodSync(file, mode);
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
