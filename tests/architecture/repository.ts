/** The files of the repository as they lie on disk, what tools generate apart. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readModule, type SourceModule } from './read-module.ts';

export const root = dirname(dirname(import.meta.dirname));

const generatedFolders = new Set(['node_modules', 'dist', '.build', '.git', 'coverage', 'test-results']);

export interface Tree {
  readonly files: readonly string[];
  readonly emptyFolders: readonly string[];
}

/** Paths from the root, with `/`. A folder that holds nothing but empty folders is empty, too. */
export function readTree(folder: string = root): Tree {
  const files: string[] = [];
  const emptyFolders: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (path === join(root, 'data')) continue;
    if (entry.isFile()) files.push(relative(root, path));
    if (!entry.isDirectory() || generatedFolders.has(entry.name)) continue;
    const below = readTree(path);
    files.push(...below.files);
    emptyFolders.push(...below.emptyFolders);
    if (below.files.length === 0) emptyFolders.push(relative(root, path));
  }
  return { files: files.toSorted(), emptyFolders: emptyFolders.toSorted() };
}

export function readModules(files: readonly string[]): readonly SourceModule[] {
  return files
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => readModule(path, readText(path)));
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
