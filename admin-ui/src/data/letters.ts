// Facts of a clinic that the centre could not apply: what is listed, looked at, and done about them.

import type {
  Letter,
  LetterEntry,
  LetterList,
  LetterPlace,
  RetryAnswer,
  SetAsideAnswer,
} from '@foyer/contracts/dead-letters.ts';
import { request, type ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';

/** As many as the centre tries at once. */
const mostAtOnce = 1_000;

export function fetchLetters(clinicId: string): Promise<ApiAnswer<LetterList>> {
  return request(pathOf(clinicId));
}

export function fetchLetter(clinicId: string, { epoch, seq }: LetterPlace): Promise<ApiAnswer<Letter>> {
  return request(`${pathOf(clinicId)}/${epoch}/${seq}`);
}

export function retry(clinicId: string, letters: readonly LetterPlace[]): Promise<ApiAnswer<RetryAnswer>> {
  return request(`${pathOf(clinicId)}/retry`, { body: { letters: letters.slice(0, mostAtOnce).map(placeOf) } });
}

export function mend(
  clinicId: string,
  { epoch, seq }: LetterPlace,
  change: { readonly body: string; readonly why: string },
): Promise<ApiAnswer<{ readonly ok: true }>> {
  return request(`${pathOf(clinicId)}/${epoch}/${seq}/mend`, { body: change });
}

export function setAside(clinicId: string, place: LetterPlace, why: string): Promise<ApiAnswer<SetAsideAnswer>> {
  return request(`${pathOf(clinicId)}/set-aside`, { body: { letters: [placeOf(place)], why } });
}

/** Why one was not applied, as a key of the catalogue. */
export function becauseOf(reason: string): 'version' | 'values' | 'ticket' | 'seal' | 'contradicts' | undefined {
  if (reason === 'unknown-version') return 'version';
  if (reason === 'invalid-request' || reason.startsWith('22')) return 'values';
  if (reason === 'unknown-ticket') return 'ticket';
  if (reason === 'seal-does-not-open') return 'seal';
  return reason.startsWith('23') ? 'contradicts' : undefined;
}

/** `v1.TicketIssued` in words that can be looked up: the fact's own name. */
export function factName({ type }: Pick<LetterEntry, 'type'>): string {
  const words = type.replace(/^v\d+\./, '').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0) + words.slice(1).toLowerCase();
}

/** A JSON text laid out to be read and changed; as it is where it is none. */
export function laidOut(body: string): string {
  const value = parsed(body);
  return value === undefined ? body : JSON.stringify(value, null, 2);
}

/** As the centre takes it; undefined where it is no object. */
export function packed(text: string): string | undefined {
  const value = parsed(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? JSON.stringify(value) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function placeOf({ epoch, seq }: LetterPlace): LetterPlace {
  return { epoch, seq };
}

function pathOf(clinicId: string): string {
  return `/api/v1/clinics/${encodeURIComponent(clinicId)}/dead-letters`;
}
