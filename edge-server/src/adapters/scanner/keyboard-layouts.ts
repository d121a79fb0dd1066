// What a key types, by its usage of the HID keyboard page (0x07): plain, with Shift, with AltGr. Only what a scanner can
// type: letters, digits, signs, Enter and Tab. Source: HID Usage Tables 1.5, chapter 10.

import type { KeyboardLayoutName } from '@foyer/firmware-config/scanner-profiles.ts';

export interface KeyCharacters {
  readonly plain: string;
  readonly shift: string;
  readonly altGr?: string;
}
export type KeyboardLayout = ReadonlyMap<number, KeyCharacters>;

const FIRST_LETTER = 0x04;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const letters = (order: string): [number, KeyCharacters][] =>
  [...order].map((plain, index) => [FIRST_LETTER + index, { plain, shift: plain.toUpperCase() }]);
const key = (usage: number, plain: string, shift: string, altGr?: string): [number, KeyCharacters] => [
  usage,
  { plain, shift, ...(altGr === undefined ? {} : { altGr }) },
];
const digits = (from: number, plain: string, shift: string): [number, KeyCharacters][] =>
  [...plain].map((each, index) => key(from + index, each, shift.charAt(index)));

const everywhere = [
  key(0x28, '\r', '\r'),
  key(0x2b, '\t', '\t'),
  key(0x2c, ' ', ' '),
  key(0x54, '/', '/'),
  key(0x55, '*', '*'),
  key(0x56, '-', '-'),
  key(0x57, '+', '+'),
  key(0x58, '\r', '\r'),
  ...digits(0x59, '1234567890', '1234567890'),
];

export const keyboardLayouts: Readonly<Record<KeyboardLayoutName, KeyboardLayout>> = {
  us: new Map([
    ...everywhere,
    ...letters(LETTERS),
    ...digits(0x1e, '1234567890', '!@#$%^&*()'),
    key(0x2d, '-', '_'),
    key(0x2e, '=', '+'),
    key(0x2f, '[', '{'),
    key(0x30, ']', '}'),
    key(0x31, '\\', '|'),
    key(0x32, '\\', '|'),
    key(0x33, ';', ':'),
    key(0x34, "'", '"'),
    key(0x35, '`', '~'),
    key(0x36, ',', '<'),
    key(0x37, '.', '>'),
    key(0x38, '/', '?'),
    key(0x64, '\\', '|'),
    key(0x63, '.', '.'),
  ]),
  de: new Map([
    ...everywhere,
    ...letters(LETTERS.slice(0, -2) + 'zy'),
    key(0x08, 'e', 'E', '€'),
    key(0x10, 'm', 'M', 'µ'),
    key(0x14, 'q', 'Q', '@'),
    ...digits(0x1e, '1234567890', '!"§$%&/()='),
    key(0x24, '7', '/', '{'),
    key(0x25, '8', '(', '['),
    key(0x26, '9', ')', ']'),
    key(0x27, '0', '=', '}'),
    key(0x2d, 'ß', '?', '\\'),
    key(0x2e, '´', '`'),
    key(0x2f, 'ü', 'Ü'),
    key(0x30, '+', '*', '~'),
    key(0x31, '#', "'"),
    key(0x32, '#', "'"),
    key(0x33, 'ö', 'Ö'),
    key(0x34, 'ä', 'Ä'),
    key(0x35, '^', '°'),
    key(0x36, ',', ';'),
    key(0x37, '.', ':'),
    key(0x38, '-', '_'),
    key(0x64, '<', '>', '|'),
    key(0x63, ',', ','),
  ]),
};
