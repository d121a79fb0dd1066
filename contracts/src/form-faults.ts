// What does not fit in the forms of a clinic's configuration, each fault with its place. The schema holds the shapes
// alone; this is what they have to do with each other and with the services. Pure, and without a schema.

import type { ClinicConfiguration } from './configuration.ts';
import type { AnswerValue, Questionnaire, QuestionnaireItem } from './forms.ts';

export const formFaultCodes = [
  'id-twice',
  'service-unknown',
  'link-id-twice',
  'options-missing',
  'options-not-of-a-choice',
  'option-twice',
  'condition-on-nothing-before',
  'condition-never-holds',
] as const;
export type FormFaultCode = (typeof formFaultCodes)[number];
export interface FormFault {
  /** JSON pointer within the configuration. */
  readonly path: string;
  readonly code: FormFaultCode;
}
type Found = FormFault | undefined;
type Configured = Pick<ClinicConfiguration, 'services' | 'consents' | 'questionnaires'>;

/** Empty when every question can be asked and answered. */
export function formFaults(configuration: Configured): readonly FormFault[] {
  const { services, consents = [], questionnaires = [] } = configuration;
  const known = new Set(services.map(({ id }) => id));
  const forms = [
    ...consents.map((form, index) => ({ form, path: `/consents/${index}` })),
    ...questionnaires.map((form, index) => ({ form, path: `/questionnaires/${index}` })),
  ];
  const common = forms.flatMap(({ form, path }, index) => [
    when(
      forms.slice(0, index).some((other) => other.form.id === form.id),
      `${path}/id`,
      'id-twice',
    ),
    ...form.serviceIds.map((id, at) => when(!known.has(id), `${path}/serviceIds/${at}`, 'service-unknown')),
  ]);
  const items = questionnaires.flatMap((form, index) => itemFaults(form, `/questionnaires/${index}/items`));
  return [...common, ...items].filter((fault) => fault !== undefined);
}

function itemFaults({ items }: Questionnaire, path: string): readonly Found[] {
  return items.flatMap((item, index) => {
    const at = `${path}/${index}`;
    const before = items.slice(0, index);
    const isChoice = item.type === 'choice';
    const options = item.options ?? [];
    return [
      when(
        before.some(({ linkId }) => linkId === item.linkId),
        `${at}/linkId`,
        'link-id-twice',
      ),
      when(isChoice && options.length === 0, `${at}/options`, 'options-missing'),
      when(!isChoice && options.length > 0, `${at}/options`, 'options-not-of-a-choice'),
      ...options.map(({ value }, place) =>
        when(
          options.slice(0, place).some((other) => other.value === value),
          `${at}/options/${place}/value`,
          'option-twice',
        ),
      ),
      conditionFault(item, before, `${at}/enableWhen`),
    ];
  });
}

function conditionFault({ enableWhen }: QuestionnaireItem, before: readonly QuestionnaireItem[], path: string): Found {
  if (enableWhen === undefined) return undefined;
  const on = before.find(({ linkId }) => linkId === enableWhen.linkId);
  if (on === undefined) return { path: `${path}/linkId`, code: 'condition-on-nothing-before' };
  return when(!mayBe(on, enableWhen.equals), `${path}/equals`, 'condition-never-holds');
}

function mayBe({ type, options = [] }: QuestionnaireItem, value: AnswerValue): boolean {
  if (type === 'choice') return options.some((option) => option.value === value);
  const kind = type === 'boolean' ? 'boolean' : type === 'integer' ? 'number' : 'string';
  return typeof value === kind;
}

function when(isSo: boolean, path: string, code: FormFaultCode): Found {
  return isSo ? { path, code } : undefined;
}
