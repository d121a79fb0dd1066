// What a thing says of itself: `{ "online"?, "battery"?, "link"?, "firmware"?, "settings"?,
// "credential"? }`. Percentages are 0 to 100.
// What is out of range or of another kind was not said.

import type { DeviceSettings } from '@foyer/contracts/device-health.ts';
import type { ThingReport } from '../../ports/things.ts';
import { readJson } from './read-json.ts';

export interface StateMessage {
  /** Its last will says no. */
  readonly online: boolean;
  readonly report: ThingReport;
  /** Under which id the password was offered that it has now. */
  readonly stored?: string;
}

const mostSettings = 30;

export function readStateMessage(payload: Uint8Array): StateMessage | undefined {
  const value = readJson(payload);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { online, battery, link, firmware, settings, credential } = value as { readonly [said: string]: unknown };
  return {
    online: online !== false,
    report: {
      ...percent('batteryPercent', battery, 100),
      ...percent('linkPercent', link, 100),
      ...firmwareOf(firmware),
      ...settingsOf(settings),
    },
    ...(typeof credential === 'string' && /^[\w-]{1,40}$/.test(credential) ? { stored: credential } : {}),
  };
}

/** `said` of `whole`, as a percentage. */
export function percent<Name extends 'batteryPercent' | 'linkPercent'>(
  name: Name,
  said: unknown,
  whole: number,
): { readonly [N in Name]?: number } {
  const isInRange = typeof said === 'number' && said >= 0 && said <= whole;
  return isInRange ? ({ [name]: Math.round((said / whole) * 100) } as { readonly [N in Name]: number }) : {};
}

export function firmwareOf(said: unknown): Pick<ThingReport, 'firmware'> {
  const text = typeof said === 'number' ? String(said) : said;
  return typeof text === 'string' && /^[\w.+:-]{1,40}$/.test(text) ? { firmware: text } : {};
}

function settingsOf(said: unknown): { readonly settings?: DeviceSettings } {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return {};
  const known = Object.entries(said).filter(
    ([name, value]) => /^\w{1,40}$/.test(name) && ['number', 'boolean', 'string'].includes(typeof value),
  );
  return { settings: Object.fromEntries(known.slice(0, mostSettings)) as DeviceSettings };
}
