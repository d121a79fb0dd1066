// How a printer of the clinic is, as its staff are told.

import type { EpochMs } from './time.ts';

export const PrinterState = {
  /** Not asked yet. */
  unknown: 'unknown',
  ready: 'ready',
  paperOut: 'paper-out',
  coverOpen: 'cover-open',
  /** The cutter or the paper is stuck, or the head is too hot. */
  jam: 'printer-jam',
  /** It answers, and says that it does not print now: paused, or feeding. */
  offline: 'printer-offline',
  /** Nothing answers at its address. */
  off: 'printer-off',
  /** It takes bytes and says nothing. */
  mute: 'printer-mute',
} as const;
export type PrinterState = (typeof PrinterState)[keyof typeof PrinterState];

export interface PrinterView {
  readonly id: string;
  /** As the clinic calls it: "Kiosk 1". */
  readonly name: string;
  readonly state: PrinterState;
  /** Since when it is in this state. */
  readonly since: EpochMs;
  /** The roll ends soon. */
  readonly paperLow?: true;
}
