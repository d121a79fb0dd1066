import { describe, expect, it } from 'vitest';
import { scannerProfiles } from '@foyer/firmware-config/scanner-profiles.ts';
import { composeScanners, kioskNamed, wedgePrefixes } from './compose-devices.ts';
import { silentLog } from './ports/log.ts';
import type { StoredDevice } from './ports/read-model.ts';
import { aState } from './testing/a-state.ts';
import { kioskView } from './views/kiosk-view.ts';

const device = (id: string, name: string, changes: Partial<StoredDevice> = {}): StoredDevice => ({
  ...{ id, name, role: 'kiosk', servicePointId: null, loopbackOnly: false, enrolledAt: 0, revoked: false },
  ...changes,
});
const readModel = {
  devices: () => [
    device('old', 'Hall', { revoked: true }),
    device('wall', 'Hall', { role: 'display' }),
    device('k1', 'Hall'),
    device('k2', 'k1'),
  ],
};

describe('the kiosk that a scanner stands beside', () => {
  it('is meant by its id before its name, while it is enrolled', () => {
    expect(['Hall', 'k1', 'k2', 'Stairs'].map((kiosk) => kioskNamed(readModel, kiosk))).toEqual([
      'k1',
      'k1',
      'k2',
      undefined,
    ]);
  });

  it('is told what the scanner puts first that types into it, and no other is', () => {
    const wedge = { kiosk: 'Hall', profile: { ...scannerProfiles.wedge, prefix: '~' }, device: {} };
    const state = { ...aState(), ...wedgePrefixes([wedge], readModel) };
    expect(kioskView(state, 'k1').wedgePrefix).toBe('~');
    expect(kioskView(state, 'k2')).not.toHaveProperty('wedgePrefix');
  });
});

describe('the scanners of an edge', () => {
  it('are none where none is set up but those of the kiosks themselves', async () => {
    const wedge = { kiosk: 'Hall', profile: scannerProfiles.wedge, device: {} };
    expect(await composeScanners({ scannerPort: null, scanners: [wedge] }, () => undefined, silentLog)).toBeUndefined();
  });

  it('start although nothing is plugged in', async () => {
    const setting = { kiosk: 'Hall', profile: scannerProfiles.serial, device: { path: '/dev/nothing-here' } };
    const composed = await composeScanners({ scannerPort: 0, scanners: [setting] }, () => undefined, silentLog);
    await composed?.scanner.start();
    expect(composed?.scanner.health()).toBe('unplugged');
    expect(composed?.port).toBeGreaterThan(0);
    await composed?.scanner.stop();
  });
});
