// In which languages a call is spoken: the ticket's own first, then those of the layout or of the clinic, each once, as
// far as there is a voice or a recording.

import type { Language } from '@foyer/contracts/languages.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import type { DisplayCall } from './call-list.ts';

/** What the edge's own voice speaks. */
export const SYNTHETIC: readonly Language[] = ['en', 'es'];

type Spoken = Pick<DisplayView, 'layout' | 'voice' | 'recorded'> & {
  readonly clinic: Pick<DisplayView['clinic'], 'languages'>;
};

export function spokenLanguages({ language }: DisplayCall, view: Spoken): readonly Language[] {
  const { layout, voice, recorded = [], clinic } = view;
  const chosen = layout?.voiceLanguages ?? [];
  const wanted = [...(language === undefined ? [] : [language]), ...(chosen.length > 0 ? chosen : clinic.languages)];
  const has = (one: Language) => recorded.includes(one) || (voice && SYNTHETIC.includes(one));
  return [...new Set(wanted)].filter(has);
}
