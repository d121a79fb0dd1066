// How a device does, whatever it hangs on: what it reports of itself, and what is wrong with it. One shape for screens,
// printers, scanners and things on MQTT. It holds no name of a patient; `recentTickets` are numbers.

import type { DeviceRole } from './roles.ts';
import type { EpochMs } from './time.ts';

export type DeviceKind = DeviceRole | 'printer' | 'scanner';

/** Each is something that a person can mend. */
export const deviceProblems = [
  'not-heard',
  'battery-low',
  'link-weak',
  'drift',
  'device-cloned',
  'flooding',
  'paper-low',
  'paper-out',
  'cover-open',
  'jam',
  'page-error',
  'credential-late',
] as const;
export type DeviceProblem = (typeof deviceProblems)[number];
/** With one of these a device does not work, or is not to be trusted; the others want care soon. */
export const stopsWorking = [
  'device-cloned',
  'not-heard',
  'paper-out',
  'cover-open',
  'jam',
] as const satisfies readonly DeviceProblem[];

export type DeviceSettings = { readonly [setting: string]: number | boolean | string };

/** A setting that the device does not have as it should; `reported` is absent where it has not said. */
export interface SettingDrift {
  readonly setting: string;
  readonly desired: number | boolean | string;
  readonly reported?: number | boolean | string;
}

export interface DeviceHealth {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly connected: boolean;
  readonly lastSeenAt?: EpochMs;
  readonly firmware?: string;
  readonly batteryPercent?: number;
  /** Of a radio: 0 to 100. */
  readonly linkPercent?: number;
  readonly paper?: 'enough' | 'low' | 'out';
  /** The device's own settings, as it said last. */
  readonly reported?: DeviceSettings;
  readonly drift?: readonly SettingDrift[];
  readonly recentTickets?: readonly string[];
  /** None: it is well. */
  readonly problems: readonly DeviceProblem[];
}

/** One thing that is wrong with one device, for who is told of it. */
export interface DeviceAlarm {
  readonly deviceId: string;
  readonly name: string;
  readonly kind: DeviceKind;
  readonly problem: DeviceProblem;
  /** Patients cannot take a number, get their paper or see their call. */
  readonly stopsPatients: boolean;
}
