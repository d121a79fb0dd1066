// The HID devices of this box, shared by its scanners: two of one make never take the same device.

import type { ScannerDevice } from '@foyer/firmware-config/scanner-setting.ts';
import { hidUsages } from '@foyer/firmware-config/scanner-profiles.ts';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import type { LineListener, ScannerAbout, ScannerCable, ScannerLine } from './cable.ts';
import { foundHid, modelOf, versionOf } from './found-hid.ts';
import type { HidDevice, HidDriver } from './hid-driver.ts';

export class HidBus {
  readonly #load: () => Promise<HidDriver | undefined>;
  readonly #taken = new Set<string>();
  #driver: Promise<HidDriver | undefined> | undefined;
  #isMissing = false;

  /** `load` is asked once, when the first device is looked for. */
  constructor(load: () => Promise<HidDriver | undefined>) {
    this.#load = load;
  }

  cable(mode: keyof typeof hidUsages, device: ScannerDevice): ScannerCable {
    const isMissing = (): boolean => this.#isMissing;
    return {
      open: (listener) => this.#open(mode, device, listener),
      get hasNoDriver() {
        return isMissing();
      },
    };
  }

  /** Those that are plugged in, whoever reads them; none where they cannot be asked. */
  async found(): Promise<readonly FoundScanner[]> {
    this.#driver ??= this.#load();
    return foundHid((await (await this.#driver)?.devices().catch(() => [])) ?? []);
  }

  async #open(
    mode: keyof typeof hidUsages,
    wanted: ScannerDevice,
    listener: LineListener,
  ): Promise<ScannerLine | undefined> {
    this.#driver ??= this.#load();
    const driver = await this.#driver;
    this.#isMissing = driver === undefined;
    if (driver === undefined) return undefined;
    try {
      const found = (await driver.devices()).find(
        (each) => is(each, mode, wanted) && !this.#taken.has(each.path ?? ''),
      );
      return found?.path === undefined ? undefined : await this.#take(driver, found.path, listener, aboutOf(found));
    } catch {
      // It was pulled out again, or may not be read: the next look tells.
      return undefined;
    }
  }

  async #take(driver: HidDriver, path: string, listener: LineListener, about: ScannerAbout): Promise<ScannerLine> {
    this.#taken.add(path);
    let isOpen = true;
    try {
      const handle = await driver.open(path);
      const close = (): void => {
        if (!isOpen) return;
        isOpen = false;
        this.#taken.delete(path);
        void handle.close().catch(() => undefined);
      };
      handle.on('data', (report) => isOpen && listener.bytes(report));
      handle.on('error', () => {
        if (!isOpen) return;
        close();
        listener.gone();
      });
      return { about, close };
    } catch (cause) {
      this.#taken.delete(path);
      throw cause;
    }
  }
}

function aboutOf({ manufacturer, product, release }: HidDevice): ScannerAbout {
  const model = modelOf(manufacturer, product);
  return { ...(model === '' ? {} : { model }), ...(release === undefined ? {} : { firmware: versionOf(release) }) };
}

function is(device: HidDevice, mode: keyof typeof hidUsages, wanted: ScannerDevice): boolean {
  const { usagePage, usage } = hidUsages[mode];
  if (device.path === undefined || device.usagePage !== usagePage || device.usage !== usage) return false;
  const { vendorId, productId, serialNumber, path } = wanted;
  return (
    (vendorId === undefined || vendorId === device.vendorId) &&
    (productId === undefined || productId === device.productId) &&
    (serialNumber === undefined || serialNumber === device.serialNumber) &&
    (path === undefined || path === device.path)
  );
}
