// What was typed as an answer, once it is whole.

import type { AnswerValue, QuestionnaireItem } from '@foyer/contracts/forms.ts';
import { addDigit, readDigits } from '../../session/typed-date.ts';

const mostIntegerDigits = 6;
const mostLetters = 200;

/** The text after another one was typed, as far as it may go. */
export function typed(type: QuestionnaireItem['type'], text: string): string {
  return type === 'text' ? text.slice(0, mostLetters) : text.replace(/\D/g, '').slice(0, mostIntegerDigits);
}

/** The digits after another key. */
export function withDigit(type: QuestionnaireItem['type'], digits: string, digit: string): string {
  return type === 'date' ? addDigit(digits, digit) : typed('integer', digits + digit);
}

/** Undefined while it is none. */
export function answerOf(type: QuestionnaireItem['type'], text: string): AnswerValue | undefined {
  if (type === 'date') return dateOf(text);
  if (type === 'integer') return text === '' ? undefined : Number(text);
  return text.trim() === '' ? undefined : text.trim();
}

/** `YYYY-MM-DD`, of a day that the calendar has. */
function dateOf(digits: string): string | undefined {
  const { day, month, year, full } = readDigits(digits);
  if (!full) return undefined;
  const iso = `${year}-${month}-${day}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(iso) ? iso : undefined;
}
