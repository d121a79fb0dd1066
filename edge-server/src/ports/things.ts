// Things without a screen: what they say, and what they are told. MQTT never holds the only copy of a fact.

import type { DeviceSettings } from '@foyer/contracts/device-health.ts';
import type { PressActs, PressKind } from '@foyer/contracts/thing-presses.ts';
import type { OfferedPassword } from './thing-passwords.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export interface Press {
  readonly deviceId: string;
  readonly servicePointId: string | null;
  readonly press: PressKind;
  /** The button's own number of the press, where it numbers them. */
  readonly id?: string | undefined;
  /** What its presses were set up to do; absent: what is usual. */
  readonly acts?: PressActs | undefined;
}

/** What a thing says of itself; what it does not say stays as it was. */
export interface ThingReport {
  readonly batteryPercent?: number;
  readonly linkPercent?: number;
  readonly firmware?: string;
  readonly settings?: DeviceSettings;
  /** What the broker found: two of one name, a button that is pressed without end. */
  readonly cloned?: boolean;
  /** Of a screen: how often its page failed since it was drawn, and whether its battery is being charged. */
  readonly pageErrors?: number;
  readonly charging?: boolean;
  readonly flooding?: boolean;
}

/** What a number sign shows until a moment, by the edge's clock: after it the sign goes dark by itself. */
export interface SignFace {
  /** Null: dark. */
  readonly number: string | null;
  /** It is new: the sign flashes for as long as its settings say. */
  readonly flash: boolean;
  readonly validUntil: EpochMs;
}

export interface Things {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Once for each press, however often the message came. */
  onPress(listener: (press: Press) => void): void;
  /** Numbers and codes alone; nothing about a person. */
  tell(deviceId: string, message: { readonly [key: string]: string | number | boolean }): void;
  /** Kept for a sign that comes back; in place of what it showed before. */
  show(deviceId: string, face: SignFace): void;
  /** What the thing should have: kept for one that comes back. */
  configure(deviceId: string, settings: DeviceSettings): void;
  /** Its next password, until it has it; undefined: it is told of none any more. */
  offer(deviceId: string, offered: OfferedPassword | undefined): void;
  /** A thing says that it has the password that was offered under this id. */
  onStored(listener: (deviceId: string, offerId: string) => void): void;
}
