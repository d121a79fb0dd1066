// Answers that staff type for somebody: what was asked by now, and what of it is sent. Whatever an answer made
// unnecessary is left out again.

import { askedItems } from '@foyer/contracts/asked-items.ts';
import type { Answer, AnswerValue, Questionnaire, QuestionnaireItem } from '@foyer/contracts/forms.ts';

export type Typed = ReadonlyMap<string, AnswerValue>;

export function askedNow(form: Questionnaire, typed: Typed): readonly QuestionnaireItem[] {
  return askedItems(form, typed);
}

/** Undefined while something is missing that must be said. */
export function answersOf(form: Questionnaire, typed: Typed): Answer[] | undefined {
  const asked = askedNow(form, typed);
  if (asked.some(({ linkId, required }) => required && !typed.has(linkId))) return undefined;
  return asked.flatMap(({ linkId }) => {
    const value = typed.get(linkId);
    return value === undefined ? [] : [{ linkId, value }];
  });
}

/** What a field holds, as an answer; undefined where it holds none. */
export function valueOf(type: QuestionnaireItem['type'], text: string): AnswerValue | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (type !== 'integer') return trimmed;
  const number = Number(trimmed);
  return Number.isInteger(number) ? number : undefined;
}
