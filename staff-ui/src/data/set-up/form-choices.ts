// The closed sets of forms as constants: their schemas stay out of the bundle.

import type { QuestionnaireItem, ScreeningInstruction } from '@foyer/contracts/forms.ts';

export const questionTypes = [
  'boolean',
  'choice',
  'integer',
  'date',
  'text',
] as const satisfies readonly QuestionnaireItem['type'][];
export const instructions = [
  'mask',
  'do-not-sit-in-hall',
  'isolate',
  'call-nurse',
] as const satisfies readonly ScreeningInstruction[];
