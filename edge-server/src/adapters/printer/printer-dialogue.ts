// Questions and answers over one line. Answers carry no name, but each kind has a bit pattern of its own,
// so a question about the paper and the proof that work is done may be under way at the same time.

import { answersQuestions, type PrinterStatusSupport } from '@foyer/firmware-config/printers/printer-profile.ts';
import type { PrinterStatus } from '../../ports/ticket-printer.ts';
import { PrintFailure } from '../../ports/ticket-printer.ts';
import { PrinterStalled } from './patient-line.ts';
import type { PrinterLine } from './printer-line.ts';
import {
  automaticStatusBytes,
  automaticStatusFrom,
  beginsAutomaticStatus,
  clearedAnswer,
  goesOnAutomaticStatus,
  isRealTimeAnswer,
  isWorkDoneAnswer,
  Request,
  type RealTimeAnswers,
  type RealTimeQuestion,
  saysError,
  statusFrom,
} from './status-answers.ts';

interface Waiter {
  readonly accepts: (byte: number) => boolean;
  readonly take: (byte: number) => void;
  /** Nobody is there who could answer. */
  readonly giveUp: () => void;
}

interface AwaitedByte {
  within(timeoutMs: number): Promise<number | undefined>;
  giveUp(): void;
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
  /** What came so far of an automatic status. */
  #automatic: readonly number[] = [];
  #told: ((status: Omit<PrinterStatus, 'waiting'>) => void) | undefined;
  #wasAskedToTell = false;
  /** How much of its answer came so far. */
  #clearedSoFar = 0;
  #cleared: () => void = () => undefined;
  #hasBegun = false;
  #hasEnded = false;

  constructor(line: PrinterLine, options: DialogueOptions) {
    this.#line = line;
    this.#options = options;
    line.onBytes((bytes) => {
      for (const byte of bytes) this.#hear(byte);
    });
    line.onEnd(() => {
      this.#hasEnded = true;
      for (const { giveUp } of this.#waiters) giveUp();
      this.#cleared();
    });
  }

  /** Whether the document of this time was begun. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Nobody is at the other end any more, as far as the cable tells. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /**
   * What became of a document is known. From now on until the next one `listener` hears how the printer is, at once and
   * whenever that changes. It is asked once: a printer that cannot print keeps what it is asked until it can.
   */
  async tellChangesTo(listener: (status: Omit<PrinterStatus, 'waiting'>) => void): Promise<void> {
    this.#hasBegun = false;
    this.#told = listener;
    if (this.#wasAskedToTell) return;
    this.#wasAskedToTell = true;
    await this.#line.write(Request.tellChanges);
  }

  get answers(): boolean {
    return answersQuestions(this.#options.support);
  }

  /** Whether what it answers in order proves that all before it is on paper. */
  get proves(): boolean {
    return this.#options.support.inOrder;
  }

  /**
   * A document resets the printer, which is asked behind it to tell of changes again. What proves that it is on paper is
   * asked in the same breath, of a printer that proves anything: no time is left in which it is on paper, and what happens
   * to the printer keeps it from saying so. Answers with how to wait for the proof: true once the printer said so in time.
   */
  async sendDocument(bytes: Uint8Array): Promise<(timeoutMs: number) => Promise<boolean>> {
    this.#hasBegun = true;
    this.#told = undefined;
    this.#wasAskedToTell = this.#options.support.automatic;
    const proof = this.proves ? this.#awaitByte(isWorkDoneAnswer) : undefined;
    try {
      await this.#line.write(
        Buffer.concat([
          bytes,
          ...(this.#wasAskedToTell ? [Request.tellChanges] : []),
          ...(proof === undefined ? [] : [Request.workDone]),
        ]),
      );
    } catch (fault) {
      proof?.giveUp();
      throw fault;
    }
    return async (timeoutMs) => (await proof?.within(timeoutMs)) !== undefined;
  }

  /**
   * Obeyed at once: forget what was sent and not printed. Of a printer that `answers` it resolves when the printer says that
   * it has, or says nothing: by then a proof of what it had printed before has been heard, for its answers come in order.
   */
  async clear(answers: boolean): Promise<void> {
    this.#wasAskedToTell = false;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#cleared = resolve;
    await this.#line.write(Request.clearBuffer);
    if (!answers) return;
    const timer = setTimeout(resolve, this.#hasEnded ? 0 : this.#options.answerMs);
    await promise;
    clearTimeout(timer);
    await new Promise((heard) => setImmediate(heard));
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
    return this.#awaitByte(accepts).within(timeoutMs);
  }

  /** It is heard from now on; the time begins when it is waited for. */
  #awaitByte(accepts: (byte: number) => boolean): AwaitedByte {
    const { promise, resolve } = Promise.withResolvers<number | undefined>();
    let timer: NodeJS.Timeout | undefined;
    const settle = (byte: number | undefined): void => {
      clearTimeout(timer);
      this.#waiters.delete(waiter);
      resolve(byte);
    };
    const giveUp = (): void => settle(undefined);
    const waiter: Waiter = { accepts, take: settle, giveUp };
    this.#waiters.add(waiter);
    return {
      giveUp,
      within: (timeoutMs) => {
        if (this.#waiters.has(waiter)) timer = setTimeout(giveUp, this.#hasEnded ? 0 : timeoutMs);
        return promise;
      },
    };
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
        if (answer === undefined)
          return { health: this.#hasEnded ? PrintFailure.off : PrintFailure.mute, paperLow: false };
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
    if (this.#automatic.length > 0 && goesOnAutomaticStatus(byte)) {
      this.#automatic = [...this.#automatic, byte];
      if (this.#automatic.length === automaticStatusBytes) this.#hearChange(this.#automatic);
      return;
    }
    // One of which some was lost must not swallow the answers behind it.
    this.#automatic = [];
    if (byte === clearedAnswer[this.#clearedSoFar]) {
      this.#clearedSoFar += 1;
      if (this.#clearedSoFar < clearedAnswer.length) return;
      this.#clearedSoFar = 0;
      this.#cleared();
      return;
    }
    this.#clearedSoFar = 0;
    if (beginsAutomaticStatus(byte)) {
      this.#automatic = [byte];
      return;
    }
    for (const waiter of this.#waiters) {
      if (!waiter.accepts(byte)) continue;
      waiter.take(byte);
      return;
    }
  }

  #hearChange(bytes: readonly number[]): void {
    this.#automatic = [];
    this.#change.resolve();
    this.#change = Promise.withResolvers();
    this.#told?.(automaticStatusFrom(bytes));
  }
}

/** What a write that failed says of the printer. */
export function failureOfLine(fault: unknown): typeof PrintFailure.mute | typeof PrintFailure.off {
  return fault instanceof PrinterStalled ? PrintFailure.mute : PrintFailure.off;
}
