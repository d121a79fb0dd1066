// What the printer is asked and how its answers read. Source: Epson's ESC/POS reference, DLE EOT, DLE DC4, GS r, GS a.

import type { PrinterStatus } from '../../ports/ticket-printer.ts';
import { PrintFailure } from '../../ports/ticket-printer.ts';

/** The n of DLE EOT n, which is answered at once. */
export type RealTimeQuestion = 1 | 2 | 3 | 4;

export const Request = {
  status: (n: RealTimeQuestion): Uint8Array => Uint8Array.of(0x10, 0x04, n),
  /** Answered in the order of the work before it. */
  workDone: Uint8Array.of(0x1d, 0x72, 1),
  /** Answered with the status at once and at each change of online, errors and paper from then on, until a document begins. */
  tellChanges: Uint8Array.of(0x1d, 0x61, 0x0e),
  /** Obeyed at once: forget what was sent and not printed. */
  clearBuffer: Uint8Array.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8),
} as const;

/** To `clearBuffer`: a block of its own, whose last two bytes alone would pass for answers to `workDone`. */
export const clearedAnswer: readonly number[] = [0x37, 0x25, 0x00];
export const isRealTimeAnswer = (byte: number): boolean => (byte & 0x93) === 0x12;
export const isWorkDoneAnswer = (byte: number): boolean => (byte & 0x90) === 0;
/** The first of the four bytes of an automatic status; the other three look like answers to `workDone`, and are none. */
export const beginsAutomaticStatus = (byte: number): boolean => (byte & 0x93) === 0x10;
export const goesOnAutomaticStatus = (byte: number): boolean => (byte & 0x90) === 0;
export const automaticStatusBytes = 4;

/** The answers so far, by their question. */
export type RealTimeAnswers = { readonly [N in RealTimeQuestion]?: number };

const offline = 0x08;
const coverOpen = 0x04;
const feeding = 0x08;
const paperEnd = 0x20;
const paperLowBits = 0x0c;
const error = 0x40;
/** A hot head mends itself; a cutter does not. */
const mendsItself = 0x40;
const needsHands = 0x2c;

export function saysError(answers: RealTimeAnswers): boolean {
  return ((answers[2] ?? 0) & error) !== 0;
}

/** The health behind the answers; what was not asked is taken to be well. */
export function statusFrom(answers: RealTimeAnswers): Omit<PrinterStatus, 'waiting'> {
  const { 1: online = 0, 2: cause = 0, 3: fault = 0, 4: paper = 0 } = answers;
  const paperLow = (paper & paperLowBits) !== 0;
  if ((cause & coverOpen) !== 0) return { health: PrintFailure.coverOpen, paperLow };
  if ((cause & paperEnd) !== 0 || (paper & 0x60) !== 0) return { health: PrintFailure.paperOut, paperLow: true };
  if (saysError(answers)) {
    const passes = (fault & mendsItself) !== 0 && (fault & needsHands) === 0;
    return { health: passes ? PrintFailure.offline : PrintFailure.jam, paperLow };
  }
  if ((online & offline) !== 0 || (cause & feeding) !== 0) return { health: PrintFailure.offline, paperLow };
  return { health: 'ready', paperLow };
}

/** The same, of four bytes that came unasked. They have each fact at another place than the answers. */
export function automaticStatusFrom(bytes: readonly number[]): Omit<PrinterStatus, 'waiting'> {
  const [first = 0, second = 0, third = 0] = bytes;
  const isOpen = (first & 0x20) !== 0;
  const feeds = (first & 0x40) !== 0;
  const fault = second & (needsHands | mendsItself);
  const isOut = (third & 0x0c) !== 0;
  const isLow = (third & 0x03) !== 0;
  return statusFrom({
    1: first & offline,
    2: (isOpen ? coverOpen : 0) | (feeds ? feeding : 0) | (isOut ? paperEnd : 0) | (fault === 0 ? 0 : error),
    3: fault,
    4: isLow ? paperLowBits : 0,
  });
}
