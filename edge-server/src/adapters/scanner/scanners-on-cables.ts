import type { ScannerSetting } from '@foyer/firmware-config/scanner-setting.ts';
import type { Scanner } from '../../ports/scanner.ts';
import type { ScannerCable } from './cable.ts';
import { CableScanner, type CableScannerParts } from './cable-scanner.ts';
import type { CableProfile } from './decoder-of.ts';
import { HidBus } from './hid-bus.ts';
import { loadNodeHid } from './hid-driver.ts';
import { serialCable } from './serial-cable.ts';

/** One for each setting but those of scanners that type into their kiosk. */
export function scannersOnCables(
  settings: readonly ScannerSetting[],
  parts: Pick<CableScannerParts, 'kioskDeviceId' | 'clock' | 'log'>,
): readonly Scanner[] {
  const bus = new HidBus(() => loadNodeHid(parts.log));
  return settings.flatMap(({ kiosk, profile, device }) => {
    if (profile.mode === 'wedge') return [];
    return [new CableScanner({ ...parts, setting: { kiosk, profile }, cable: cableOf(bus, profile, device) })];
  });
}

function cableOf(bus: HidBus, profile: CableProfile, device: ScannerSetting['device']): ScannerCable {
  return profile.mode === 'serial' ? serialCable(device.path ?? '', profile.baud) : bus.cable(profile.mode, device);
}
