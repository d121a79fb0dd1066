// Settings of an edge that change while it runs. A command and a fact name them, so they belong to the language; the
// manifest in firmware-config holds them beside those that the machine is started with. A value is text, as in an
// environment variable.

import { logLevels } from './log-level.ts';
import type { StaffRole } from './roles.ts';
import { timeOfDayPattern } from './time.ts';

export type LiveSettingKind =
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'number'; readonly from: number; readonly until: number; readonly unit: '%' }
  /** Empty: never. */
  | { readonly is: 'time-of-day' };

export interface LiveSetting {
  readonly kind: LiveSettingKind;
  readonly default: string;
  readonly meaning: string;
  readonly whoMayChange: readonly StaffRole[];
}

export const liveSettings = {
  FOYER_QUIET_FROM: {
    kind: { is: 'time-of-day' },
    default: '',
    meaning: 'From when tablets are quiet about devices, by the clinic’s clock. Never about what stops patients.',
    whoMayChange: ['supervisor', 'admin'],
  },
  FOYER_QUIET_UNTIL: {
    kind: { is: 'time-of-day' },
    default: '',
    meaning: 'Until when tablets are quiet about devices; the same as the beginning: never.',
    whoMayChange: ['supervisor', 'admin'],
  },
  FOYER_BATTERY_LOW: {
    kind: { is: 'number', from: 5, until: 50, unit: '%' },
    default: '15',
    meaning: 'A battery that holds less than this is low.',
    whoMayChange: ['supervisor', 'admin'],
  },
  FOYER_LOG_LEVEL: {
    kind: { is: 'choice', of: logLevels },
    default: 'info',
    meaning: 'debug, info, warn, error or silent.',
    whoMayChange: ['admin'],
  },
} as const satisfies Record<string, LiveSetting>;

export type LiveSettingName = keyof typeof liveSettings;
export const liveSettingNames = Object.keys(liveSettings) as readonly LiveSettingName[];
/** Those that have another value than their default. */
export type SettingValues = { readonly [Name in LiveSettingName]?: string };

/** Whether the text is a value of the setting. */
export function isSettingValue(name: LiveSettingName, text: string): boolean {
  const { kind } = liveSettings[name] as LiveSetting;
  switch (kind.is) {
    case 'choice':
      return kind.of.includes(text);
    case 'number':
      return /^\d{1,6}$/.test(text) && Number(text) >= kind.from && Number(text) <= kind.until;
    case 'time-of-day':
      return text === '' || new RegExp(timeOfDayPattern).test(text);
  }
}

export function settingValue(name: LiveSettingName, values: SettingValues): string {
  return values[name] ?? liveSettings[name].default;
}
