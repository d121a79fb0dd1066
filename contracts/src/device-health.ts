// How a device does, whatever it hangs on: what it reports of itself, and what is wrong with it. One shape for screens,
// printers, scanners and things on MQTT. It holds no name of a patient; `recentTickets` are numbers.

import type { BoxHealth } from './box-health.ts';
import type { DeviceRole } from './roles.ts';
import type { ScannerTrial } from './scanner-view.ts';
import type { EpochMs } from './time.ts';

/** `box`: the edge's own machine. */
export type DeviceKind = DeviceRole | 'printer' | 'scanner' | 'box';

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
  'credential-ending',
  'credential-expired',
  'update-stuck',
  'update-rolled-back',
  'backup-old',
  'copy-behind',
  'disk-nearly-full',
  'disk-full',
  'disk-broken',
  'log-unproven',
  'unplugged',
  'no-driver',
  'unreadable',
] as const;
export type DeviceProblem = (typeof deviceProblems)[number];
/** With one of these a device does not work, or is not to be trusted; the others want care soon. */
export const stopsWorking = [
  'update-stuck',
  'disk-full',
  'disk-broken',
  'log-unproven',
  'device-cloned',
  'not-heard',
  'credential-expired',
  'paper-out',
  'cover-open',
  'jam',
  'unplugged',
  'no-driver',
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
  /** As it calls itself. */
  readonly model?: string;
  readonly firmware?: string;
  readonly batteryPercent?: number;
  /** Of a radio: 0 to 100. */
  readonly linkPercent?: number;
  readonly paper?: 'enough' | 'low' | 'out';
  /** The device's own settings, as it said last. */
  readonly reported?: DeviceSettings;
  readonly drift?: readonly SettingDrift[];
  readonly recentTickets?: readonly string[];
  /** Of the box itself. */
  readonly box?: BoxHealth;
  /** Of a thing: until when its password is good; null: it has no end. */
  readonly passwordUntil?: EpochMs | null;
  /** Of a scanner: when it read last, and how it is tried out now. */
  readonly lastReadAt?: EpochMs;
  readonly trial?: ScannerTrial;
  /** When that trial began: another one has another. */
  readonly trialSince?: EpochMs;
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
