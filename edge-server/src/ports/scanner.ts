// What stands beside a kiosk and reads codes and documents. It says what it read and nothing about what that means:
// decoding is done where the patient is looked for.

import type { DeviceId } from '@foyer/contracts/ids.ts';

export interface Scan {
  /** The kiosk that the scanner stands beside. */
  readonly kioskDeviceId: DeviceId;
  readonly format: 'qr' | 'mrz';
  /** Raw, as read. Rows of a machine readable zone are separated by line feeds. */
  readonly text: string;
}

export interface Scanner {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Calls `listener` with every scan from now on; the answer ends that. */
  onScan(listener: (scan: Scan) => void): () => void;
}
