import { describe, expect, it } from 'vitest';
import { refuseBundle } from './bundle-verdict.ts';
import type { BundleManifest } from './manifest.ts';

const now = Date.UTC(2030, 0, 1);
const manifest: BundleManifest = {
  format: 1,
  version: '1.1.0',
  counter: 6,
  machine: 'linux-x64',
  lowestDatabase: 40,
  highestDatabase: 52,
  expiresAt: now + 1,
  files: {},
};
const box = { now, machine: 'linux-x64', counter: 5, database: 50 };

describe('a bundle on this box', () => {
  it('is tried where it is newer, good for now, and can open the database', () => {
    expect(refuseBundle(manifest, box)).toBeUndefined();
    expect(refuseBundle(manifest, { ...box, counter: null, database: null })).toBeUndefined();
  });

  it.each([
    ['bundle-downgrade', { counter: 6 }],
    ['bundle-downgrade', { counter: 7 }],
    ['bundle-expired', { now: now + 1 }],
    ['bundle-of-another-machine', { machine: 'linux-arm64' }],
    ['bundle-wrong-database', { database: 39 }],
    ['bundle-wrong-database', { database: 53 }],
  ])('is refused as %s for %o', (code, some) => {
    expect(refuseBundle(manifest, { ...box, ...some })).toBe(code);
  });
});
