// A scanner on a cable of this box: opened as soon as it is there, read while it is, and looked for again when it was
// pulled out, without a restart of anything.

import type { ScannerSetting } from '@foyer/firmware-config/scanner-setting.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Scan, Scanner, ScannerHealth } from '../../ports/scanner.ts';
import type { ScannerCable, ScannerLine } from './cable.ts';
import { type CableProfile, decoderOf } from './decoder-of.ts';
import type { Reading, ScanDecoder } from './scan-decoder.ts';

/** Whoever plugs it in again finds it read within a second. */
export const LOOK_AGAIN_MS = 500;

export interface CableScannerParts {
  readonly setting: Pick<ScannerSetting, 'kiosk'> & { readonly profile: CableProfile };
  readonly cable: ScannerCable;
  /** The device of this kiosk, by its name or id; undefined while none is enrolled. */
  readonly kioskDeviceId: (kiosk: string) => string | undefined;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly log: Log;
}

export class CableScanner implements Scanner {
  readonly name: string;
  readonly #parts: CableScannerParts;
  readonly #decoder: ScanDecoder;
  readonly #listeners = new Set<(scan: Scan) => void>();
  #line: ScannerLine | undefined;
  #isRunning = false;
  #again: NodeJS.Timeout | undefined;
  #silence: NodeJS.Timeout | undefined;

  constructor(parts: CableScannerParts) {
    this.#parts = parts;
    this.#decoder = decoderOf(parts.setting.profile);
    this.name = `scanner ${parts.setting.kiosk}`;
  }

  /** Resolves when it was looked for once; one that is not there holds nothing up. */
  async start(): Promise<void> {
    this.#isRunning = true;
    await this.#look();
  }

  stop(): Promise<void> {
    this.#isRunning = false;
    clearTimeout(this.#again);
    this.#letGo()?.close();
    return Promise.resolve();
  }

  onScan(listener: (scan: Scan) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  health(): ScannerHealth {
    if (this.#line !== undefined) return 'ready';
    return this.#parts.cable.hasNoDriver ? 'no-driver' : 'unplugged';
  }

  async #look(): Promise<void> {
    const { cable, log, setting } = this.#parts;
    let isGone = false;
    const line = await cable.open({
      bytes: (bytes) => this.#take(bytes),
      gone: () => {
        isGone = true;
        if (this.#line !== undefined) this.#gone();
      },
    });
    if (!this.#isRunning) return line?.close();
    if (line === undefined || isGone) return this.#lookAgain();
    this.#line = line;
    log.info('scanner-plugged-in', { kiosk: setting.kiosk, mode: setting.profile.mode });
  }

  #lookAgain(): void {
    this.#again = setTimeout(() => void this.#look(), LOOK_AGAIN_MS);
  }

  #gone(): void {
    this.#letGo();
    if (!this.#isRunning) return;
    this.#parts.log.warn('scanner-unplugged', { kiosk: this.#parts.setting.kiosk });
    this.#lookAgain();
  }

  #letGo(): ScannerLine | undefined {
    const line = this.#line;
    this.#line = undefined;
    clearTimeout(this.#silence);
    this.#decoder.forget();
    return line;
  }

  #take(bytes: Uint8Array): void {
    if (!this.#isRunning) return;
    clearTimeout(this.#silence);
    this.#say(this.#decoder.take(bytes, this.#parts.clock.monotonic()));
    const { quietAfterMs } = this.#decoder;
    if (quietAfterMs !== undefined) this.#silence = setTimeout(() => this.#say(this.#decoder.quiet()), quietAfterMs);
  }

  #say(readings: readonly Reading[]): void {
    if (readings.length === 0) return;
    const { kioskDeviceId: find, log, setting } = this.#parts;
    const kioskDeviceId = find(setting.kiosk);
    if (kioskDeviceId === undefined) return log.warn('scan-for-no-kiosk', { kiosk: setting.kiosk });
    for (const reading of readings) {
      for (const listener of this.#listeners) listener({ kioskDeviceId, ...reading });
    }
  }
}
