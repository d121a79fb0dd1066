// A scanner that is a keyboard, read as the raw reports that it sends, so that what it types goes nowhere else.

import type { Framing, KeyboardLayoutName } from '@foyer/firmware-config/scanner-profiles.ts';
import { keyboardLayouts } from './keyboard-layouts.ts';
import { KeyboardReports } from './keyboard-reports.ts';
import { LineAssembler } from './line-assembler.ts';
import type { Reading, ScanDecoder } from './scan-decoder.ts';

export class HidKeyboardDecoder implements ScanDecoder {
  readonly #reports: KeyboardReports;
  readonly #line: LineAssembler;

  constructor(profile: { readonly layout: KeyboardLayoutName } & Framing) {
    this.#reports = new KeyboardReports(keyboardLayouts[profile.layout]);
    this.#line = new LineAssembler(profile);
  }

  get quietAfterMs(): number | undefined {
    return this.#line.quietAfterMs;
  }

  get unreadable(): number {
    return this.#line.unreadable;
  }

  take(report: Uint8Array): readonly Reading[] {
    return this.#line.take(this.#reports.take(report));
  }

  quiet(): readonly Reading[] {
    return this.#line.quiet();
  }

  forget(): void {
    this.#reports.forget();
    this.#line.forget();
  }
}
