// What a clinic asks before a service, as data: consents and questionnaires, and what a patient answers to them. Names are
// FHIR's (Questionnaire, Consent) where it has them. Answers and signatures are health data: they are kept sealed.

import Type, { type Static } from 'typebox';
import { mostForms, mostItems, mostOptions } from './form-limits.ts';
import { FreeText, Uuid, oneOf, strictObject } from './schema.ts';
import { signatureLimits, signaturePad } from './signature-measure.ts';

/** What staff do with somebody who is sent to wait elsewhere. Nobody's place in the queue changes by it. */
export const screeningInstructions = ['mask', 'do-not-sit-in-hall', 'isolate', 'call-nurse'] as const;
export type ScreeningInstruction = (typeof screeningInstructions)[number];
export const itemTypes = ['boolean', 'choice', 'integer', 'date', 'text'] as const;

function localised(maxLength: number) {
  const text = Type.String({ minLength: 1, maxLength });
  return strictObject({ en: text, es: Type.Optional(text), zh: Type.Optional(text), ar: Type.Optional(text) });
}

export const Screening = strictObject({
  /** Where to wait instead, as said to the patient: "the side entrance". */
  sendTo: localised(60),
  instructions: Type.Array(oneOf(screeningInstructions), { maxItems: screeningInstructions.length, uniqueItems: true }),
});
export type Screening = Static<typeof Screening>;

const LinkId = Type.String({ pattern: '^[A-Za-z0-9._-]{1,40}$' });
const AnswerValue = Type.Union([
  Type.Boolean(),
  Type.Integer({ minimum: -1_000_000_000, maximum: 1_000_000_000 }),
  FreeText,
]);
export type AnswerValue = Static<typeof AnswerValue>;

export const AnswerOption = strictObject({
  value: Type.String({ pattern: '^[A-Za-z0-9._-]{1,40}$' }),
  text: localised(80),
  screening: Type.Optional(Screening),
});
export type AnswerOption = Static<typeof AnswerOption>;

export const QuestionnaireItem = strictObject({
  linkId: LinkId,
  text: localised(200),
  type: oneOf(itemTypes),
  /** Of a choice, and of nothing else. */
  options: Type.Optional(Type.Array(AnswerOption, { minItems: 2, maxItems: mostOptions })),
  required: Type.Optional(Type.Boolean()),
  /** Asked only after an earlier item was answered so. */
  enableWhen: Type.Optional(strictObject({ linkId: LinkId, equals: AnswerValue })),
});
export type QuestionnaireItem = Static<typeof QuestionnaireItem>;

const version = { version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) };
const form = {
  id: Uuid,
  /** Every change of a form is a new version. */
  ...version,
  serviceIds: Type.Array(Uuid, { minItems: 1, maxItems: 60, uniqueItems: true }),
  title: localised(80),
};

export const Questionnaire = strictObject({
  ...form,
  items: Type.Array(QuestionnaireItem, { minItems: 1, maxItems: mostItems }),
});
export type Questionnaire = Static<typeof Questionnaire>;

export const ConsentForm = strictObject({
  ...form,
  text: localised(2_000),
  signature: oneOf(['glass', 'tap']),
});
export type ConsentForm = Static<typeof ConsentForm>;

/** Of a clinic's configuration. */
export const formsOfClinic = {
  questionnaires: Type.Optional(Type.Array(Questionnaire, { maxItems: mostForms })),
  consents: Type.Optional(Type.Array(ConsentForm, { maxItems: mostForms })),
};

export const Answer = strictObject({ linkId: LinkId, value: AnswerValue });
export type Answer = Static<typeof Answer>;

const Stroke = Type.Array(
  Type.Tuple([
    Type.Integer({ minimum: 0, maximum: signaturePad.width }),
    Type.Integer({ minimum: 0, maximum: signaturePad.height }),
  ]),
  { minItems: 1, maxItems: signatureLimits.mostPoints },
);
export type Stroke = Static<typeof Stroke>;

/** Drawn with a finger, or confirmed with a tap by who cannot draw. */
export const Signature = Type.Union([
  strictObject({ by: Type.Literal('glass'), strokes: Type.Array(Stroke, { maxItems: signatureLimits.mostStrokes }) }),
  strictObject({ by: Type.Literal('tap') }),
]);
export type Signature = Static<typeof Signature>;

export const consentFields = {
  consentId: Uuid,
  ...version,
  given: Type.Boolean(),
  signature: Type.Optional(Signature),
};
export const answerFields = {
  questionnaireId: Uuid,
  ...version,
  answers: Type.Array(Answer, { maxItems: mostItems }),
  /** It was left in its middle: the rest may still be asked. */
  partial: Type.Optional(Type.Literal(true)),
};

/** What of a response is sealed. */
export const FormContent = Type.Object({
  given: Type.Optional(Type.Boolean()),
  signature: Type.Optional(Signature),
  answers: Type.Optional(Type.Array(Answer)),
  screening: Type.Optional(Screening),
});
export type FormContent = Static<typeof FormContent>;

/** What is still to be asked before a service: `GET /api/v1/forms`. */
export interface FormsToFill {
  readonly consents: readonly ConsentForm[];
  readonly questionnaires: readonly Questionnaire[];
}

/** What somebody said, with the form as it was asked where the clinic still has it: `GET /api/v1/tickets/{id}/forms`. */
export interface FormResponse {
  readonly id: string;
  readonly formId: string;
  readonly version: number;
  readonly at: number;
  readonly content: FormContent;
  readonly consent?: ConsentForm;
  readonly questionnaire?: Questionnaire;
}
export interface FormResponses {
  readonly responses: readonly FormResponse[];
  /** What staff may still ask. */
  readonly toFill: FormsToFill;
}

export const FormsQuery = strictObject({ serviceId: Uuid, identificationId: Type.Optional(Uuid) });
