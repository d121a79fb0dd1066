// A key as four everyday words, so that two people, or one who walks from screen to screen, can say whether it is the
// same: 28 bits of the key's SHA-256. A code lasts five minutes, which is too short to find another key of the same words.
// Word n means the same in every language.

import type { Language } from '@foyer/contracts/languages.ts';

const wordsInAKey = 4;
/** As many words as a list has: seven bits each. */
export const mostWords = 128;

const lists: { readonly [L in Language]: () => Promise<{ readonly words: readonly string[] }> } = {
  en: () => import('@foyer/contracts/key-words/en.ts'),
  es: () => import('@foyer/contracts/key-words/es.ts'),
  zh: () => import('@foyer/contracts/key-words/zh.ts'),
  ar: () => import('@foyer/contracts/key-words/ar.ts'),
};

/** In the order of their numbers. */
export async function keyWordList(language: Language): Promise<readonly string[]> {
  return (await lists[language]()).words;
}

/** `publicKey`: the raw point in base64url. Needs a secure context. */
export async function wordsOfKey(publicKey: string, language: Language): Promise<readonly string[]> {
  const [list, hash] = await Promise.all([keyWordList(language), crypto.subtle.digest('SHA-256', bytesOf(publicKey))]);
  return Array.from(new Uint8Array(hash, 0, wordsInAKey), (byte) => list[byte % mostWords]!);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
