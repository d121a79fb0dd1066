// How far a clinic has read out what its calls are put together of.

import { phrasesToRead, type PhraseId, type ReadPhrase } from '@foyer/contracts/call-phrases.ts';
import { inLanguage, type Language } from '@foyer/contracts/languages.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';

/** Everything to be read in one language: rooms in the order of their names. */
export function toRead(
  { services, servicePoints }: Pick<StaffView, 'services' | 'servicePoints'>,
  language: Language,
): readonly ReadPhrase[] {
  const rooms = Object.values(servicePoints)
    .map(({ id, name }) => ({ id, name: inLanguage(name, language) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language, { numeric: true }));
  return phrasesToRead({ letters: Object.values(services).map(({ prefix }) => prefix), rooms }, language);
}

/** The next one that is not recorded, after the current one and round again; the current one when all are. */
export function nextToRead(
  phrases: readonly ReadPhrase[],
  recorded: ReadonlySet<PhraseId>,
  current: PhraseId | undefined,
): PhraseId | undefined {
  const at = phrases.findIndex(({ id }) => id === current);
  const inTurn = [...phrases.slice(at + 1), ...phrases.slice(0, at + 1)];
  return inTurn.find(({ id }) => !recorded.has(id))?.id ?? current ?? phrases[0]?.id;
}
