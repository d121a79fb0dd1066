// Lines to one printer. Where it tells of changes by itself, one is held open between jobs, so that a fault is known when it
// happens and a job finds a line that stands; otherwise each use has a line of its own. What is said over a held line is
// believed only until a document begins.

import type { PrinterStatusSupport } from '@foyer/firmware-config/printers/printer-profile.ts';
import type { PrinterStatus } from '../../ports/ticket-printer.ts';
import { patientLine } from './patient-line.ts';
import { PrinterDialogue } from './printer-dialogue.ts';
import type { PrinterLine, PrinterLink } from './printer-line.ts';

export interface PrinterContact {
  readonly line: PrinterLine;
  readonly dialogue: PrinterDialogue;
  /** It was opened for something before, and may have gone since. */
  readonly wasHeld: boolean;
}

export interface PrinterContactsParts {
  readonly link: PrinterLink;
  readonly support: PrinterStatusSupport;
  readonly timing: { readonly connectMs: number; readonly answerMs: number; readonly writeMs: number };
  /** What a printer says by itself while nobody uses its line. */
  readonly onStatus: (status: Omit<PrinterStatus, 'waiting'>) => void;
  /** The line that was held has ended: somebody should look. */
  readonly onGone: () => void;
}

export class PrinterContacts {
  readonly #parts: PrinterContactsParts;
  #held: PrinterContact | undefined;

  constructor(parts: PrinterContactsParts) {
    this.#parts = parts;
  }

  /** The line that is held, or a new one; undefined where none is to be had. */
  async open(): Promise<PrinterContact | undefined> {
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined) return held;
    const { link, support, timing } = this.#parts;
    try {
      const line = patientLine(await link(timing.connectMs), timing.writeMs);
      line.onEnd(() => this.#gone(line));
      return { line, dialogue: new PrinterDialogue(line, { answerMs: timing.answerMs, support }), wasHeld: false };
    } catch {
      return undefined;
    }
  }

  /** Done with it for now. */
  leave({ line, dialogue }: PrinterContact): void {
    if (!this.#parts.support.automatic || dialogue.hasEnded) return line.close();
    this.#held = { line, dialogue, wasHeld: true };
    dialogue.tellChangesTo(this.#parts.onStatus).catch(() => this.#gone(line));
  }

  /** Nothing more goes over it, not even what waits to go. */
  drop({ line }: PrinterContact): void {
    line.destroy();
  }

  /** Nobody comes any more. */
  close(): void {
    this.#held?.line.close();
    this.#held = undefined;
  }

  #gone(line: PrinterLine): void {
    if (this.#held?.line !== line) return;
    this.#held = undefined;
    line.destroy();
    this.#parts.onGone();
  }
}
