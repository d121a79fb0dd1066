import { beforeEach, describe, expect, it } from 'vitest';
import type { DeviceSettings } from '@foyer/contracts/device-health.ts';
import { ConfigureThings } from './configure-things.ts';

let told: [string, DeviceSettings][];
let desired: Map<string, DeviceSettings>;
let changed: () => void;

beforeEach(async () => {
  told = [];
  desired = new Map([['sign-1', { brightness: 7 }]]);
  await new ConfigureThings({
    things: { configure: (deviceId, settings) => void told.push([deviceId, settings]) },
    desired: () => new Map(desired),
    onChanged: (listener) => (changed = listener),
  }).start();
});

describe('what a thing should have', () => {
  it('is told once at the start, and not again while it stays so', () => {
    changed();
    expect(told).toEqual([['sign-1', { brightness: 7 }]]);
  });

  it('is told to that thing alone when it changes, and to one that is new', () => {
    desired.set('sign-1', { brightness: 3 }).set('sign-2', { brightness: 7 });
    changed();
    expect(told.slice(1)).toEqual([
      ['sign-1', { brightness: 3 }],
      ['sign-2', { brightness: 7 }],
    ]);
  });
});
