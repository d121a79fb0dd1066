import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scannerLayouts } from '@foyer/contracts/scanner-profile-names.ts';
import { scannerProfiles } from '@foyer/firmware-config/scanner-profiles.ts';
import { bootReports } from './fake-reports.ts';
import { HidKeyboardDecoder } from './hid-keyboard-decoder.ts';
import { keyboardLayouts } from './keyboard-layouts.ts';
import { KeyboardReports } from './keyboard-reports.ts';

const usual = scannerProfiles['hid-keyboard'];
const report = (modifiers: number, ...keys: number[]) =>
  Uint8Array.from([modifiers, 0, ...keys, ...Array<number>(6 - keys.length).fill(0)]);
const typed = (reports: readonly Uint8Array[], keyboard = new KeyboardReports(keyboardLayouts.us)) =>
  reports.map((each) => keyboard.take(each)).join('');

describe('reports of a keyboard', () => {
  it('type a key once, when it goes down', () => {
    // HID 1.11, appendix C: "a", then "B" with Shift, then both down, then none.
    expect(typed([report(0, 0x04), report(0, 0x04), report(2, 0x04, 0x05), report(0)])).toBe('aB');
  });

  it('type the same character twice where the key came up between', () => {
    expect(typed([report(0, 0x1e), report(0), report(0, 0x1e)])).toBe('11');
  });

  it('type nothing where too many keys are down, nor of another length', () => {
    expect(typed([report(0, 1, 1, 1, 1, 1, 1), Uint8Array.of(1, 2, 3)])).toBe('');
  });

  it('type the separators of a licence and of GS1 with Ctrl', () => {
    expect(typed([report(1, 0x30), report(0), report(1, 0x23), report(0), report(1, 0x0d), report(0)])).toBe(
      '\x1d\x1e\n',
    );
  });

  it('type a character by its number with Alt', () => {
    expect(typed([report(4), report(4, 0x62), report(4), report(4, 0x5a), report(4), report(4, 0x61), report(0)])).toBe(
      '\x1d',
    );
  });

  it.each(scannerLayouts)('are read as they were typed, in the layout %s', (name) => {
    const layout = keyboardLayouts[name];
    const characters = [...new Set([...layout.values()].flatMap(({ plain, shift }) => [plain, shift]))];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters, '\x1d')), (text) => {
        expect(typed(bootReports(text.join(''), layout), new KeyboardReports(layout))).toBe(text.join(''));
      }),
    );
  });

  it('are others in another layout: y and z change places', () => {
    expect(typed(bootReports('zy', keyboardLayouts.us), new KeyboardReports(keyboardLayouts.de))).toBe('yz');
  });
});

describe('a scanner that is a keyboard', () => {
  const decoder = (changes: { readonly suffix?: string } = {}) => new HidKeyboardDecoder({ ...usual, ...changes });
  const read = (text: string, by: HidKeyboardDecoder) =>
    bootReports(text, keyboardLayouts.us).flatMap((each) => by.take(each));

  it('has read a symbol with its Enter', () => {
    expect(read('FOYER1.abc\r', decoder())).toEqual([{ text: 'FOYER1.abc' }]);
  });

  it('says what it was, where it is set to', () => {
    expect(read(']C1011234\x1d21X\r', decoder())).toEqual([{ format: 'gs1-128', text: '011234\x1d21X' }]);
  });

  it('may end a symbol with nothing but a silence', () => {
    const by = decoder({ suffix: '' });
    expect(read('04127A90', by)).toEqual([]);
    expect(by.quietAfterMs).toBeGreaterThan(0);
    expect(by.quiet()).toEqual([{ text: '04127A90' }]);
    expect(by.quietAfterMs).toBeUndefined();
  });

  it('has read nothing of half a symbol', () => {
    const by = decoder();
    read('0412', by);
    expect(by.quiet()).toEqual([]);
    expect(read('7A90\r', by)).toEqual([{ text: '7A90' }]);
  });
});
