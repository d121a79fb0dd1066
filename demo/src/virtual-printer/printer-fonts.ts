// The printer's typefaces: Noto Sans Mono in the cells of font A and B, Noto's other scripts where that has none.
// Everything comes from npm packages, so that a ticket looks the same on every machine.

import { createRequire } from 'node:module';

import { GlobalFonts } from '@napi-rs/canvas';

const MONO_SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'];

const FILES = [
  ...MONO_SUBSETS.map((subset) => ['noto-sans-mono', subset] as const),
  ['noto-sans-arabic', 'arabic'],
  ['noto-sans-sc', 'chinese-simplified'],
] as const;

const WEIGHTS = [400, 700] as const;

let families: string | undefined;

/** The value for the `font` of a canvas: a size in dots and every family, registered at the first call. */
export function printerFont(sizeDots: number, bold: boolean): string {
  families ??= register();
  return `${bold ? 700 : 400} ${sizeDots}px ${families}`;
}

function register(): string {
  const { resolve } = createRequire(import.meta.url);
  const names = FILES.map(([font, subset]) => {
    const name = `Foyer Printer ${font} ${subset}`;
    for (const weight of WEIGHTS) {
      GlobalFonts.registerFromPath(resolve(`@fontsource/${font}/files/${font}-${subset}-${weight}-normal.woff2`), name);
    }
    return `"${name}"`;
  });
  return `${names.join(', ')}, sans-serif`;
}
