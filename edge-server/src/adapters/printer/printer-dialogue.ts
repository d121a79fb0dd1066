// Questions and answers over one line. Answers carry no name, but each kind has a bit pattern of its own,
// so a question about the paper and the proof that work is done may be under way at the same time.

import { answersQuestions, type PrinterStatusSupport } from '@foyer/firmware-config/printers/printer-profile.ts';
import type { PrinterStatus } from '../../ports/ticket-printer.ts';
import { PrintFailure } from '../../ports/ticket-printer.ts';
import { PrinterStalled } from './patient-line.ts';
import type { PrinterLine } from './printer-line.ts';
import {
  automaticStatusBytes,
  beginsAutomaticStatus,
  isRealTimeAnswer,
  Request,
  type RealTimeAnswers,
  type RealTimeQuestion,
  saysError,
  statusFrom,
} from './status-answers.ts';

interface Waiter {
  readonly accepts: (byte: number) => boolean;
  readonly take: (byte: number) => void;
}

export interface DialogueOptions {
  /** Silence after a question that makes a printer mute. */
  readonly answerMs: number;
  /** Which questions this model answers. */
  readonly support: PrinterStatusSupport;
}

export class PrinterDialogue {
  readonly #line: PrinterLine;
  readonly #options: DialogueOptions;
  readonly #waiters = new Set<Waiter>();
  #change = Promise.withResolvers<void>();
  /** Bytes that are still to come of an automatic status. */
  #automaticLeft = 0;
  #hasBegun = false;

  constructor(line: PrinterLine, options: DialogueOptions) {
    this.#line = line;
    this.#options = options;
    line.onBytes((bytes) => {
      for (const byte of bytes) this.#hear(byte);
    });
  }

  /** Whether a document was begun over this line. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  get answers(): boolean {
    return answersQuestions(this.#options.support);
  }

  /** Whether what it answers in order proves that all before it is on paper. */
  get proves(): boolean {
    return this.#options.support.inOrder;
  }

  send(bytes: Uint8Array): Promise<void> {
    return this.#line.write(bytes);
  }

  sendDocument(bytes: Uint8Array): Promise<void> {
    this.#hasBegun = true;
    return this.#line.write(bytes);
  }

  handOver(): Promise<void> {
    return this.#line.handOver();
  }

  /** Resolves when the printer tells of a change by itself. */
  nextChange(): Promise<void> {
    return this.#change.promise;
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

  /**
   * Asks the printer how it is. Silence is `printer-mute`, and so is a stall; a line that breaks is `printer-off`. One
   * that answers nothing by its nature is taken to be ready.
   */
  async status(): Promise<Omit<PrinterStatus, 'waiting'>> {
    const answers: { -readonly [N in RealTimeQuestion]?: number } = {};
    try {
      for (const n of this.#options.support.realTime) {
        if (n === 3 && !saysError(answers)) continue;
        const answer = await this.#ask(n);
        if (answer === undefined) return { health: PrintFailure.mute, paperLow: false };
        answers[n] = answer;
      }
      return statusFrom(answers satisfies RealTimeAnswers);
    } catch (fault) {
      return { health: failureOfLine(fault), paperLow: false };
    }
  }

  async #ask(n: RealTimeQuestion): Promise<number | undefined> {
    const answer = this.expect(isRealTimeAnswer, this.#options.answerMs);
    await this.#line.write(Request.status(n));
    return answer;
  }

  #hear(byte: number): void {
    if (this.#automaticLeft > 0) {
      this.#automaticLeft -= 1;
      if (this.#automaticLeft > 0) return;
      this.#change.resolve();
      this.#change = Promise.withResolvers();
      return;
    }
    if (beginsAutomaticStatus(byte)) {
      this.#automaticLeft = automaticStatusBytes - 1;
      return;
    }
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
