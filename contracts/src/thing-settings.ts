// What each kind of thing can be told about itself, as data: the setting, its range and what it is when nobody sets it.
// The edge publishes all of them as the desired state; a thing reports those that it has.

import type { DeviceSettings } from './device-health.ts';
import type { ThingRole } from './roles.ts';

export interface ThingSetting {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
  readonly unit: 'step' | 's';
}

export const thingSettings = {
  button: {
    ledBrightness: { least: 0, most: 10, usual: 5, unit: 'step' },
    beepVolume: { least: 0, most: 10, usual: 0, unit: 'step' },
  },
  sign: {
    brightness: { least: 1, most: 10, usual: 7, unit: 'step' },
    flashSeconds: { least: 0, most: 30, usual: 6, unit: 's' },
    volume: { least: 0, most: 10, usual: 0, unit: 'step' },
  },
  gateway: {},
} as const satisfies Record<ThingRole, Record<string, ThingSetting>>;

/** What a thing should have: the usual, and what was set for this one. */
export function desiredSettings(role: ThingRole, set: DeviceSettings = {}): DeviceSettings {
  const known: Readonly<Record<string, ThingSetting>> = thingSettings[role];
  return Object.fromEntries(Object.entries(known).map(([name, { usual }]) => [name, set[name] ?? usual]));
}
