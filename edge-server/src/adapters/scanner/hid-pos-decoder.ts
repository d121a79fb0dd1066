// HID-POS: a symbol in one report or several, each with its length, the symbology's identifier, and a bit that says
// whether the next report goes on with it. Source: HID Point of Sale Usage Tables 1.02; the layouts are profiles.

import type { Framing, HidPosReport } from '@foyer/firmware-config/scanner-profiles.ts';
import { longestScan } from '@foyer/contracts/scan-format.ts';
import type { Reading, ScanDecoder } from './scan-decoder.ts';
import { aimCharacters, readingOf, textOf } from './symbology.ts';
import { unframed } from './unframed.ts';

/** The rest of a symbol follows at once, or never. */
const REST_WITHIN_MS = 500;

export class HidPosDecoder implements ScanDecoder {
  readonly quietAfterMs = undefined;
  readonly #report: HidPosReport;
  readonly #framing: Framing;
  readonly #held = Buffer.alloc(longestScan);
  #length = 0;
  #aim: string | undefined;
  #at = 0;
  /** A symbol that is too long is passed over to its end. */
  #isTooLong = false;
  #unreadable = 0;

  constructor(profile: { readonly report: HidPosReport } & Framing) {
    this.#report = profile.report;
    this.#framing = profile;
  }

  get unreadable(): number {
    return this.#unreadable;
  }

  take(report: Uint8Array, at: number): readonly Reading[] {
    const { id, lengthAt, aimAt, dataAt, dataBytes, continuedAt } = this.#report;
    const length = report[lengthAt];
    if (report[0] !== id || length === undefined || length > dataBytes || dataAt + length > report.length) {
      this.#unreadable += 1;
      return [];
    }
    if (at - this.#at > REST_WITHIN_MS) this.forget();
    this.#at = at;
    if (this.#length === 0 && aimAt !== undefined)
      this.#aim = String.fromCharCode(...report.subarray(aimAt, aimAt + aimCharacters));
    this.#hold(report.subarray(dataAt, dataAt + length));
    const goesOn = continuedAt !== undefined && ((report[continuedAt] ?? 0) & 1) === 1;
    return goesOn ? [] : this.#end();
  }

  quiet(): readonly Reading[] {
    return [];
  }

  forget(): void {
    // What was read of somebody stays nowhere.
    this.#held.fill(0, 0, this.#length);
    this.#length = 0;
    this.#aim = undefined;
    this.#isTooLong = false;
  }

  #hold(data: Uint8Array): void {
    if (this.#length + data.length > longestScan) this.#isTooLong = true;
    if (this.#isTooLong) return;
    this.#held.set(data, this.#length);
    this.#length += data.length;
  }

  #end(): readonly Reading[] {
    const text = this.#isTooLong ? '' : textOf(this.#held.subarray(0, this.#length));
    const aim = this.#aim;
    this.forget();
    const said = unframed(text, this.#framing);
    if (said !== undefined && said !== '') return [readingOf(said, aim)];
    this.#unreadable += 1;
    return [];
  }
}
