// The typefaces of drawn lines, from npm packages, registered when a text first needs them:
// the Chinese one alone is more than a megabyte.

import { createRequire } from 'node:module';

import { GlobalFonts } from '@napi-rs/canvas';

interface Subset {
  readonly font: 'noto-sans' | 'noto-sans-arabic' | 'noto-sans-sc';
  readonly subset: string;
  readonly needed: RegExp;
}

const SUBSETS: readonly Subset[] = [
  { font: 'noto-sans', subset: 'latin', needed: /(?:)/ },
  { font: 'noto-sans', subset: 'latin-ext', needed: /[\u0100-\u024f\u1e00-\u1eff]/ },
  { font: 'noto-sans', subset: 'vietnamese', needed: /[\u01a0-\u01b0\u1ea0-\u1ef9]/ },
  { font: 'noto-sans', subset: 'greek', needed: /\p{Script=Greek}/u },
  { font: 'noto-sans', subset: 'cyrillic', needed: /\p{Script=Cyrillic}/u },
  { font: 'noto-sans', subset: 'devanagari', needed: /\p{Script=Devanagari}/u },
  { font: 'noto-sans-arabic', subset: 'arabic', needed: /\p{Script=Arabic}/u },
  {
    font: 'noto-sans-sc',
    subset: 'chinese-simplified',
    needed: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u,
  },
];

const registered = new Set<string>();

/** The value for the `font` of a canvas that is going to draw `text`. */
export function rasterFont(text: string, sizeDots: number, bold: boolean): string {
  const weight = bold ? 700 : 400;
  const families = SUBSETS.filter(({ needed }) => needed.test(text)).map((subset) => family(subset));
  return `${weight} ${sizeDots}px ${families.join(', ')}, sans-serif`;
}

function family({ font, subset }: Subset): string {
  const name = `Foyer ${font} ${subset}`;
  if (!registered.has(name)) {
    const { resolve } = createRequire(import.meta.url);
    for (const weight of [400, 700]) {
      GlobalFonts.registerFromPath(resolve(`@fontsource/${font}/files/${font}-${subset}-${weight}-normal.woff2`), name);
    }
    registered.add(name);
  }
  return `"${name}"`;
}
