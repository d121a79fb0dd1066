// Whether answers fit the form that they are to: every refusal names the question, and whatever fits nowhere is refused,
// never dropped.

import { askedItems } from '@foyer/contracts/asked-items.ts';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { Answer, AnswerValue, Questionnaire, QuestionnaireItem, Screening } from '@foyer/contracts/forms.ts';

export interface AnswerFault {
  readonly code: ErrorCode;
  readonly linkId?: string;
}

/** Of one response, in characters. */
export const mostAnswerLength = 64_000;

/** Undefined when the answers fit. Of a form that was left in its middle nothing is missing. */
export function answerFault(
  form: Questionnaire,
  answers: readonly Answer[],
  isPartial = false,
): AnswerFault | undefined {
  const items = new Map(form.items.map((item) => [item.linkId, item]));
  const given = new Map<string, AnswerValue>();
  let length = 0;
  for (const { linkId, value } of answers) {
    const item = items.get(linkId);
    if (item === undefined) return { code: 'answer-unknown', linkId };
    if (given.has(linkId) || !isFitting(item, value)) return { code: 'answer-not-fitting', linkId };
    given.set(linkId, value);
    length += linkId.length + String(value).length;
  }
  if (length > mostAnswerLength) return { code: 'answers-too-long' };
  const asked = askedItems(form, given);
  const notAsked = answers.find(({ linkId }) => !asked.some((item) => item.linkId === linkId));
  if (notAsked !== undefined) return { code: 'answer-not-asked', linkId: notAsked.linkId };
  const missing = isPartial ? undefined : asked.find(({ linkId, required }) => required === true && !given.has(linkId));
  return missing === undefined ? undefined : { code: 'answer-missing', linkId: missing.linkId };
}

function isFitting({ type, options = [] }: QuestionnaireItem, value: AnswerValue): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'choice':
      return options.some((option) => option.value === value);
    case 'date':
      return typeof value === 'string' && isDate(value);
    case 'text':
      return typeof value === 'string' && value.trim() !== '';
  }
}

/** How many of the questions that the answers make necessary they answer. */
export function answeredOf(form: Questionnaire, answers: readonly Answer[]) {
  const given = new Map(answers.map(({ linkId, value }) => [linkId, value]));
  return { answered: given.size, asked: askedItems(form, given).length };
}

/** A day that the calendar has. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

/** What follows from the answers: where the first of them that sends somewhere sends, with what all of them ask of staff. */
export function screeningOf({ items }: Questionnaire, answers: readonly Answer[]): Screening | undefined {
  const given = new Map(answers.map(({ linkId, value }) => [linkId, value]));
  const found = items
    .map(({ linkId, options = [] }) => options.find(({ value }) => value === given.get(linkId))?.screening)
    .filter((screening) => screening !== undefined);
  const [first] = found;
  if (first === undefined) return undefined;
  return { sendTo: first.sendTo, instructions: [...new Set(found.flatMap(({ instructions }) => instructions))] };
}
