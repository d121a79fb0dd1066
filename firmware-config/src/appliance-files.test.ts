import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { edgeSettings } from './settings.ts';

const appliance = join(import.meta.dirname, '../appliance');

it('names every setting of the manifest in the example, with its default where it has one', () => {
  const lines = readFileSync(join(appliance, 'edge.env.example'), 'utf8').split('\n');
  const named = lines.flatMap((line) => /^#?(FOYER_[A-Z_]+)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
  const example = Object.fromEntries(named.flatMap((name, at) => (at % 2 === 0 ? [[name, named[at + 1]]] : [])));
  expect(Object.keys(example).toSorted()).toEqual(Object.keys(edgeSettings).toSorted());
  for (const name of [
    'FOYER_BIND',
    'FOYER_EDGE_PORT',
    'FOYER_EDGE_TLS_PORT',
    'FOYER_MQTT_PORT',
    'FOYER_LOG_LEVEL',
  ] as const) {
    expect(example[name]).toBe(edgeSettings[name].default);
  }
});

it('holds a browser policy that is JSON and lets sound play', () => {
  const policy = JSON.parse(readFileSync(join(appliance, 'chromium/foyer-screen.json'), 'utf8')) as {
    AutoplayAllowed: boolean;
  };
  expect(policy.AutoplayAllowed).toBe(true);
});
