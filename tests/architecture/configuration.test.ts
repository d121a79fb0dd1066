import { describe, expect, it } from 'vitest';
import { readText, readTree } from './repository.ts';

const readers = /^(edge-server|pms-service|cloud-sync|firmware-config|demo)\/src\/.*(?<!\.test)\.ts$/;
/** As a name in quotes or as a key, the two ways in which code reads one. */
const named = /(?<=')(?:FOYER|DATABASE)_[A-Z_]+(?=')|(?<=^\s*)(?:FOYER|DATABASE)_[A-Z_]+(?=:)/gm;

describe('the page of settings', () => {
  const read = new Set(
    readTree()
      .files.filter((path) => readers.test(path))
      .flatMap((path) => readText(path).match(named) ?? []),
  );
  const shown = new Set(readText('docs/configuration.md').match(/(?<=`)(?:FOYER|DATABASE)_[A-Z_]+(?=`)/g));

  it('names each variable that the code reads', () => {
    expect([...read].filter((name) => !shown.has(name))).toEqual([]);
    expect(read.size).toBeGreaterThan(15);
  });

  it('names no other', () => {
    expect([...shown].filter((name) => !read.has(name))).toEqual([]);
  });
});
