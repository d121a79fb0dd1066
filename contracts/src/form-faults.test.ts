import { describe, expect, it } from 'vitest';
import { formFaults } from './form-faults.ts';
import type { ConsentForm, Questionnaire, QuestionnaireItem } from './forms.ts';

const text = { en: 'Text' };
const services = [{ id: 's1', name: text, prefix: 'A', waitingArea: text, walkIn: true, targetMinutes: 20 }] as const;
const yesNo = [
  { value: 'yes', text },
  { value: 'no', text },
];
const item = (linkId: string, more: Partial<QuestionnaireItem> = {}): QuestionnaireItem => ({
  linkId,
  text,
  type: 'boolean',
  ...more,
});
const form = (...items: QuestionnaireItem[]): Questionnaire => ({
  id: 'q1',
  version: 1,
  serviceIds: ['s1'],
  title: text,
  items,
});
const consent: ConsentForm = { id: 'c1', version: 1, serviceIds: ['s1'], title: text, text, signature: 'tap' };
const faultsOf = (questionnaire: Questionnaire, consents: ConsentForm[] = []) =>
  formFaults({ services: [...services], questionnaires: [questionnaire], consents });

describe('forms of a clinic', () => {
  it('fit where every question can be asked and answered', () => {
    const whole = form(
      item('a'),
      item('b', { type: 'choice', options: yesNo, enableWhen: { linkId: 'a', equals: true } }),
      item('c', { type: 'text', enableWhen: { linkId: 'b', equals: 'yes' } }),
    );
    expect(faultsOf(whole, [consent])).toEqual([]);
    expect(formFaults({ services: [...services] })).toEqual([]);
  });

  it.each<[string, Questionnaire, string, string]>([
    ['a question is there twice', form(item('a'), item('a')), '/items/1/linkId', 'link-id-twice'],
    ['a choice has nothing to choose', form(item('a', { type: 'choice' })), '/items/0/options', 'options-missing'],
    ['only a choice has options', form(item('a', { options: yesNo })), '/items/0/options', 'options-not-of-a-choice'],
    [
      'an option is there twice',
      form(item('a', { type: 'choice', options: [...yesNo, { value: 'no', text }] })),
      '/items/0/options/2/value',
      'option-twice',
    ],
    [
      'a condition looks ahead',
      form(item('a', { enableWhen: { linkId: 'b', equals: true } }), item('b')),
      '/items/0/enableWhen/linkId',
      'condition-on-nothing-before',
    ],
    [
      'a condition never holds',
      form(item('a'), item('b', { enableWhen: { linkId: 'a', equals: 'yes' } })),
      '/items/1/enableWhen/equals',
      'condition-never-holds',
    ],
  ])('do not fit where %s', (_why, questionnaire, path, code) => {
    expect(faultsOf(questionnaire)).toEqual([{ path: `/questionnaires/0${path}`, code }]);
  });

  it('do not fit where a service is not the clinic’s, or two forms have one id', () => {
    const stray = { ...form(item('a')), serviceIds: ['s1', 's9'] };
    expect(faultsOf(stray, [{ ...consent, id: 'q1' }])).toEqual([
      { path: '/questionnaires/0/id', code: 'id-twice' },
      { path: '/questionnaires/0/serviceIds/1', code: 'service-unknown' },
    ]);
  });
});
