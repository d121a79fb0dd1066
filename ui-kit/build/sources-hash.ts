// What a build was made of, as one hash: a checkout does not keep the times of files.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What every screen is made of, beside its own folder; from the repository's root. */
export const sharedSources = ['ui-kit', 'contracts', 'package-lock.json', 'tsconfig.base.json'] as const;

const generatedFolders = new Set(['dist', '.build', 'node_modules']);

/** One hash over the paths and contents below the given files and folders, generated files apart. */
export function hashSources(paths: readonly string[], base: string): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => listFiles(path)).toSorted()) {
    const content = readFileSync(file);
    hash.update(`${relative(base, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function listFiles(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const entries = (() => {
    try {
      return readdirSync(path, { withFileTypes: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
      throw error;
    }
  })();
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => !generatedFolders.has(entry.name) && !entry.name.endsWith('.test.ts'))
    .flatMap((entry) => listFiles(join(path, entry.name)));
}
