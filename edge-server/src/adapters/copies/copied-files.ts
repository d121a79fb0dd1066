// The files of a data folder that go with its log: the keys, what identifies the box to its screens and things, and what
// the clinic brought. Those that a backup holds, too.

import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CopiedFile } from '../../ports/log-copy.ts';

const kept = ['clinic.key', 'box.key', 'certificates', 'media', 'clips', 'broker'];

export function copiedFiles(dataDir: string): readonly CopiedFile[] {
  return kept
    .flatMap((name) => filesBelow(dataDir, name))
    .map((path) => {
      const { size, mtimeMs, mode } = statSync(join(dataDir, path));
      const mark = createHash('sha256').update(`${path}\n${size}\n${mtimeMs}`).digest('hex');
      return { path, mode: mode & 0o777, bytes: size, mark };
    });
}

/** One that grows meanwhile is as long as it was. */
export async function* contentOf(dataDir: string, { path, bytes }: CopiedFile): AsyncGenerator<Uint8Array> {
  if (bytes > 0) yield* createReadStream(join(dataDir, path), { end: bytes - 1 }) as AsyncIterable<Uint8Array>;
}

/** Whether this path stays within a data folder and is one of those that are kept. */
export function isCopiedPath(path: string): boolean {
  const parts = path.split('/');
  return kept.includes(parts[0]!) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

function filesBelow(folder: string, path: string): readonly string[] {
  const at = join(folder, path);
  if (!existsSync(at)) return [];
  if (!statSync(at).isDirectory()) return path.endsWith('.part') ? [] : [path];
  return readdirSync(at)
    .toSorted()
    .flatMap((name) => filesBelow(folder, `${path}/${name}`));
}
