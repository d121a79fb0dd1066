// A response as it is read: each question that was asked, with its answer in the words of the form. Of a form that the
// clinic has changed since, the answers stand with their own names.

import type { Answer, AnswerValue, FormResponse, QuestionnaireItem } from '@foyer/contracts/forms.ts';
import type { LocalisedText } from '@foyer/contracts/languages.ts';

export interface FormLine {
  readonly question: LocalisedText;
  /** Words of the form, or what was typed, picked or said. */
  readonly answer: LocalisedText | AnswerValue;
  /** The answer sends somebody elsewhere. */
  readonly screens: boolean;
}

export function formLines({ content, questionnaire }: FormResponse): readonly FormLine[] {
  const { answers = [] } = content;
  if (questionnaire === undefined) return answers.map((answer) => lineOf(answer, undefined));
  return questionnaire.items.flatMap((item) => {
    const answer = answers.find(({ linkId }) => linkId === item.linkId);
    return answer === undefined ? [] : [lineOf(answer, item)];
  });
}

function lineOf({ linkId, value }: Answer, item: QuestionnaireItem | undefined): FormLine {
  const option = item?.options?.find((one) => one.value === value);
  return {
    question: item?.text ?? { en: linkId },
    answer: option?.text ?? value,
    screens: option?.screening !== undefined,
  };
}
