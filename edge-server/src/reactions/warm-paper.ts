// A while after the start a ticket of nobody is drawn in each language of the clinic, so that the first patient of each finds
// letters and pictures that are there. Nothing waits for it, and nothing is printed.

import { secondMs } from '@foyer/contracts/time.ts';
import type { Log } from '../ports/log.ts';
import type { Paper } from '../ports/ticket-printer.ts';
import type { PrintSpool } from '../spool/print-spool.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { sampleTicket } from './sample-paper.ts';

/** When all that a start has to do is done. */
export const warmAfterMs = 10 * secondMs;

export interface WarmPaperParts {
  readonly state: () => ClinicState | undefined;
  readonly spool: Pick<PrintSpool, 'hasPrinter' | 'prepare'>;
  /** Off the main thread. */
  readonly warmLetters: (papers: readonly Paper[]) => Promise<void>;
  readonly log: Log;
}

export class WarmPaper {
  readonly name = 'warm-paper';
  readonly #parts: WarmPaperParts;
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;

  constructor(parts: WarmPaperParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#isRunning = true;
    this.#timer = setTimeout(() => void this.#warm(), warmAfterMs).unref();
  }

  async stop(): Promise<void> {
    this.#isRunning = false;
    clearTimeout(this.#timer);
  }

  async #warm(): Promise<void> {
    const { log, spool, warmLetters } = this.#parts;
    const state = this.#parts.state();
    if (state === undefined || !spool.hasPrinter) return;
    const papers = state.configuration.languages.map((language): Paper => ({
      kind: 'ticket',
      document: sampleTicket(state, language),
    }));
    try {
      await warmLetters(papers);
    } catch (cause) {
      log.error('letters-not-warmed', {}, cause);
    }
    if (this.#isRunning) for (const paper of papers) spool.prepare(paper);
  }
}
