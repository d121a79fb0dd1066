// What the printer is asked and how its answers read. Source: Epson's ESC/POS reference, DLE EOT, DLE DC4, GS r.

import type { PrinterStatus } from '../../ports/ticket-printer.ts';
import { PrintFailure } from '../../ports/ticket-printer.ts';

export const Request = {
  /** Answered at once: why it is offline. */
  offlineCause: Uint8Array.of(0x10, 0x04, 2),
  /** Answered at once: the paper sensors. */
  paper: Uint8Array.of(0x10, 0x04, 4),
  /** Answered in the order of the work before it. */
  workDone: Uint8Array.of(0x1d, 0x72, 1),
  /** Obeyed at once: forget what was sent and not printed. */
  clearBuffer: Uint8Array.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8),
} as const;

export const isRealTimeAnswer = (byte: number): boolean => (byte & 0x93) === 0x12;
export const isWorkDoneAnswer = (byte: number): boolean => (byte & 0x90) === 0;

/** The health behind the answers to `offlineCause` and `paper`. */
export function statusFrom(offlineCause: number, paper: number): Omit<PrinterStatus, 'waiting'> {
  const paperLow = (paper & 0x0c) !== 0;
  if ((offlineCause & 0x04) !== 0) return { health: PrintFailure.coverOpen, paperLow };
  if ((offlineCause & 0x20) !== 0 || (paper & 0x60) !== 0) return { health: PrintFailure.paperOut, paperLow: true };
  // A jammed cutter or a hot head: it cannot print until somebody looks after it.
  if ((offlineCause & 0x40) !== 0) return { health: PrintFailure.off, paperLow };
  return { health: 'ready', paperLow };
}
