// What a planner must know about a model of printer: how wide, which letters, how it confirms.

export interface PrinterProfile {
  readonly name: string;
  /** Dots across the paper. A multiple of 8. */
  readonly widthDots: number;
  /** Left and right, so that no cutter or finger hides a letter. */
  readonly marginDots: number;
  /** The code page that is switched on: its name in node-thermal-printer. */
  readonly codePage: 'WPC1252' | 'PC858_EURO' | 'PC852_LATIN2' | 'WPC1250_LATIN2';
  /** Whether the printer's own letters can write this text; the rest is drawn. */
  readonly carries: (text: string) => boolean;
  /** Whether it answers GS r in the order of its work, which proves that all before it is on paper. */
  readonly confirmsInOrder: boolean;
  readonly partialCut: boolean;
}

export const cellWidthDots = 12;
export const cellHeightDots = 24;

/** Characters that Windows-1252 has behind ASCII and Latin-1. */
const WINDOWS_1252 = /^[\x20-\x7e\xa1-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/;

/** 80 mm paper, 203 dots an inch, Epson's language: what nearly every receipt printer understands. */
export const epson80: PrinterProfile = {
  name: 'epson-80mm',
  widthDots: 576,
  marginDots: 24,
  codePage: 'WPC1252',
  carries: (text) => WINDOWS_1252.test(text),
  confirmsInOrder: true,
  partialCut: true,
};
