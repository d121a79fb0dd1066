import type { ScannerProfile } from './scanner-profiles.ts';

/** A scanner on a cable of the edge, or one that types into its kiosk. */
export interface ScannerSetting {
  /** The kiosk that it stands beside: the id of its device, or its name. */
  readonly kiosk: string;
  readonly profile: ScannerProfile;
  readonly device: ScannerDevice;
}

/** Which of the devices on the cables it is: all that is said must be so. */
export interface ScannerDevice {
  readonly vendorId?: number;
  readonly productId?: number;
  readonly serialNumber?: string;
  /** Of a serial line: `/dev/ttyACM0`, or better its name under `/dev/serial/by-id`. */
  readonly path?: string;
}
