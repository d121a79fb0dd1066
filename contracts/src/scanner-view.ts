// What stands on a cable of the edge and reads, as its clinic is told. It never says what was read.

import type { ScannerProfileName } from './scanner-profile-names.ts';

/** Plugged in, and set up by nobody yet. */
export interface FoundScanner {
  /** Its place on the cables: the same while it stays there. */
  readonly id: string;
  /** As it calls itself: "Zebra DS9308". */
  readonly model: string;
  readonly firmware?: string;
  /** How it is read, as far as it shows. */
  readonly profile: ScannerProfileName;
  readonly vendorId?: string;
  readonly productId?: string;
  readonly serialNumber?: string;
  readonly path?: string;
}

/** Of one that is tried out: what it reads meanwhile reaches nobody. */
export type ScannerTrial = 'waiting' | 'read' | 'unreadable';

/** A trial that nobody scans at ends by itself. */
export const scannerTrialMs = 60_000;
