// Questions and answers over one line. Answers carry no name, but each kind has a bit pattern of its own,
// so a question about the paper and the proof that work is done may be under way at the same time.

import type { PrinterStatus } from '../../ports/ticket-printer.ts';
import { PrintFailure } from '../../ports/ticket-printer.ts';
import { PrinterStalled } from './patient-line.ts';
import type { PrinterLine } from './printer-link.ts';
import { isRealTimeAnswer, Request, statusFrom } from './status-answers.ts';

interface Waiter {
  readonly accepts: (byte: number) => boolean;
  readonly take: (byte: number) => void;
}

export class PrinterDialogue {
  readonly #line: PrinterLine;
  readonly #answerMs: number;
  readonly #waiters = new Set<Waiter>();

  constructor(line: PrinterLine, answerMs: number) {
    this.#line = line;
    this.#answerMs = answerMs;
    line.onBytes((bytes) => {
      for (const byte of bytes) this.#hear(byte);
    });
  }

  send(bytes: Uint8Array): Promise<void> {
    return this.#line.write(bytes);
  }

  /** The next byte of this kind, or undefined when none comes in time. */
  expect(accepts: (byte: number) => boolean, timeoutMs: number): Promise<number | undefined> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        accepts,
        take: (byte) => {
          clearTimeout(timer);
          resolve(byte);
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        resolve(undefined);
      }, timeoutMs);
      this.#waiters.add(waiter);
    });
  }

  /** Asks the printer how it is. Silence is `printer-mute`, and so is a stall; a line that breaks is `printer-off`. */
  async status(): Promise<Omit<PrinterStatus, 'waiting'>> {
    try {
      const offlineCause = await this.#ask(Request.offlineCause);
      const paper = offlineCause === undefined ? undefined : await this.#ask(Request.paper);
      if (offlineCause === undefined || paper === undefined) return { health: PrintFailure.mute, paperLow: false };
      return statusFrom(offlineCause, paper);
    } catch (fault) {
      return { health: failureOfLine(fault), paperLow: false };
    }
  }

  async #ask(request: Uint8Array): Promise<number | undefined> {
    const answer = this.expect(isRealTimeAnswer, this.#answerMs);
    await this.#line.write(request);
    return answer;
  }

  #hear(byte: number): void {
    for (const waiter of this.#waiters) {
      if (!waiter.accepts(byte)) continue;
      this.#waiters.delete(waiter);
      waiter.take(byte);
      return;
    }
  }
}

/** What a write that failed says of the printer. */
export function failureOfLine(fault: unknown): typeof PrintFailure.mute | typeof PrintFailure.off {
  return fault instanceof PrinterStalled ? PrintFailure.mute : PrintFailure.off;
}
