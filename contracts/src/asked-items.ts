// Which items of a questionnaire are asked, given what was answered so far: one rule for the clinic that takes the
// answers and the screen that asks for them. Pure, and without a schema, so that a screen's bundle may carry it.

import type { AnswerValue, Questionnaire, QuestionnaireItem } from './forms.ts';

/** An item whose condition names one that is itself not asked is not asked either. */
export function askedItems(
  { items }: Pick<Questionnaire, 'items'>,
  answers: ReadonlyMap<string, AnswerValue>,
): readonly QuestionnaireItem[] {
  const asked = new Set<string>();
  return items.filter(({ linkId, enableWhen }) => {
    const isAsked =
      enableWhen === undefined ||
      (asked.has(enableWhen.linkId) && answers.get(enableWhen.linkId) === enableWhen.equals);
    if (isAsked) asked.add(linkId);
    return isAsked;
  });
}
