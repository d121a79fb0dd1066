// What stands beside a kiosk and reads codes and documents. It says what it read and nothing about what that means:
// decoding is done where the patient is looked for.

import type { DeviceId } from '@foyer/contracts/ids.ts';
import type { ScanFormat } from '@foyer/contracts/scan-format.ts';
import type { ScannerTrial } from '@foyer/contracts/scanner-view.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';

export interface Scan {
  /** The kiosk that the scanner stands beside. */
  readonly kioskDeviceId: DeviceId;
  /** As far as the scanner knows it. */
  readonly format?: ScanFormat;
  /**
   * As read, every byte of it: control characters such as GS (1D) and RS (1E) are data. UTF-8 where it is that, else a
   * character for each byte. Rows of a machine readable zone are separated by line feeds.
   */
  readonly text: string;
}

/** From the best to the worst: of several, the worst is said. */
export const scannerHealths = ['ready', 'flooding', 'unplugged', 'no-driver'] as const;
export type ScannerHealth = (typeof scannerHealths)[number];

export interface Scanner {
  readonly name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Calls `listener` with every scan from now on; the answer ends that. */
  onScan(listener: (scan: Scan) => void): () => void;
  health(): ScannerHealth;
}

/** How one that was set up is. It never says what was read. */
export interface ScannerReport {
  readonly id: string;
  /** The kiosk that it stands beside, by the id of its device or its name. */
  readonly kiosk: string;
  readonly model?: string;
  readonly firmware?: string;
  readonly health: ScannerHealth;
  /** Since when it is plugged in, or pulled out. */
  readonly since: EpochMs;
  readonly lastReadAt?: EpochMs;
  /** So many in a row that were no reading. */
  readonly unreadable: number;
}

/** One scanner on a cable, by its own id. */
export interface KnownScanner extends Scanner {
  readonly id: string;
  report(): ScannerReport;
  /** Calls `listener` whenever the report is otherwise than before; the answer ends that. */
  onChanged(listener: () => void): () => void;
}

export interface ScannerNow extends ScannerReport {
  /** Set while it is tried out. */
  readonly trial?: ScannerTrial;
  readonly trialSince?: EpochMs;
}
