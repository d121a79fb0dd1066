import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from './bench-clinic.ts';
import { changedFile, changeSource, variantNames } from './source-variant.ts';

describe.each(variantNames)('the variant %s', (variant) => {
  it('still finds its place in the source', () => {
    const source = readFileSync(join(repositoryRoot, changedFile(variant)), 'utf8');
    expect(changeSource(variant, source)).not.toBe(source);
  });

  it('refuses a source without its place', () => {
    expect(() => changeSource(variant, 'export const a = 1;')).toThrow(variant);
  });
});
