// Every profile that comes with Foyer.

import epson58 from './profiles/epson-58mm.json' with { type: 'json' };
import epson80 from './profiles/epson-80mm.json' with { type: 'json' };
import epson80Europe from './profiles/epson-80mm-europe.json' with { type: 'json' };
import epson80Shared from './profiles/epson-80mm-shared.json' with { type: 'json' };
import plain80 from './profiles/plain-80mm.json' with { type: 'json' };
import raster80 from './profiles/raster-80mm.json' with { type: 'json' };
import type { PrinterProfileData } from './printer-profile.ts';

/** That of a printer of which nobody said anything. */
export const usualProfile = 'epson-80mm';

export const printerProfiles = [
  epson80,
  epson80Europe,
  epson80Shared,
  epson58,
  raster80,
  plain80,
] as readonly unknown[] as readonly PrinterProfileData[];

export function profileNamed(name: string): PrinterProfileData | undefined {
  return printerProfiles.find((profile) => profile.name === name);
}
