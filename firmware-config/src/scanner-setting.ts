import type { ScannerSetUp } from '@foyer/contracts/scanners-set-up.ts';
import { scannerProfiles, type ScannerProfile } from './scanner-profiles.ts';

/** A scanner on a cable of the edge, or one that types into its kiosk. */
export interface ScannerSetting {
  readonly id: string;
  /** The kiosk that it stands beside: the id of its device, or its name. */
  readonly kiosk: string;
  /** As it called itself when it was found. */
  readonly model?: string;
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

/** Its profile with what is other at this one. */
export function scannerSettingOf(setUp: ScannerSetUp): ScannerSetting {
  const { id, kiosk, model, profile, vendorId, productId, serialNumber, path } = setUp;
  const { prefix, suffix, layout, baud } = setUp;
  return {
    id,
    kiosk,
    ...(model === undefined ? {} : { model }),
    profile: { ...scannerProfiles[profile], ...said({ prefix, suffix, layout, baud }) } as ScannerProfile,
    device: said({ vendorId: hex(vendorId), productId: hex(productId), serialNumber, path }),
  };
}

function said<T extends object>(fields: T): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** As `lsusb` writes it. */
function hex(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number.parseInt(text, 16);
}
