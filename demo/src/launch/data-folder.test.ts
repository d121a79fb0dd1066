import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import { generateClinic } from '../clinic/generate.ts';
import { claimDataFolder } from './data-folder.ts';

const today = Date.UTC(2026, 10, 22, 4);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-claim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ofSeed = (seed: number, day = today): EdgeDemonstration => ({
  configuration: generateClinic(seed, 'Europe/Madrid', day).configuration,
  tokens: [],
  codes: [],
});

it('keeps a folder for the clinic of its seed, on every later day', () => {
  claimDataFolder(folder, ofSeed(7));
  const file = claimDataFolder(folder, ofSeed(7, today + 86_400_000));
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject(ofSeed(7));
});

it('refuses the clinic of another seed and leaves what is there', () => {
  const file = claimDataFolder(folder, ofSeed(7));
  expect(() => claimDataFolder(folder, ofSeed(8))).toThrow(
    expect.objectContaining({ code: 'data-folder-of-another-clinic', facts: { folder } }),
  );
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(ofSeed(7));
});
