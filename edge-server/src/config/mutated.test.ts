// A configuration with every key mutated: the start is refused, and says which.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edgeSettingNames, edgeSettings, settingsOfOthers, type EdgeSetting } from '@foyer/firmware-config/settings.ts';
import { loadConfig } from './load-config.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-mutated-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Facts {
  readonly setting?: string;
  readonly path?: string;
}
function refusal(environment: Record<string, string>): Facts | undefined {
  try {
    loadConfig(environment);
  } catch (error) {
    return (error as { readonly facts?: Facts }).facts;
  }
  return undefined;
}

/** A right value of each setting, beside what it needs. */
const right: { readonly [S in EdgeSetting]?: string } = {
  FOYER_BIND: '192.168.7.2',
  FOYER_EDGE_PORT: '8080',
  FOYER_EDGE_TLS_PORT: '8443',
  FOYER_MQTT_PORT: '0',
  FOYER_SCANNER_PORT: '9000',
  FOYER_PRINTER: 'tcp://printer:9100',
  FOYER_PMS_URL: 'https://centre.example',
  FOYER_PMS_TOKEN_FILE: '/etc/foyer/token',
  FOYER_PUBLIC_TICKET_URL: 'https://phone.example',
  FOYER_QUIET_FROM: '20:00',
  FOYER_QUIET_UNTIL: '07:00',
  FOYER_BATTERY_LOW: '20',
  FOYER_LOG_LEVEL: 'warn',
};
/** Takes any text: what is wrong with it shows where it is used. */
const anyText: readonly EdgeSetting[] = ['FOYER_PMS_TOKEN_FILE', 'FOYER_MQTT_PID_FILE'];

describe('a configuration with every key mutated', () => {
  it('is good as it is', () => {
    expect(refusal({ ...right })).toBeUndefined();
  });

  it.each(edgeSettingNames.filter((name) => !anyText.includes(name)))('is refused with the name of %s', (name) => {
    for (const wrong of ['\u0000', 'not one of them\n', '-1', '65536', '25:00', 'ftp://x']) {
      // A folder is any path.
      if (edgeSettings[name].kind === 'folder' && !/\p{Cc}/u.test(wrong)) continue;
      expect([name, wrong, refusal({ ...right, [name]: wrong })?.setting]).toEqual([name, wrong, name]);
    }
  });

  it('is refused with the name that nobody knows, each letter of each name mistyped', () => {
    for (const name of edgeSettingNames) {
      for (let at = 'FOYER_'.length; at < name.length; at += 1) {
        const mistyped = `${name.slice(0, at)}X${name.slice(at + 1)}`;
        if (mistyped === name) continue;
        expect(refusal({ ...right, [mistyped]: 'x' })).toEqual({ setting: mistyped });
      }
    }
  });

  it('leaves what other programs are started with to them', () => {
    expect(refusal(Object.fromEntries(settingsOfOthers.map((name) => [name, 'anything'])))).toBeUndefined();
    expect(refusal({ DATABASE_URL: 'x', PATH: '/bin' })).toBeUndefined();
  });
});

describe('a file of the configuration with every key mutated', () => {
  const files = {
    FOYER_PRINTERS_FILE: {
      printers: [
        { id: 'two', name: 'Desk', address: 'tcp://two:9100' },
        { id: 'one', name: 'Entrance', address: 'tcp://one:9100', backup: 'two' },
      ],
      desk: 'two',
      kiosks: { Entrance: 'one' },
    },
    FOYER_SCANNERS_FILE: [
      { kiosk: 'Hall', profile: 'hid-pos', vendorId: '0C2E' },
      { kiosk: 'Stairs', profile: 'serial', path: '/dev/ttyACM0', baud: 115_200 },
    ],
  } as const;
  const load = (setting: string, held: unknown) => {
    const file = join(folder, `${setting}.json`);
    writeFileSync(file, JSON.stringify(held));
    return refusal({ [setting]: file });
  };

  it.each(Object.entries(files))('is refused with the path of the key: %s', (setting, held) => {
    expect(load(setting, held)).toBeUndefined();
    for (const keys of keysIn(held)) {
      const facts = load(setting, withWrong(held, keys));
      const named = typeof facts?.path === 'string' && facts.path.includes(String(keys.findLast(isName) ?? ''));
      expect([keys, facts?.setting, named]).toEqual([keys, setting, true]);
    }
  });

  it.each(Object.entries(files))('is refused with the key that nobody knows: %s', (setting, held) => {
    for (const keys of keysIn(held).filter((path) => isName(path.at(-1)) && !path.includes('kiosks'))) {
      expect(load(setting, withStrange(held, keys))).toMatchObject({ setting, path: expect.any(String) as string });
    }
  });
});

type Keys = readonly (string | number)[];
const isName = (key: string | number | undefined): boolean => typeof key === 'string';

function keysIn(held: unknown, at: Keys = []): readonly Keys[] {
  if (typeof held !== 'object' || held === null) return [];
  const entries = Array.isArray(held) ? [...held.entries()] : Object.entries(held);
  return entries.flatMap(([key, value]) => [[...at, key], ...keysIn(value, [...at, key])]);
}

/** The same with a value of another kind at the path. */
function withWrong(held: unknown, keys: Keys): unknown {
  const copy = structuredClone(held) as Record<string | number, unknown>;
  parentOf(copy, keys)[keys.at(-1)!] = false;
  return copy;
}

/** The same with the path's key under another name. */
function withStrange(held: unknown, keys: Keys): unknown {
  const copy = structuredClone(held) as Record<string | number, unknown>;
  const parent = parentOf(copy, keys);
  const key = keys.at(-1)!;
  parent[`${key}x`] = parent[key];
  delete parent[key];
  return copy;
}

function parentOf(held: Record<string | number, unknown>, keys: Keys): Record<string | number, unknown> {
  return keys.slice(0, -1).reduce((at, key) => at[key] as Record<string | number, unknown>, held);
}
