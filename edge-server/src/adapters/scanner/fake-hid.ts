// HID devices that are plugged in, send reports and are pulled out when they are told to.

import type { HidDevice, HidDriver, HidHandle } from './hid-driver.ts';

type Listener = (what: never) => void;

interface OpenDevice {
  readonly data: Listener[];
  readonly errors: Listener[];
}

export class FakeHid implements HidDriver {
  readonly #plugged = new Map<string, HidDevice>();
  readonly #open = new Map<string, OpenDevice>();

  plugIn(device: HidDevice & { readonly path: string }): void {
    this.#plugged.set(device.path, device);
  }

  pullOut(path: string): void {
    this.#plugged.delete(path);
    const open = this.#open.get(path);
    this.#open.delete(path);
    for (const tell of open?.errors ?? []) tell(new Error('could not read from HID device') as never);
  }

  /** Whether somebody reads it. */
  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  send(path: string, reports: readonly Uint8Array[]): void {
    for (const report of reports) for (const tell of this.#open.get(path)?.data ?? []) tell(report as never);
  }

  devices(): Promise<readonly HidDevice[]> {
    return Promise.resolve([...this.#plugged.values()]);
  }

  open(path: string): Promise<HidHandle> {
    if (!this.#plugged.has(path)) return Promise.reject(new Error('cannot open device'));
    const open: OpenDevice = { data: [], errors: [] };
    this.#open.set(path, open);
    const handle: HidHandle = {
      on: (event: string, listener: Listener) => {
        if (event === 'data') open.data.push(listener);
        else open.errors.push(listener);
      },
      close: () => Promise.resolve(void this.#open.delete(path)),
    };
    return Promise.resolve(handle);
  }
}
