// A wait as patients and staff read it: "20 to 35 minutes", or that nobody calls.

import { waitPhrase, type WaitView } from '@foyer/contracts/wait-view.ts';
import { language, type LanguageCode } from '../language/language.ts';
import { strings } from './strings.ts';

export function waitText(wait: WaitView, code: LanguageCode = language.code): string {
  const phrase = waitPhrase(wait);
  switch (phrase.words) {
    case 'range':
      return strings.in(code, 'wait.range', { from: phrase.from, count: phrase.until });
    case 'under':
    case 'over':
      return strings.in(code, `wait.${phrase.words}`, { count: phrase.minutes });
    case 'over-two-hours':
    case 'closed':
    case 'paused':
    case 'closing':
      return strings.in(code, `wait.${phrase.words}`);
  }
}

/** Said beside it where too few visits were seen to learn from; undefined otherwise. */
export function plannedText(wait: WaitView, code: LanguageCode = language.code): string | undefined {
  return 'planned' in wait ? strings.in(code, 'wait.planned') : undefined;
}
