// The boot report of a keyboard: a byte of modifiers, a reserved one, six keys that are down. A key types once, when it
// goes down. Scanners type a control character with Ctrl (GS is Ctrl+]) or any character as Alt and its number on the
// number block; both are understood. Source: HID 1.11, appendix B.1, and chapter 10 of the HID Usage Tables 1.5.

import type { KeyboardLayout } from './keyboard-layouts.ts';

export const bootReportBytes = 8;

const CTRL = 0x11;
const SHIFT = 0x22;
const LEFT_ALT = 0x04;
const ALT_GR = 0x40;
const FIRST_KEY = 2;
/** Below it are errors: a rollover that says that too many are down. */
const FIRST_USAGE = 0x04;
const NUMBER_BLOCK = { first: 0x59, last: 0x62 } as const;
const LAST_OF_LATIN_1 = 0xff;
/** Of the characters between `@` and `_`, the control character of each. */
const CONTROL_BITS = 0x1f;
/** Keys that US scanners press for RS and US, without Shift. */
const unshiftedControls: Readonly<Record<string, string>> = { '6': '\x1e', '-': '\x1f' };

export class KeyboardReports {
  readonly #layout: KeyboardLayout;
  #down: readonly number[] = [];
  /** What was typed on the number block while Alt is down. */
  #number = '';

  constructor(layout: KeyboardLayout) {
    this.#layout = layout;
  }

  /** What this report types: nothing, a character, or more where keys went down at once. */
  take(report: Uint8Array): string {
    if (report.length !== bootReportBytes) return '';
    const modifiers = report[0] ?? 0;
    const keys = [...report.subarray(FIRST_KEY)].filter((usage) => usage >= FIRST_USAGE);
    const isRollover = keys.length === 0 && report.subarray(FIRST_KEY).some((usage) => usage !== 0);
    if (isRollover) return '';
    const pressed = keys.filter((usage) => !this.#down.includes(usage));
    this.#down = keys;
    const ended = (modifiers & LEFT_ALT) === 0 ? this.#byNumber() : '';
    return ended + pressed.map((usage) => this.#typed(usage, modifiers)).join('');
  }

  forget(): void {
    this.#down = [];
    this.#number = '';
  }

  #typed(usage: number, modifiers: number): string {
    if ((modifiers & LEFT_ALT) !== 0) {
      const isDigit = usage >= NUMBER_BLOCK.first && usage <= NUMBER_BLOCK.last;
      if (isDigit) this.#number += String((usage - NUMBER_BLOCK.first + 1) % 10);
      return '';
    }
    const characters = this.#layout.get(usage);
    if (characters === undefined) return '';
    const { plain, shift, altGr = '' } = characters;
    const unshifted = (modifiers & ALT_GR) === 0 ? plain : altGr;
    const character = (modifiers & SHIFT) === 0 ? unshifted : shift;
    return (modifiers & CTRL) === 0 ? character : controlOf(character);
  }

  #byNumber(): string {
    const code = this.#number === '' ? 0 : Number(this.#number);
    this.#number = '';
    return code > 0 && code <= LAST_OF_LATIN_1 ? String.fromCharCode(code) : '';
  }
}

function controlOf(character: string): string {
  const upper = character.toUpperCase();
  if (upper >= '@' && upper <= '_') return String.fromCharCode(upper.charCodeAt(0) & CONTROL_BITS);
  return unshiftedControls[character] ?? '';
}
