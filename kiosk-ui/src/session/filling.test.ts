import { describe, expect, it } from 'vitest';
import type { ConsentForm, Questionnaire } from '@foyer/contracts/forms.ts';
import {
  beginFilling,
  commandsOf,
  nextQuestion,
  progressOf,
  withAnswer,
  withConsent,
  type Filling,
  type FormScreen,
} from './filling.ts';

const consent: ConsentForm = {
  id: 'consent',
  version: 3,
  serviceIds: ['blood'],
  title: { en: 'Consent' },
  text: { en: 'I agree.' },
  signature: 'tap',
};
const questionnaire: Questionnaire = {
  id: 'before',
  version: 2,
  serviceIds: ['blood'],
  title: { en: 'Before your visit' },
  items: [
    { linkId: 'medicines', text: { en: 'Medicines?' }, type: 'boolean', required: true },
    { linkId: 'which', text: { en: 'Which?' }, type: 'text', enableWhen: { linkId: 'medicines', equals: true } },
    { linkId: 'fasting', text: { en: 'Fasting?' }, type: 'boolean' },
  ],
};
const forms = { consents: [consent], questionnaires: [questionnaire] };
const order = { serviceId: 'blood', identificationId: 'i1' };
const signed = withConsent(beginFilling(order, forms), consent, true, { by: 'tap' });
const [medicines, which, fasting] = questionnaire.items as [
  Questionnaire['items'][0],
  Questionnaire['items'][0],
  Questionnaire['items'][0],
];
const asked = (filling: Filling) => {
  const screen = nextQuestion(filling);
  return screen?.page === 'question' ? screen.item.linkId : screen?.page;
};

describe('filling in forms', () => {
  it('asks for consents first, then one question after the other, to the end', () => {
    expect(asked(beginFilling(order, forms))).toBe('consent');
    expect(asked(signed)).toBe('medicines');
    const no = withAnswer(signed, questionnaire, medicines, false);
    expect(asked(no)).toBe('fasting');
    expect(asked(withAnswer(no, questionnaire, fasting))).toBeUndefined();
  });

  it('asks what an answer makes necessary, and counts it from then on', () => {
    const progress = (filling: Filling) => progressOf(nextQuestion(filling) as FormScreen);
    expect(progress(beginFilling(order, forms))).toEqual({ current: 1, total: 3 });
    const yes = withAnswer(signed, questionnaire, medicines, true);
    expect(asked(yes)).toBe('which');
    expect(progress(yes)).toEqual({ current: 3, total: 4 });
  });

  it('sends what was said, without what was passed over', () => {
    const all = withAnswer(withAnswer(signed, questionnaire, medicines, false), questionnaire, fasting);
    expect(commandsOf(all, 't1')).toEqual([
      {
        type: 'record-consent',
        ticketId: 't1',
        identificationId: 'i1',
        consentId: 'consent',
        version: 3,
        given: true,
        signature: { by: 'tap' },
      },
      {
        type: 'answer-questionnaire',
        ticketId: 't1',
        identificationId: 'i1',
        questionnaireId: 'before',
        version: 2,
        answers: [{ linkId: 'medicines', value: false }],
      },
    ]);
  });

  it('sends of a form that was left in its middle what was answered, and nothing where nothing was', () => {
    const begun = withAnswer(signed, questionnaire, medicines, true);
    expect(commandsOf(begun, 't1').slice(1)).toMatchObject([
      { type: 'answer-questionnaire', answers: [{ linkId: 'medicines', value: true }], partial: true },
    ]);
    expect(commandsOf(withAnswer(signed, questionnaire, medicines), 't1')).toHaveLength(1);
    const rest = withAnswer(withAnswer(begun, questionnaire, which, 'none'), questionnaire, fasting, true);
    expect(commandsOf(rest, 't1').map(({ type }) => type)).toEqual(['record-consent', 'answer-questionnaire']);
    expect(commandsOf(beginFilling(order, forms), 't1')).toEqual([]);
  });
});
