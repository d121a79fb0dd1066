// The waits that a wall tells, in words: of a service by its name, in the order of the layout.

import type { Language } from '@foyer/contracts/languages.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { waitText } from '@foyer/ui-kit/strings/wait-text.ts';
import { strings } from '../strings/strings.ts';

type ToldWait = NonNullable<DisplayView['waits']>[string];

export function waitsToTell(view: Pick<DisplayView, 'layout' | 'waits'> | undefined): readonly ToldWait[] {
  return (view?.layout?.waits ?? []).flatMap((id) => view?.waits?.[id] ?? []);
}

/** "Blood tests, waiting now: 15 to 25 minutes"; where nobody calls, that. */
export function waitLine(service: string, wait: WaitView, language: Language): string {
  const key = 'stopped' in wait ? 'calls.wait-stopped' : 'calls.wait';
  return strings.in(language, key, { service, wait: waitText(wait, language) });
}
