// All scanners of the clinic as one: what any of them reads goes to whoever listens, but for a flood, and but for what one
// reads that is being tried out. Those on cables come and go while the edge runs.

import { longestScan } from '@foyer/contracts/scan-format.ts';
import { scannerTrialMs, type ScannerTrial } from '@foyer/contracts/scanner-view.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import {
  scannerHealths,
  type KnownScanner,
  type Scan,
  type Scanner,
  type ScannerHealth,
  type ScannerNow,
} from '../../ports/scanner.ts';
import { DEAF_UNTIL_STILL_MS, FloodGate } from './flood-gate.ts';

export interface GuardedScannersParts {
  /** Those that are there as long as the edge runs. */
  readonly scanners: readonly Scanner[];
  readonly clock: Pick<Clock, 'monotonic' | 'wall'>;
  readonly log: Log;
}

interface Trial {
  state: ScannerTrial;
  readonly since: EpochMs;
  readonly unreadable: number;
  readonly end: NodeJS.Timeout;
}

export class GuardedScanners implements Scanner {
  readonly name = 'scanners';
  readonly #parts: GuardedScannersParts;
  readonly #listeners = new Set<(scan: Scan) => void>();
  readonly #watchers = new Set<() => void>();
  /** One for each kiosk: a flood at the one does not deafen the other. */
  readonly #gates = new Map<string, { readonly gate: FloodGate; by: string | undefined }>();
  readonly #trials = new Map<string, Trial>();
  readonly #leave = new Map<Scanner, () => void>();
  #known: readonly KnownScanner[] = [];
  #isRunning = false;
  #calm: NodeJS.Timeout | undefined;

  constructor(parts: GuardedScannersParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#isRunning = true;
    await Promise.all(this.#all.map((scanner) => this.#begin(scanner)));
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    clearTimeout(this.#calm);
    for (const id of this.#trials.keys()) this.#endTrial(id);
    await Promise.all(this.#all.map((scanner) => this.#end(scanner)));
  }

  /** These are on cables from now on: those that were there already go on undisturbed. */
  async arrange(known: readonly KnownScanner[]): Promise<void> {
    const gone = this.#known.filter((scanner) => !known.includes(scanner));
    const come = known.filter((scanner) => !this.#known.includes(scanner));
    this.#known = known;
    if (!this.#isRunning) return;
    await Promise.all(gone.map((scanner) => this.#end(scanner)));
    await Promise.all(come.map((scanner) => this.#begin(scanner)));
    this.#changed();
  }

  onScan(listener: (scan: Scan) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `listener` whenever one of them is otherwise than before; the answer ends that. */
  onChanged(listener: () => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  /** The worst of any. */
  health(): ScannerHealth {
    const now = this.#parts.clock.monotonic();
    const healths = this.#all.map((scanner) => scanner.health());
    if ([...this.#gates.values()].some(({ gate }) => gate.isDeaf(now))) healths.push('flooding');
    return scannerHealths.findLast((each) => healths.includes(each)) ?? 'ready';
  }

  /** Of those on cables. */
  reports(): readonly ScannerNow[] {
    const now = this.#parts.clock.monotonic();
    const flooding = new Set([...this.#gates.values()].filter(({ gate }) => gate.isDeaf(now)).map(({ by }) => by));
    return this.#known.map((scanner) => {
      const report = scanner.report();
      const trial = this.#trials.get(scanner.id);
      return {
        ...report,
        ...(report.health === 'ready' && flooding.has(scanner.id) ? { health: 'flooding' as const } : {}),
        ...(trial === undefined ? {} : { trial: trial.state, trialSince: trial.since }),
      };
    });
  }

  /** What it reads next is only counted. False where there is none of that id. */
  tryOut(id: string): boolean {
    const scanner = this.#known.find((each) => each.id === id);
    if (scanner === undefined) return false;
    this.#endTrial(id);
    const end = setTimeout(() => {
      this.#endTrial(id);
      this.#changed();
    }, scannerTrialMs).unref();
    const since = this.#parts.clock.wall();
    this.#trials.set(id, { state: 'waiting', since, unreadable: scanner.report().unreadable, end });
    this.#changed();
    return true;
  }

  get #all(): readonly (Scanner | KnownScanner)[] {
    return [...this.#parts.scanners, ...this.#known];
  }

  #begin(scanner: Scanner | KnownScanner): Promise<void> {
    const id = 'id' in scanner ? scanner.id : undefined;
    const leave = [scanner.onScan((scan) => this.#hear(scan, id))];
    if ('report' in scanner) leave.push(scanner.onChanged(() => this.#reported(scanner)));
    this.#leave.set(scanner, () => {
      for (const each of leave) each();
    });
    return scanner.start();
  }

  #end(scanner: Scanner): Promise<void> {
    this.#leave.get(scanner)?.();
    this.#leave.delete(scanner);
    if ('id' in scanner) this.#endTrial(scanner.id as string);
    return scanner.stop();
  }

  #hear(scan: Scan, by: string | undefined): void {
    const { clock, log } = this.#parts;
    const { kioskDeviceId, text } = scan;
    const guard = this.#gates.get(kioskDeviceId) ?? { gate: new FloodGate(), by };
    guard.by = by;
    this.#gates.set(kioskDeviceId, guard);
    const heard = guard.gate.hear(clock.monotonic());
    if (heard === 'flood-begins') {
      log.warn('scanner-flooding', { deviceId: kioskDeviceId });
      this.#changed();
      this.#tellWhenCalm();
    }
    if (heard !== 'pass') return;
    if (text.length > longestScan) return log.warn('scan-too-long', { deviceId: kioskDeviceId, length: text.length });
    const trial = this.#trials.get(by ?? '');
    if (trial !== undefined && trial.state !== 'read') {
      trial.state = 'read';
      return this.#changed();
    }
    for (const listener of this.#listeners) listener(scan);
  }

  #reported(scanner: KnownScanner): void {
    const trial = this.#trials.get(scanner.id);
    if (trial?.state === 'waiting' && scanner.report().unreadable > trial.unreadable) trial.state = 'unreadable';
    this.#changed();
  }

  /** Nothing says that a flood is over but the time that nothing came. */
  #tellWhenCalm(): void {
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => {
      const now = this.#parts.clock.monotonic();
      if ([...this.#gates.values()].some(({ gate }) => gate.isDeaf(now))) return this.#tellWhenCalm();
      this.#changed();
    }, DEAF_UNTIL_STILL_MS).unref();
  }

  #endTrial(id: string): void {
    clearTimeout(this.#trials.get(id)?.end);
    this.#trials.delete(id);
  }

  #changed(): void {
    for (const listener of this.#watchers) listener();
  }
}
