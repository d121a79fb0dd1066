// HID devices as the machine has them: node-hid, loaded when the first scanner of that kind is looked for. Where it or
// what it needs is not installed, everything else goes on.

import type { Log } from '../../ports/log.ts';

export interface HidDevice {
  readonly path?: string | undefined;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly product?: string | undefined;
  /** Of its firmware, as a number of four digits with two behind the point (bcdDevice). */
  readonly release?: number | undefined;
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
}

export interface HidHandle {
  on(event: 'data', listener: (report: Uint8Array) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  close(): Promise<void>;
}

export interface HidDriver {
  devices(): Promise<readonly HidDevice[]>;
  /** Rejects when it cannot be opened. */
  open(path: string): Promise<HidHandle>;
}

/** Undefined where it cannot be loaded, which is logged. */
export async function loadNodeHid(log: Log): Promise<HidDriver | undefined> {
  try {
    const { devicesAsync, HIDAsync } = (await import('node-hid')).default;
    return { devices: () => devicesAsync(), open: (path) => HIDAsync.open(path) };
  } catch (cause) {
    log.error('hid-driver-missing', {}, cause);
    return undefined;
  }
}
