// Every scanner that was set up on a cable of this box. Set up anew, one that stays as it was goes on without a break.

import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import type { ScannerSetting } from '@foyer/firmware-config/scanner-setting.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import type { KnownScanner } from '../../ports/scanner.ts';
import type { ScannerCable } from './cable.ts';
import { CableScanner, type CableScannerParts } from './cable-scanner.ts';
import type { CableProfile } from './decoder-of.ts';
import { HidBus } from './hid-bus.ts';
import { loadNodeHid } from './hid-driver.ts';
import { serialCable } from './serial-cable.ts';
import type { TcpScanner } from './tcp-scanner.ts';

export interface ScannersOnCablesParts extends Pick<CableScannerParts, 'kioskDeviceId' | 'clock' | 'log'> {
  /** Undefined: nothing comes over the network. */
  readonly tcp: Pick<TcpScanner, 'cable'> | undefined;
}

export class ScannersOnCables {
  readonly #parts: ScannersOnCablesParts;
  readonly #bus: HidBus;
  #made: readonly { readonly setting: ScannerSetting; readonly scanner: KnownScanner }[] = [];

  constructor(parts: ScannersOnCablesParts) {
    this.#parts = parts;
    this.#bus = new HidBus(() => loadNodeHid(parts.log));
  }

  /** One for each setting but those of scanners that type into their kiosk. */
  of(settings: readonly ScannerSetting[]): readonly KnownScanner[] {
    const before = this.#made;
    this.#made = settings.flatMap((setting) => {
      const { profile } = setting;
      if (profile.mode === 'wedge') return [];
      return [
        before.find((made) => saysTheSame(made.setting, setting)) ?? {
          setting,
          scanner: this.#make(setting, profile),
        },
      ];
    });
    return this.#made.map(({ scanner }) => scanner);
  }

  /** Scanners among the HID devices. */
  foundHid(): Promise<readonly FoundScanner[]> {
    return this.#bus.found();
  }

  #make({ id, kiosk, model, device }: Omit<ScannerSetting, 'profile'>, profile: CableProfile): KnownScanner {
    const { kioskDeviceId, clock, log } = this.#parts;
    const setting = { id, kiosk, profile, ...(model === undefined ? {} : { model }) };
    return new CableScanner({ setting, cable: this.#cable(profile, device), kioskDeviceId, clock, log });
  }

  #cable(profile: CableProfile, device: ScannerSetting['device']): ScannerCable {
    switch (profile.mode) {
      case 'serial':
        return serialCable(device.path ?? '', profile.baud);
      case 'tcp':
        return this.#parts.tcp?.cable(device.serialNumber ?? '') ?? nowhere;
      default:
        return this.#bus.cable(profile.mode, device);
    }
  }
}

const nowhere: ScannerCable = { hasNoDriver: false, open: () => Promise.resolve(undefined) };
