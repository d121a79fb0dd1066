import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scannerProfiles } from '@foyer/firmware-config/scanner-profiles.ts';
import { scannerSettingOf } from '@foyer/firmware-config/scanner-setting.ts';
import { loadConfig } from './load-config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-scanners-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function load(text: string) {
  const file = join(folder, 'scanners.json');
  writeFileSync(file, text);
  return loadConfig({ FOYER_SCANNERS_FILE: file }).scanners;
}
const faultOf = (text: string): unknown => {
  try {
    load(text);
  } catch (error) {
    return (error as { facts?: unknown }).facts;
  }
  return undefined;
};

describe('the file of scanners', () => {
  it('gives each the profile that it names, with what is other at this one', () => {
    const list = [
      { kiosk: 'Hall', profile: 'hid-pos', vendorId: '0C2E' },
      { kiosk: 'Stairs', profile: 'serial', path: '/dev/ttyACM0', baud: 115_200, suffix: '\r\n' },
      { kiosk: 'Lift', profile: 'wedge', prefix: '~' },
    ];
    expect(load(JSON.stringify(list)).map(scannerSettingOf)).toEqual([
      { id: 'scanner-1', kiosk: 'Hall', profile: scannerProfiles['hid-pos'], device: { vendorId: 0x0c2e } },
      {
        id: 'scanner-2',
        kiosk: 'Stairs',
        profile: { mode: 'serial', baud: 115_200, prefix: '', suffix: '\r\n' },
        device: { path: '/dev/ttyACM0' },
      },
      { id: 'scanner-3', kiosk: 'Lift', profile: { mode: 'wedge', prefix: '~' }, device: {} },
    ]);
  });

  it.each([
    ['no list', {}, ''],
    ['no kiosk', [{ profile: 'hid-pos' }], '[0].kiosk'],
    ['a profile that nobody knows', [{ kiosk: 'a', profile: 'bluetooth' }], '[0].profile'],
    ['a field that nobody knows', [{ kiosk: 'a', profile: 'wedge', speed: 1 }], '[0].speed'],
    ['a field of another profile', [{ kiosk: 'a', profile: 'hid-pos', baud: 9_600 }], '[0].baud'],
    ['a serial line without its path', [{ kiosk: 'a', profile: 'serial' }], '[0].path'],
    ['one that says itself what it reads, and not which', [{ kiosk: 'a', profile: 'tcp' }], '[0].serialNumber'],
    ['any keyboard at all', [{ kiosk: 'a', profile: 'hid-keyboard', vendorId: '05e0' }], '[0].productId'],
    [
      'the second one',
      [
        { kiosk: 'a', profile: 'wedge' },
        { kiosk: 'b', profile: 'x' },
      ],
      '[1].profile',
    ],
    ['an id that lsusb does not write', [{ kiosk: 'a', profile: 'hid-pos', vendorId: '3118x' }], '[0].vendorId'],
  ])('stops the start at %s, and says where', (_what, list, path) => {
    expect(faultOf(JSON.stringify(list))).toEqual({ setting: 'FOYER_SCANNERS_FILE', path });
  });

  it('stops the start where it is no JSON', () => {
    expect(faultOf('{')).toEqual({ setting: 'FOYER_SCANNERS_FILE' });
  });
});
