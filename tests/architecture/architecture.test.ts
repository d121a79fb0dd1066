import { describe, expect, it } from 'vitest';
import { readModules, readTree } from './repository.ts';
import { findViolations } from './rules.ts';

describe('this repository', () => {
  const tree = readTree();

  it('keeps to the import table and the file rules', () => {
    expect(findViolations(readModules(tree.files))).toEqual([]);
  });

  it('has no empty folder', () => {
    expect(tree.emptyFolders).toEqual([]);
  });
});
