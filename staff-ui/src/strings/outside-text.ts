// Where somebody waits who stepped out, in words: to come back when, or called back and not here yet.

import type { SteppedOutView, WalkView } from '@foyer/contracts/clinic-view.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { t } from './strings.ts';

export function outsideText({ whenAhead, calledBackAt }: SteppedOutView, zone: string): string {
  if (calledBackAt === undefined) return t('outside.back-when', { count: whenAhead });
  return t('outside.not-back', { time: formatTime(calledBackAt, zone) });
}

/** The same in a word, for a list: "outside", "called back"; undefined for who is inside. */
export function outsideWord(steppedOut: SteppedOutView | undefined): string | undefined {
  if (steppedOut === undefined) return undefined;
  return t(steppedOut.calledBackAt === undefined ? 'outside.outside' : 'outside.called-back');
}

/** Why somebody goes: "hearing, outside". */
export function walkReasonsText({ reasons }: WalkView): string {
  return reasons.map((reason) => t(`walk.reason-${reason}`)).join(', ');
}
