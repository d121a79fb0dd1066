// What a certificate can be known again by: its SHA-256 as devices show it, and the first 56 bits of it as eight words,
// which mean the same in each language. A screen's key has four; an authority lasts for years, and has twice as many.

import { createHash } from 'node:crypto';
import { words as ar } from '@foyer/contracts/key-words/ar.ts';
import { words as en } from '@foyer/contracts/key-words/en.ts';
import { words as es } from '@foyer/contracts/key-words/es.ts';
import { words as zh } from '@foyer/contracts/key-words/zh.ts';
import type { Language } from '@foyer/contracts/languages.ts';

const lists: { readonly [L in Language]: readonly string[] } = { en, es, zh, ar };
const wordCount = 8;

export interface Fingerprint {
  /** `AB:CD:…`. */
  readonly hex: string;
  readonly words: readonly string[];
}

export function fingerprintOf(der: Uint8Array, language: Language): Fingerprint {
  const digest = createHash('sha256').update(der).digest();
  const list = lists[language];
  return {
    hex: digest.toString('hex').toUpperCase().match(/../g)!.join(':'),
    words: Array.from(digest.subarray(0, wordCount), (byte) => list[byte % list.length]!),
  };
}
