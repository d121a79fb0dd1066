// Looks which scanners are plugged in that nobody has set up. Two folders of the system are read every two seconds; what
// hangs there is asked for only when they hold something else than before, so that a box without scanners loads nothing.

import { readdir } from 'node:fs/promises';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import { foundSerial, SERIAL_LINES, serialLineNames } from './serial-lines.ts';

export const LOOK_EVERY_MS = 2_000;

export interface ScannerWatchParts {
  /** HID devices as scanners: asked for while the system has any. */
  readonly hid: () => Promise<readonly FoundScanner[]>;
  /** Those that came over the network. */
  readonly network: () => readonly FoundScanner[];
  /** They are others than before. */
  readonly onFound: (found: readonly FoundScanner[]) => void;
  readonly folders?: { readonly devices: string; readonly serial: string };
}

export class ScannerWatch {
  readonly name = 'scanner-watch';
  readonly #parts: ScannerWatchParts;
  #seen = '';
  #cables: readonly FoundScanner[] = [];
  #told = '[]';
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(parts: ScannerWatchParts) {
    this.#parts = parts;
  }

  /** Holds nothing up: what is there is told when it was found. */
  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    void this.look();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** Now, and once for all who ask meanwhile. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { hid, network, onFound, folders = { devices: '/dev', serial: SERIAL_LINES } } = this.#parts;
    const [devices, lines] = await Promise.all([
      readdir(folders.devices).catch(() => []),
      serialLineNames(folders.serial),
    ]);
    const raw = devices.filter((name) => /^hidraw\d+$/.test(name)).toSorted((a, b) => a.localeCompare(b, 'en'));
    const seen = [...raw, ...lines].join('\n');
    if (seen !== this.#seen) {
      this.#cables = [...(raw.length === 0 ? [] : await hid()), ...foundSerial(lines, folders.serial)];
      this.#seen = seen;
    }
    const found = [...this.#cables, ...network()];
    const told = JSON.stringify(found);
    if (told === this.#told) return;
    this.#told = told;
    onFound(found);
  }
}
