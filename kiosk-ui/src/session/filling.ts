// What is asked before a service, one question a screen. A filling is immutable and stands in its screen, so that Back
// finds the question as it was, and wiping forgets what was said.

import { askedItems } from '@foyer/contracts/asked-items.ts';
import type {
  Answer,
  AnswerValue,
  ConsentForm,
  FormsToFill,
  Questionnaire,
  QuestionnaireItem,
  Signature,
} from '@foyer/contracts/forms.ts';
import type { AppointmentSummary } from '@foyer/contracts/kiosk-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';

/** What the number is wanted for, whatever is said on the way to it. */
export interface Order {
  readonly serviceId: string;
  readonly identificationId?: string | undefined;
  /** Of a booked patient, who is checked in. */
  readonly appointment?: AppointmentSummary | undefined;
  /** The number that the clinic has given already: a form changed while it was filled, and is asked again. */
  readonly given?: { readonly [key: string]: unknown };
}

export interface Filling {
  readonly order: Order;
  readonly forms: FormsToFill;
  readonly consents: readonly SaidConsent[];
  readonly answers: { readonly [questionnaireId: string]: readonly Said[] };
}
interface SaidConsent {
  readonly form: ConsentForm;
  readonly given: boolean;
  readonly signature?: Signature | undefined;
}
/** Without a value: passed over. */
interface Said {
  readonly linkId: string;
  readonly value?: AnswerValue;
}

export type FormScreen =
  | {
      readonly page: 'question';
      readonly filling: Filling;
      readonly form: Questionnaire;
      readonly item: QuestionnaireItem;
    }
  | { readonly page: 'consent'; readonly filling: Filling; readonly form: ConsentForm }
  | { readonly page: 'signature'; readonly filling: Filling; readonly form: ConsentForm };

export function beginFilling(order: Order, forms: FormsToFill): Filling {
  return { order, forms, consents: [], answers: {} };
}

/** The next thing to ask; undefined when all is said. */
export function nextQuestion(filling: Filling): FormScreen | undefined {
  const { forms, consents } = filling;
  const consent = forms.consents.find(({ id }) => !consents.some(({ form }) => form.id === id));
  if (consent !== undefined) return { page: 'consent', filling, form: consent };
  for (const form of forms.questionnaires) {
    const item = openItems(filling, form)[0];
    if (item !== undefined) return { page: 'question', filling, form, item };
  }
  return undefined;
}

export function withConsent(filling: Filling, form: ConsentForm, given: boolean, signature?: Signature): Filling {
  return { ...filling, consents: [...filling.consents, { form, given, signature }] };
}

/** Without a value it is passed over. */
export function withAnswer(
  filling: Filling,
  form: Questionnaire,
  item: QuestionnaireItem,
  value?: AnswerValue,
): Filling {
  const said = { linkId: item.linkId, ...(value === undefined ? {} : { value }) };
  return { ...filling, answers: { ...filling.answers, [form.id]: [...saidIn(filling, form), said] } };
}

/** Which of how many this question is, as far as is known now. */
export function progressOf({ filling }: FormScreen): { readonly current: number; readonly total: number } {
  const { forms, consents } = filling;
  const said = consents.length + forms.questionnaires.reduce((sum, form) => sum + saidIn(filling, form).length, 0);
  const open = forms.questionnaires.reduce((sum, form) => sum + openItems(filling, form).length, 0);
  return { current: said + 1, total: said + open + forms.consents.length - consents.length };
}

/** What was said, also of a form that was left in its middle. */
export function commandsOf(filling: Filling, ticketId: string): readonly CommandBody[] {
  const { identificationId } = filling.order;
  const of = { ticketId, ...(identificationId === undefined ? {} : { identificationId }) };
  return [
    ...filling.consents.map(({ form, given, signature }): CommandBody => ({
      type: 'record-consent',
      ...of,
      consentId: form.id,
      version: form.version,
      given,
      ...(signature === undefined ? {} : { signature }),
    })),
    ...filling.forms.questionnaires
      .filter((form) => isSaid(filling, form))
      .map((form): CommandBody => ({
        type: 'answer-questionnaire',
        ...of,
        questionnaireId: form.id,
        version: form.version,
        answers: answersTo(filling, form),
        ...(openItems(filling, form).length === 0 ? {} : { partial: true as const }),
      })),
  ];
}

/** To its end, or with an answer at least. */
function isSaid(filling: Filling, form: Questionnaire): boolean {
  if (saidIn(filling, form).length === 0) return false;
  return openItems(filling, form).length === 0 || answersTo(filling, form).length > 0;
}

function saidIn({ answers }: Filling, { id }: Questionnaire): readonly Said[] {
  return answers[id] ?? [];
}

function answersTo(filling: Filling, form: Questionnaire): Answer[] {
  return saidIn(filling, form).flatMap(({ linkId, value }) => (value === undefined ? [] : [{ linkId, value }]));
}

function openItems(filling: Filling, form: Questionnaire): readonly QuestionnaireItem[] {
  const said = saidIn(filling, form);
  const given = new Map(answersTo(filling, form).map(({ linkId, value }) => [linkId, value]));
  return askedItems(form, given).filter(({ linkId }) => !said.some((one) => one.linkId === linkId));
}
