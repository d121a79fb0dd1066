// The fonts of an app, made at build time from the @fontsource packages and served by our own server: what the interface
// says is in small subsets that are fetched at once; what only run time knows (a name in Polish, a service in Chinese)
// is in slices that the browser fetches when such a letter appears. Families: Noto Sans, Noto Sans Arabic,
// Noto Sans SC, and Foyer Tongues (the few words that every screen shows in every script).

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { clinicWords, tongues } from './font-words.ts';

const WEIGHTS = [400, 700] as const;
/** The Arabic block, without the digits that Foyer never shows: names and rooms come at run time. */
const ARABIC_RANGE = 'U+0600-065F,U+066A-06EF,U+06FA-06FF,U+200C-200E';

export interface FontSheets {
  /** Stylesheet of the subsets and the Latin slices. */
  readonly main: string;
  /** Stylesheet of the Chinese slices for what comes at run time. */
  readonly han: string;
}

/** Writes two stylesheets and their fonts into `cacheDir` and gives the paths. `texts` is everything the app may say. */
export async function makeFonts(texts: readonly string[], cacheDir: string): Promise<FontSheets> {
  await mkdir(cacheDir, { recursive: true });
  const chinese = hanOf([...texts, clinicWords].join(''));
  const faces = await Promise.all(
    WEIGHTS.map(async (weight) => [
      ...(await latinFaces(weight)),
      face('Noto Sans Arabic', weight, await subset('arabic', weight, letters(ARABIC_RANGE), cacheDir), ARABIC_RANGE),
      face('Noto Sans SC', weight, await subset('chinese', weight, chinese, cacheDir), rangeOf(chinese)),
      face('Foyer Tongues', weight, await subset('chinese', weight, hanOf(tongues), cacheDir), rangeOf(hanOf(tongues))),
      face(
        'Foyer Tongues',
        weight,
        await subset('arabic', weight, arabicOf(tongues), cacheDir),
        rangeOf(arabicOf(tongues)),
      ),
    ]),
  );
  return {
    main: await writeSheet('fonts', faces.flat(), cacheDir),
    han: await writeSheet('han', (await Promise.all(WEIGHTS.map(hanFaces))).flat(), cacheDir),
  };
}

const require = createRequire(import.meta.url);
const packageOf = (name: string) => dirname(require.resolve(`@fontsource/${name}/package.json`));

const SOURCES = {
  arabic: (weight: number) =>
    join(packageOf('noto-sans-arabic'), `files/noto-sans-arabic-arabic-${weight}-normal.woff2`),
  chinese: (weight: number) =>
    join(packageOf('noto-sans-sc'), `files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`),
};

async function subset(source: keyof typeof SOURCES, weight: number, text: string, cacheDir: string): Promise<string> {
  const name = createHash('sha256').update(`1 ${source} ${weight} ${text}`).digest('hex').slice(0, 12);
  const path = join(cacheDir, `noto-${source}-${weight}-${name}.woff2`);
  if (!existsSync(path)) {
    const original = await readFile(SOURCES[source](weight));
    await writeFile(path, await subsetFont(original, text, { targetFormat: 'woff2' }));
  }
  return path;
}

async function latinFaces(weight: number): Promise<string[]> {
  const ranges = await unicodeRanges('noto-sans');
  const slices = ['vietnamese', 'greek', 'cyrillic-ext', 'cyrillic', 'latin-ext', 'latin'];
  return slices.map((slice) => {
    const path = join(packageOf('noto-sans'), `files/noto-sans-${slice}-${weight}-normal.woff2`);
    return face('Noto Sans', weight, path, ranges[slice]!);
  });
}

async function hanFaces(weight: number): Promise<string[]> {
  const ranges = await unicodeRanges('noto-sans-sc');
  return Object.entries(ranges).flatMap(([key, range]) => {
    const slice = /^\[(\d+)\]$/.exec(key)?.[1];
    const path = join(packageOf('noto-sans-sc'), `files/noto-sans-sc-${slice}-${weight}-normal.woff2`);
    // A family of its own behind the subset's, so that the words of the interface never fetch a slice.
    return slice && existsSync(path) ? [face('Noto Sans SC Rest', weight, path, range)] : [];
  });
}

async function unicodeRanges(name: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(packageOf(name), 'unicode.json'), 'utf8')) as Record<string, string>;
}

function face(family: string, weight: number, path: string, range: string): string {
  return `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};font-display:swap;src:url("${path}") format("woff2");unicode-range:${range}}`;
}

async function writeSheet(name: string, faces: readonly string[], cacheDir: string): Promise<string> {
  const css = `${faces.join('\n')}\n`;
  const path = join(cacheDir, `${name}-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`);
  await writeFile(path, css);
  return path;
}

const unique = (text: string, matching: RegExp) => [...new Set(text.match(matching))].toSorted().join('');
const hanOf = (text: string) => unique(text, /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu);
const arabicOf = (text: string) => unique(text, /\p{Script=Arabic}|[\u0640-\u0655]/gu);

function rangeOf(text: string): string {
  return [...text].map((letter) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase()}`).join(',');
}

function letters(ranges: string): string {
  return ranges
    .split(',')
    .flatMap((range) => {
      const [from, to = from] = range
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16)) as [number, number?];
      return Array.from({ length: to! - from + 1 }, (_, index) => String.fromCodePoint(from + index));
    })
    .join('');
}
