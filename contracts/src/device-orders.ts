// What staff may have a device do from afar, and what a screen says of itself on its line.

import type { DeviceKind } from './device-health.ts';

/**
 * `restart`: the page is drawn anew; `identify`: it shows its name in large letters for a moment; `test-page`: paper;
 * `test-scan`: what a scanner reads next is only counted.
 */
export const deviceOrders = ['restart', 'identify', 'test-page', 'test-scan'] as const;
export type DeviceOrder = (typeof deviceOrders)[number];

/** For so long a screen shows its name. */
export const identifyForMs = 10_000;

const screens: readonly DeviceKind[] = ['kiosk', 'display', 'staff-tablet'];

/** What a device of this kind can be told. */
export function ordersFor(kind: string): readonly DeviceOrder[] {
  if ((screens as readonly string[]).includes(kind)) return ['identify', 'restart'];
  if (kind === 'scanner') return ['test-scan'];
  return kind === 'printer' ? ['test-page'] : [];
}

/** Server to one screen: an order that was given while it is connected; one that is away misses it. */
export interface ScreenOrder {
  readonly order: Exclude<DeviceOrder, 'test-page' | 'test-scan'>;
  readonly name: string;
}

/** Client to server: how the screen does, as it says itself. */
export interface ScreenReport {
  /** Of the page that it runs. */
  readonly version: string;
  readonly batteryPercent?: number;
  readonly charging?: boolean;
  /** How often the page failed since it was drawn. */
  readonly errors: number;
}

/** A report as it came over the line: undefined where it is none. */
export function readScreenReport(said: unknown): ScreenReport | undefined {
  if (typeof said !== 'object' || said === null) return undefined;
  const { version, batteryPercent, charging, errors } = said as { readonly [key: string]: unknown };
  if (typeof version !== 'string' || !/^[\w.+-]{1,40}$/.test(version)) return undefined;
  if (typeof errors !== 'number' || !Number.isSafeInteger(errors) || errors < 0) return undefined;
  const percent = typeof batteryPercent === 'number' && batteryPercent >= 0 && batteryPercent <= 100;
  return {
    version,
    errors,
    ...(percent ? { batteryPercent: Math.round(batteryPercent) } : {}),
    ...(typeof charging === 'boolean' ? { charging } : {}),
  };
}
