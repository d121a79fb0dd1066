// The typefaces of drawn lines, from npm packages, registered when a text first needs them: those of Chinese, Japanese and
// Korean alone are megabytes. Han letters are drawn as the language beside them has them.

import { createRequire } from 'node:module';

import { GlobalFonts } from '@napi-rs/canvas';

interface Subset {
  /** Of the packages `@fontsource/...`. */
  readonly font: string;
  readonly subset: string;
  /** The texts that need it. */
  readonly needed: RegExp;
}

/** In the order in which a letter is looked for. */
const rasterSubsets: readonly Subset[] = [
  { font: 'noto-sans', subset: 'latin', needed: /(?:)/ },
  { font: 'noto-sans', subset: 'latin-ext', needed: /[\u0100-\u024f\u1e00-\u1eff\u20a0-\u20cf]/ },
  {
    font: 'noto-sans',
    subset: 'vietnamese',
    needed: /[\u0102\u0103\u0110\u0111\u01a0-\u01b0\u1ea0-\u1ef9\u20ab]/,
  },
  { font: 'noto-sans', subset: 'greek', needed: /\p{Script=Greek}/u },
  { font: 'noto-sans', subset: 'greek-ext', needed: /[\u1f00-\u1fff]/ },
  { font: 'noto-sans', subset: 'cyrillic', needed: /\p{Script=Cyrillic}/u },
  { font: 'noto-sans', subset: 'cyrillic-ext', needed: /[\u0460-\u052f\u1c80-\u1c8f\ua640-\ua66d]/ },
  { font: 'noto-sans', subset: 'devanagari', needed: /\p{Script=Devanagari}/u },
  { font: 'noto-sans-tamil', subset: 'tamil', needed: /\p{Script=Tamil}/u },
  { font: 'noto-sans-thai', subset: 'thai', needed: /\p{Script=Thai}/u },
  { font: 'noto-sans-myanmar', subset: 'myanmar', needed: /\p{Script=Myanmar}/u },
  { font: 'noto-sans-hebrew', subset: 'hebrew', needed: /\p{Script=Hebrew}/u },
  { font: 'noto-sans-arabic', subset: 'arabic', needed: /\p{Script=Arabic}/u },
  { font: 'noto-sans-jp', subset: 'japanese', needed: /[\p{Script=Hiragana}\p{Script=Katakana}]/u },
  { font: 'noto-sans-kr', subset: 'korean', needed: /\p{Script=Hangul}/u },
  {
    font: 'noto-sans-sc',
    subset: 'chinese-simplified',
    needed: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
  },
  // Han letters that Chinese does not have.
  { font: 'noto-sans-jp', subset: 'japanese', needed: /\p{Script=Han}/u },
];

const registered = new Set<string>();

/** Those that this thread has brought so far. Typefaces are the process's. */
export function broughtFamilies(): readonly string[] {
  return [...registered];
}

/** Another thread has brought them. */
export function familiesAreThere(names: readonly string[]): void {
  for (const name of names) registered.add(name);
}

/** The value for the `font` of a canvas that is going to draw `text`. */
export function rasterFont(text: string, sizeDots: number, bold: boolean): string {
  const families = subsetsFor(text).map((subset) => family(subset));
  return `${bold ? 700 : 400} ${sizeDots}px ${families.join(', ')}, sans-serif`;
}

/** Where its letters are looked for, in this order. */
export function subsetsFor(text: string): readonly Subset[] {
  return rasterSubsets.filter(({ needed }) => needed.test(text));
}

export function fontFile({ font, subset }: Subset, weight: 400 | 700): string {
  const { resolve } = createRequire(import.meta.url);
  return resolve(`@fontsource/${font}/files/${font}-${subset}-${weight}-normal.woff2`);
}

function family(one: Subset): string {
  const name = familyName(one);
  if (!registered.has(name)) {
    for (const weight of [400, 700] as const) GlobalFonts.registerFromPath(fontFile(one, weight), name);
    registered.add(name);
  }
  return `"${name}"`;
}

export function familyName({ font, subset }: Subset): string {
  return `Foyer ${font} ${subset}`;
}
