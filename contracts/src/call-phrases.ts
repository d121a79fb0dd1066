// The words of a spoken call, one clip each, and the order in which a language says them. What a clinic records is what
// a display plays, so both read this. Pure: no sound here.

import type { Language } from './languages.ts';

/** What every language of calls has beside letters, digits and rooms. `please` opens a call where its grammar wants it. */
export const spokenWords = ['number', 'go-to', 'please'] as const;
export type SpokenWord = (typeof spokenWords)[number];
/** `number`, `digit-7`, `letter-a`, `room-<id of the service point>`. */
export type PhraseId = string;
export const phrasePattern =
  '^(number|go-to|please|digit-[0-9]|letter-[a-z]|room-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$';

/** Largest clip: some ten seconds of speech as a browser records it. */
export const mostClipBytes = 512 * 1024;
/** A tablet stops at ten. */
export const mostClipSeconds = 15;
/** Of all of a clinic's together. How many there are follows from its words and rooms. */
export const mostClipsBytes = 128 * 1024 * 1024;

type Words = { readonly [W in SpokenWord]?: string };
/** As they are read out. A language that does not use a word does not have it. */
const words: { readonly [L in Language]: Words } = {
  en: { number: 'Number', 'go-to': 'please go to' },
  es: { number: 'Número', 'go-to': 'pase a' },
  zh: { please: '请', number: '号', 'go-to': '到' },
  ar: { number: 'الرقم', 'go-to': 'تفضل إلى' },
};

const figures: { readonly [L in Language]: readonly string[] } = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'],
  zh: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
  ar: ['صفر', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة'],
};

/** Before the letters and digits of the number, after them, and the room at the end. */
const grammar: {
  readonly [L in Language]: { readonly before: readonly SpokenWord[]; readonly after: readonly SpokenWord[] };
} = {
  en: { before: ['number'], after: ['go-to'] },
  es: { before: ['number'], after: ['go-to'] },
  zh: { before: ['please'], after: ['number', 'go-to'] },
  ar: { before: ['number'], after: ['go-to'] },
};

export interface SpokenCall {
  readonly number: string;
  readonly servicePointId: string;
  /** The room is said once more. */
  readonly roomTwice?: boolean;
}

const roomPrefix = 'room-';
/** The service point whose name is said; undefined for any other phrase. */
export function roomOfPhrase(phrase: PhraseId): string | undefined {
  return phrase.startsWith(roomPrefix) ? phrase.slice(roomPrefix.length) : undefined;
}

/** The clips of a call, in the order in which they are heard; undefined where the number has what no clip is for. */
export function phrasesOf(call: SpokenCall, language: Language): readonly PhraseId[] | undefined {
  const signs = [...call.number].map(phraseOfSign);
  if (signs.includes(undefined)) return undefined;
  const { before, after } = grammar[language];
  const room = `${roomPrefix}${call.servicePointId}`;
  return [
    ...before,
    ...signs.filter((sign) => sign !== undefined),
    ...after,
    room,
    ...(call.roomTwice ? ['go-to', room] : []),
  ];
}

export interface ReadPhrase {
  readonly id: PhraseId;
  /** What is to be read. */
  readonly words: string;
}

export interface ReadClinic {
  /** The letters that its numbers begin with. */
  readonly letters: readonly string[];
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
}

/** Everything that a clinic reads in one language so that every call of it can be put together. */
export function phrasesToRead({ letters, rooms }: ReadClinic, language: Language): readonly ReadPhrase[] {
  const said = words[language];
  return [
    ...spokenWords.flatMap((id) => (said[id] === undefined ? [] : [{ id, words: said[id] }])),
    ...figures[language].map((figure, digit) => ({ id: `digit-${digit}`, words: figure })),
    ...[...new Set(letters)].toSorted().map((letter) => ({ id: `letter-${letter.toLowerCase()}`, words: letter })),
    ...rooms.map(({ id, name }) => ({ id: `room-${id}`, words: name })),
  ];
}

function phraseOfSign(sign: string): PhraseId | undefined {
  if (/^\d$/.test(sign)) return `digit-${sign}`;
  return /^[A-Za-z]$/.test(sign) ? `letter-${sign.toLowerCase()}` : undefined;
}
