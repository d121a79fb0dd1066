import type { Language } from '@foyer/contracts/languages.ts';

/** The languages that the message of an evacuation is spoken in, one after the other. */
export const SPOKEN: readonly Language[] = ['en', 'es'];

const VOICE_WITHIN_MS = 4_000;

/** The spoken call as a WAV file; undefined where the edge cannot speak it, or not in time. */
export function fetchVoice(
  callId: string,
  language: Language,
  token: string,
  stop: AbortSignal,
): Promise<ArrayBuffer | undefined> {
  return fetchSound(`/api/v1/voice/${encodeURIComponent(callId)}/${language}.wav`, token, stop);
}

/** The same of any text of at most 400 letters. */
export function fetchSpokenText(
  text: string,
  language: Language,
  token: string,
  stop: AbortSignal,
): Promise<ArrayBuffer | undefined> {
  const query = new URLSearchParams({ lang: language, text: text.slice(0, 400) });
  return fetchSound(`/api/v1/voice?${query}`, token, stop);
}

/** Any sound of the edge's; undefined where there is none, or not in time. */
export async function fetchSound(path: string, token: string, stop: AbortSignal): Promise<ArrayBuffer | undefined> {
  try {
    const response = await fetch(path, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.any([stop, AbortSignal.timeout(VOICE_WITHIN_MS)]),
    });
    return response.ok ? await response.arrayBuffer() : undefined;
  } catch {
    // Away, too slow or stopped: the chime alone has to do.
    return undefined;
  }
}
