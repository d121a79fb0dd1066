// A refusal's code as a sentence that says what to do, with the fact that helps, where there is one.

import { wordingOf } from '../data/refusals.ts';
import { t } from './strings.ts';

const states = ['waiting', 'called', 'serving', 'on-hold', 'not-answered', 'completed', 'left', 'cancelled'] as const;

export function refusalText(code: string, facts: Readonly<Record<string, unknown>>): string {
  const { key, params } = wordingOf(code);
  const state = states.find((known) => known === facts['state']);
  if (code === 'wrong-state' && state) return t('refusal.wrong-state-now', { state: t(`state.${state}`) });
  return t(key, params);
}
