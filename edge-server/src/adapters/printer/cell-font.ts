// The printer's own letters, where paper is shown on a screen: each in its cell, as a receipt printer sets them.

import { createRequire } from 'node:module';

import { GlobalFonts } from '@napi-rs/canvas';

const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic'] as const;
/** A letter of this typeface is as wide as three fifths of its size. */
const SIZE_OF_CELL = 5 / 3;

let families: string | undefined;

/** The value for the `font` of a canvas. */
export function cellFont(cellWidthDots: number, bold: boolean): string {
  families ??= registered();
  return `${bold ? 700 : 400} ${cellWidthDots * SIZE_OF_CELL}px ${families}`;
}

function registered(): string {
  const { resolve } = createRequire(import.meta.url);
  const names = SUBSETS.map((subset) => {
    const name = `Foyer cells ${subset}`;
    for (const weight of [400, 700]) {
      const file = `@fontsource/noto-sans-mono/files/noto-sans-mono-${subset}-${weight}-normal.woff2`;
      GlobalFonts.registerFromPath(resolve(file), name);
    }
    return `"${name}"`;
  });
  return `${names.join(', ')}, monospace`;
}
