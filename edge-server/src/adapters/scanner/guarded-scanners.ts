// All scanners of the clinic as one: what any of them reads goes to whoever listens, but for a flood.

import { longestScan } from '@foyer/contracts/scan-format.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { scannerHealths, type Scan, type Scanner, type ScannerHealth } from '../../ports/scanner.ts';
import { FloodGate } from './flood-gate.ts';

export interface GuardedScannersParts {
  readonly scanners: readonly Scanner[];
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly log: Log;
}

export class GuardedScanners implements Scanner {
  readonly name = 'scanners';
  readonly #parts: GuardedScannersParts;
  readonly #listeners = new Set<(scan: Scan) => void>();
  /** One for each kiosk: a flood at the one does not deafen the other. */
  readonly #gates = new Map<string, FloodGate>();
  #leave: readonly (() => void)[] = [];

  constructor(parts: GuardedScannersParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    const { scanners } = this.#parts;
    this.#leave = scanners.map((scanner) => scanner.onScan((scan) => this.#hear(scan)));
    await Promise.all(scanners.map((scanner) => scanner.start()));
  }

  async stop(): Promise<void> {
    for (const leave of this.#leave) leave();
    await Promise.all(this.#parts.scanners.map((scanner) => scanner.stop()));
  }

  onScan(listener: (scan: Scan) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The worst of any. */
  health(): ScannerHealth {
    const now = this.#parts.clock.monotonic();
    const healths = this.#parts.scanners.map((scanner) => scanner.health());
    if ([...this.#gates.values()].some((gate) => gate.isDeaf(now))) healths.push('flooding');
    return scannerHealths.findLast((each) => healths.includes(each)) ?? 'ready';
  }

  #hear(scan: Scan): void {
    const { clock, log } = this.#parts;
    const { kioskDeviceId, text } = scan;
    const gate = this.#gates.get(kioskDeviceId) ?? new FloodGate();
    this.#gates.set(kioskDeviceId, gate);
    const heard = gate.hear(clock.monotonic());
    if (heard === 'flood-begins') log.warn('scanner-flooding', { deviceId: kioskDeviceId });
    if (heard !== 'pass') return;
    if (text.length > longestScan) return log.warn('scan-too-long', { deviceId: kioskDeviceId, length: text.length });
    for (const listener of this.#listeners) listener(scan);
  }
}
