// What stands between a cable and a scan: one for each way in which scanners speak, pure but for what came before.

import type { ScanFormat } from '@foyer/contracts/scan-format.ts';

export interface Reading {
  readonly format?: ScanFormat;
  readonly text: string;
}

export interface ScanDecoder {
  /** What the cable gave at `at` (ms of a clock that never jumps): of a HID device one report. What it completed. */
  take(bytes: Uint8Array, at: number): readonly Reading[];
  /** How long the cable must be silent before `quiet` is to be called; undefined: no silence means anything now. */
  readonly quietAfterMs: number | undefined;
  quiet(): readonly Reading[];
  /** So many ended that were no reading: half a symbol, one too long, or not as the profile says. */
  readonly unreadable: number;
  /** The cable was pulled: half a symbol is none. */
  forget(): void;
}
