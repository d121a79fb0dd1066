// The clinic's own recordings of a call, as far as all of its parts are there: half a call in one voice and half in
// another is worse than the edge's voice.

import { phrasesOf } from '@foyer/contracts/call-phrases.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import type { DisplayCall } from '../calls/call-list.ts';
import type { Voice } from '../sound/call-sound.ts';
import { fetchSound, fetchVoice } from './voice.ts';

/** The call in one language: recorded where it is, spoken by the edge where that is not. */
export function voiceOf(call: DisplayCall, language: Language, isRecorded: boolean, token: string): Voice {
  return async (stop) => {
    const parts = isRecorded ? await fetchClips(call, language, token, stop) : undefined;
    return parts ?? fetchVoice(call.id, language, token, stop);
  };
}

async function fetchClips(
  { number, servicePointId, manner }: DisplayCall,
  language: Language,
  token: string,
  stop: AbortSignal,
): Promise<readonly ArrayBuffer[] | undefined> {
  const phrases = phrasesOf({ number, servicePointId, roomTwice: manner?.roomTwice ?? false }, language);
  if (phrases === undefined) return undefined;
  const different = [...new Set(phrases)];
  const clips = await Promise.all(
    different.map((phrase) => fetchSound(`/api/v1/clips/${language}/${phrase}`, token, stop)),
  );
  const byPhrase = new Map(different.map((phrase, index) => [phrase, clips[index]]));
  // A part that is said twice is decoded twice, and decoding takes its bytes away.
  const parts = phrases.map((phrase) => byPhrase.get(phrase)?.slice(0));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}
