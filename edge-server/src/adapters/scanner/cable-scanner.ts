// A scanner on a cable of this box: opened as soon as it is there, read while it is, and looked for again when it was
// pulled out, without a restart of anything.

import type { ScannerSetting } from '@foyer/firmware-config/scanner-setting.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { KnownScanner, Scan, ScannerHealth, ScannerReport } from '../../ports/scanner.ts';
import type { ScannerCable, ScannerLine } from './cable.ts';
import { type CableProfile, decoderOf } from './decoder-of.ts';
import type { Reading, ScanDecoder } from './scan-decoder.ts';

/** Whoever plugs it in again finds it read within a second. */
export const LOOK_AGAIN_MS = 500;

export interface CableScannerParts {
  readonly setting: Pick<ScannerSetting, 'id' | 'kiosk' | 'model'> & { readonly profile: CableProfile };
  readonly cable: ScannerCable;
  /** The device of this kiosk, by its name or id; undefined while none is enrolled. */
  readonly kioskDeviceId: (kiosk: string) => string | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

export class CableScanner implements KnownScanner {
  readonly name: string;
  readonly id: string;
  readonly #parts: CableScannerParts;
  readonly #decoder: ScanDecoder;
  readonly #listeners = new Set<(scan: Scan) => void>();
  readonly #watchers = new Set<() => void>();
  #line: ScannerLine | undefined;
  #since: EpochMs;
  #lastReadAt: EpochMs | undefined;
  #readUntil = 0;
  #isRunning = false;
  #again: NodeJS.Timeout | undefined;
  #silence: NodeJS.Timeout | undefined;

  constructor(parts: CableScannerParts) {
    this.#parts = parts;
    this.#decoder = decoderOf(parts.setting.profile);
    this.name = `scanner ${parts.setting.kiosk}`;
    this.id = parts.setting.id;
    this.#since = parts.clock.wall();
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

  onChanged(listener: () => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  health(): ScannerHealth {
    if (this.#line !== undefined) return 'ready';
    return this.#parts.cable.hasNoDriver ? 'no-driver' : 'unplugged';
  }

  report(): ScannerReport {
    const { id, kiosk, model } = this.#parts.setting;
    return {
      id,
      kiosk,
      ...(model === undefined ? {} : { model }),
      ...this.#line?.about,
      health: this.health(),
      since: this.#since,
      ...(this.#lastReadAt === undefined ? {} : { lastReadAt: this.#lastReadAt }),
      unreadable: this.#decoder.unreadable - this.#readUntil,
    };
  }

  async #look(): Promise<void> {
    const { cable, log, setting } = this.#parts;
    let isGone = false;
    const had = cable.hasNoDriver;
    const line = await cable.open({
      bytes: (bytes) => this.#take(bytes),
      gone: () => {
        isGone = true;
        if (this.#line !== undefined) this.#gone();
      },
    });
    if (!this.#isRunning) return line?.close();
    if (line === undefined || isGone) {
      if (cable.hasNoDriver !== had) this.#changed();
      return this.#lookAgain();
    }
    this.#line = line;
    this.#since = this.#parts.clock.wall();
    log.info('scanner-plugged-in', { kiosk: setting.kiosk, mode: setting.profile.mode });
    this.#changed();
  }

  #lookAgain(): void {
    this.#again = setTimeout(() => void this.#look(), LOOK_AGAIN_MS);
  }

  #gone(): void {
    this.#letGo();
    if (!this.#isRunning) return;
    this.#since = this.#parts.clock.wall();
    this.#parts.log.warn('scanner-unplugged', { kiosk: this.#parts.setting.kiosk });
    this.#changed();
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
    this.#say(() => this.#decoder.take(bytes, this.#parts.clock.monotonic()));
    const { quietAfterMs } = this.#decoder;
    if (quietAfterMs !== undefined) {
      this.#silence = setTimeout(() => this.#say(() => this.#decoder.quiet()), quietAfterMs);
    }
  }

  #say(read: () => readonly Reading[]): void {
    const before = this.#decoder.unreadable;
    const readings = read();
    if (readings.length === 0) {
      if (this.#decoder.unreadable !== before) this.#changed();
      return;
    }
    const { clock, kioskDeviceId: find, log, setting } = this.#parts;
    this.#lastReadAt = clock.wall();
    this.#readUntil = this.#decoder.unreadable;
    const kioskDeviceId = find(setting.kiosk);
    if (kioskDeviceId === undefined) log.warn('scan-for-no-kiosk', { kiosk: setting.kiosk });
    else for (const reading of readings) for (const tell of this.#listeners) tell({ kioskDeviceId, ...reading });
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#watchers) listener();
  }
}
