/** What a text becomes on the way through a worn card, a wrong setting, a cable and an ill will. */
import type { Random } from '../../bench/kit/random.ts';

/** Nothing that arrives is longer than this by much. */
const mostCharacters = 5_000;
const mostChanges = 4;
/** Of the longest header with its directory. */
const headerLength = 64;
const confused = 'O0I1Z2S5G6B8';
const strange = [
  ...['\0', '\t', '\n', '\v', '\r', '\x04', '\x05', '\x10', '\x14', '\x1b', '\x1d', '\x1e', '\x7f', '\u0085', '\u009b'],
  ...[
    '\u202e',
    '\u2066',
    '\u2028',
    '\ufeff',
    '\u00a0',
    '\u00ad',
    '\ud83d',
    '\udc00',
    '\u{1f9d1}',
    '\u0301',
    '\ufb01',
    'ß',
  ],
  ...[
    'А',
    'Я',
    '٩',
    '９',
    '李',
    'é',
    'İ',
    '<',
    '@',
    '|',
    '.',
    '-',
    '=',
    '"',
    'ANSI ',
    'DL',
    'F1.',
    ']C1',
    '8018',
    '\\x1b@',
  ],
];

type Change = (text: string, random: Random, other: string) => string;

const changes: readonly Change[] = [
  (text, random) => text.slice(0, placeIn(text, random)),
  (text, random) => text.slice(placeIn(text, random)),
  (text, random) => cut(text, random, ''),
  (text, random) => cut(text, random, pick(strange, random)),
  (text, random) => cut(text, random, String(random.below(10_000)).padStart(random.below(5), '0')),
  (text, random) => put(text, random, pick(strange, random)),
  (text, random) => put(text, random, String.fromCharCode(random.below(256))),
  (text, random) => put(text, random, String.fromCharCode(random.below(65_536))),
  (text, random) => over(text, random, () => String(random.below(10))),
  (text, random) => over(text, random, () => String.fromCharCode(32 + random.below(95))),
  (text, random) => over(text, random, (sign) => confused[confused.indexOf(sign) ^ 1] ?? sign),
  (text, random, other) => text.slice(0, placeIn(text, random)) + other.slice(random.below(other.length + 1)),
  (text, random) => repeated(text, random),
  (text, random) => recounted(text, random),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\r', '\n'),
  (text) => text.toLowerCase(),
];

/** One to four changes, one after another. */
export function mutated(text: string, other: string, random: Random): string {
  let changed = text;
  for (let left = 1 + random.below(mostChanges); left > 0; left -= 1) {
    changed = pick(changes, random)(changed, random, other).slice(0, mostCharacters);
  }
  return changed;
}

/** Anywhere, or near the beginning, where the header stands that says what follows. */
function placeIn(text: string, random: Random): number {
  return random.below((random.below(2) === 0 ? text.length : Math.min(text.length, headerLength)) + 1);
}

export function pick<T>(items: readonly T[], random: Random): T {
  return items[random.below(items.length)]!;
}

function put(text: string, random: Random, piece: string): string {
  const at = placeIn(text, random);
  return text.slice(0, at) + piece + text.slice(at);
}

function cut(text: string, random: Random, piece: string): string {
  const at = placeIn(text, random);
  return text.slice(0, at) + piece + text.slice(at + 1 + random.below(8));
}

function over(text: string, random: Random, sign: (before: string) => string): string {
  const at = placeIn(text, random);
  return text.slice(0, at) + sign(text.charAt(at)) + text.slice(at + 1);
}

/** Four digits of it a little more or less, as of a length or a place. */
function recounted(text: string, random: Random): string {
  const counts = [...text.matchAll(/\d{4}/g)];
  if (counts.length === 0) return text;
  const { index, 0: digits } = pick(counts, random);
  const other = String(Math.max(0, Number(digits) + random.below(41) - 20)).padStart(4, '0');
  return text.slice(0, index) + other + text.slice(index + 4);
}

/** A piece of it as often as fits in about 4 KB, or a few times. */
function repeated(text: string, random: Random): string {
  const at = placeIn(text, random);
  const piece = text.slice(at, at + 1 + random.below(12));
  const times = random.below(3) === 0 ? Math.ceil(4_096 / Math.max(1, piece.length)) : 1 + random.below(4);
  return text.slice(0, at) + piece.repeat(times) + text.slice(at);
}
