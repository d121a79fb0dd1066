import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureBoxKey } from './box-key.ts';

const aPath = (): string => join(mkdtempSync(join(tmpdir(), 'foyer-box-key-')), 'box.key');

describe('the key of the box', () => {
  it('is made once, for its owner alone', () => {
    const path = aPath();
    const made = ensureBoxKey(path);
    expect(made.length).toBe(32);
    expect(ensureBoxKey(path)).toEqual(made);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is made again where a power cut left half of it', () => {
    const path = aPath();
    writeFileSync(path, 'half');
    writeFileSync(`${path}.part`, 'less');
    chmodSync(`${path}.part`, 0o644);
    const made = ensureBoxKey(path);
    expect(readFileSync(path)).toEqual(made);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
