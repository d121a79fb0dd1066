// What is known about a printer, and who wants to hear when it changes.

import type { PrinterStatus } from '../../ports/ticket-printer.ts';

export class StatusBoard {
  readonly #listeners = new Set<(status: PrinterStatus) => void>();
  #status: PrinterStatus;

  constructor(health: PrinterStatus['health']) {
    this.#status = { health, paperLow: false, waiting: 0 };
  }

  get status(): PrinterStatus {
    return this.#status;
  }

  seen({ health, paperLow }: Omit<PrinterStatus, 'waiting'>): void {
    const before = this.#status;
    this.#status = { ...before, health, paperLow };
    if (before.health === health && before.paperLow === paperLow) return;
    for (const listener of this.#listeners) listener(this.#status);
  }

  waiting(waiting: number): void {
    this.#status = { ...this.#status, waiting };
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
