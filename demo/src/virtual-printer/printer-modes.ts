// Everything a command can set and ESC @ sets back. Distances are dots: 8 a millimetre, 576 across 80 mm paper.

export const Align = { left: 0, centre: 1, right: 2 } as const;
export type Align = (typeof Align)[keyof typeof Align];

export interface PrinterModes {
  page: number;
  international: number;
  /** GBK pairs, as Chinese models print them between FS & and FS . */
  multiByte: boolean;
  userCharacters: boolean;
  font: 'a' | 'b';
  scaleX: number;
  scaleY: number;
  bold: boolean;
  underlineDots: 0 | 1 | 2;
  invert: boolean;
  upsideDown: boolean;
  sideways: boolean;
  align: Align;
  letterSpacing: number;
  lineSpacing: number;
  leftMargin: number;
  areaWidth: number;
  tabs: readonly number[];
  barHeight: number;
  barModule: number;
  /** Where the text of a bar code stands: 0 nowhere, 1 above, 2 below, 3 both. */
  barText: number;
  barFont: 'a' | 'b';
}

export const PAPER_WIDTH_DOTS = 576;
export const DEFAULT_LINE_SPACING = 30;
export const FONT_CELLS = { a: { width: 12, height: 24 }, b: { width: 9, height: 17 } } as const;

export function initialModes(): PrinterModes {
  return {
    page: 0,
    international: 0,
    multiByte: false,
    userCharacters: false,
    font: 'a',
    scaleX: 1,
    scaleY: 1,
    bold: false,
    underlineDots: 0,
    invert: false,
    upsideDown: false,
    sideways: false,
    align: Align.left,
    letterSpacing: 0,
    lineSpacing: DEFAULT_LINE_SPACING,
    leftMargin: 0,
    areaWidth: PAPER_WIDTH_DOTS,
    tabs: Array.from({ length: 32 }, (_, index) => (index + 1) * 8),
    barHeight: 162,
    barModule: 3,
    barText: 0,
    barFont: 'a',
  };
}

const REPLACED = '#$@[\\]^`{|}~';

/** The characters that the countries of ESC R, by number, put where ASCII has REPLACED. */
const COUNTRIES: readonly string[] = [
  REPLACED,
  '#$à°ç§^`éùè¨',
  '#$§ÄÖÜ^`äöüß',
  '£$@[\\]^`{|}~',
  '#$@ÆØÅ^`æøå~',
  '#¤ÉÄÖÅÜéäöåü',
  '#$@°\\é^ùàòèì',
  '₧$@¡Ñ¿^`¨ñ}~',
  '#$@[¥]^`{|}~',
  '#¤ÉÆØÅÜéæøåü',
  '#$ÉÆØÅÜéæøåü',
  '#$á¡Ñ¿é`íñóú',
  '#$á¡Ñ¿éüíñóú',
  '#$@[₩]^`{|}~',
];

/** The character of an ASCII code under ESC R `country`. */
export function asciiCharacter(code: number, country: number): string {
  const character = String.fromCharCode(code);
  const at = REPLACED.indexOf(character);
  return at < 0 ? character : (Array.from(COUNTRIES[country] ?? REPLACED)[at] ?? character);
}
