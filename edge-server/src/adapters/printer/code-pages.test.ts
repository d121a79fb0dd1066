import { codePages } from '@foyer/firmware-config/printers/printer-profile.ts';
import { describe, expect, it } from 'vitest';
import { carriedBy, inPages, lettersOf } from './code-pages.ts';

const european = ['WPC1252', 'WPC1250_LATIN2', 'WPC1253_GREEK', 'WPC1251_CYRILLIC'] as const;

describe('the code pages of a printer', () => {
  it.each(codePages)('%s has each letter once, at a byte that is no control', (page) => {
    const letters = lettersOf(page);
    expect(new Set(letters.values()).size).toBe(letters.size);
    for (const [letter, byte] of letters) {
      expect(byte).toBeGreaterThanOrEqual(0x20);
      expect(byte).not.toBe(0x7f);
      expect(letter).not.toMatch(/[\p{Cc}\p{Cf}\u00a0\ufffd]/u);
    }
  });

  it('carry a text whose letters they have together, and none with one that they lack', () => {
    expect(carriedBy(european, 'Łódź, Αθήνα, Київ, Málaga')).toBe(true);
    expect(carriedBy(european, 'Łódź 等')).toBe(false);
    expect(carriedBy(['WPC1252'], 'Łódź')).toBe(false);
    expect(carriedBy(['PC858_EURO'], 'Málaga')).toBe(false);
    expect(carriedBy([], 'A')).toBe(false);
  });

  it('are changed only at a letter that the one before lacks', () => {
    const runs = inPages('Αθήνα 12: Łódź', european, 'WPC1252');
    expect(runs.map(({ page }) => page)).toEqual(['WPC1253_GREEK', 'WPC1250_LATIN2']);
    expect(runs[0]?.bytes).toEqual(Uint8Array.from([...[0xc1, 0xe8, 0xde, 0xed, 0xe1], ...Buffer.from(' 12: ')]));
    expect(runs[1]?.bytes).toEqual(Uint8Array.of(0xa3, 0xf3, 0x64, 0x9f));
    expect(inPages('Room 2', european, 'WPC1253_GREEK').map(({ page }) => page)).toEqual(['WPC1253_GREEK']);
    expect(inPages('', european, 'WPC1252')).toEqual([]);
  });

  it('never have a letter replaced by another', () => {
    expect(() => inPages('等', european, 'WPC1252')).toThrow(TypeError);
  });
});
