// A printer that prints into a list, with a switch for each fault. Keeps every promise of the port.

import type { Clock } from '../../ports/clock.ts';
import {
  PrintFailure,
  type PrinterStatus,
  type PrintJob,
  type PrintOutcome,
  type TicketPrinter,
} from '../../ports/ticket-printer.ts';
import { StatusBoard } from './status-board.ts';

export type Fault = Exclude<PrintFailure, 'print-expired' | 'no-printer'>;

export class FakeTicketPrinter implements TicketPrinter {
  readonly name = 'fake-printer';
  /** What lies in the tray, oldest first. */
  readonly printed: PrintJob[] = [];
  readonly #clock: Clock;
  readonly #board = new StatusBoard('unknown');
  readonly #outcomes = new Map<string, Promise<PrintOutcome>>();
  #fault: Fault | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Makes a fault, or mends it. */
  fault(fault: Fault | undefined): void {
    this.#fault = fault;
    this.#board.seen({ health: fault ?? 'ready', paperLow: fault === PrintFailure.paperOut });
  }

  start(): Promise<void> {
    this.fault(this.#fault);
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.#stopped = true;
    return Promise.resolve();
  }

  print(job: PrintJob): Promise<PrintOutcome> {
    const known = this.#outcomes.get(job.jobId);
    if (known !== undefined) return known;
    const outcome = this.#last.then(() => this.#try(job));
    this.#last = outcome;
    this.#outcomes.set(job.jobId, outcome);
    return outcome;
  }

  prepare(): void {}

  status(): PrinterStatus {
    return this.#board.status;
  }

  onStatus(listener: (status: PrinterStatus) => void): () => void {
    return this.#board.onStatus(listener);
  }

  #try(job: PrintJob): PrintOutcome {
    if (this.#stopped || this.#clock.wall() > job.notAfter) return { outcome: 'failed', code: PrintFailure.expired };
    if (this.#fault !== undefined) return { outcome: 'failed', code: this.#fault };
    this.printed.push(job);
    return { outcome: 'printed' };
  }
}
