/** A new folder in memory where this machine has one: a sync costs nothing there, and what it would do is judged elsewhere. */
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../../bench/kit/at-exit.ts';

const inMemory = '/dev/shm';

export function makeMemoryFolder(): { readonly folder: string; remove(): void } {
  const folder = realpathSync(mkdtempSync(join(existsSync(inMemory) ? inMemory : tmpdir(), 'foyer-disk-')));
  const left = atExit(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, remove: () => left.now() };
}
