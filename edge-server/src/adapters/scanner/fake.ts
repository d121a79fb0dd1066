// A scanner that reads what it is told to.

import type { Scan, Scanner, ScannerHealth } from '../../ports/scanner.ts';

export class FakeScanner implements Scanner {
  readonly name = 'fake-scanner';
  readonly #listeners = new Set<(scan: Scan) => void>();
  #running = false;

  start(): Promise<void> {
    this.#running = true;
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.#running = false;
    return Promise.resolve();
  }

  onScan(listener: (scan: Scan) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  health(): ScannerHealth {
    return 'ready';
  }

  scan(scan: Scan): void {
    if (this.#running) for (const listener of this.#listeners) listener(scan);
  }
}
