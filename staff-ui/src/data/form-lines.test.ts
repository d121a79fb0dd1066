import { describe, expect, it } from 'vitest';
import type { FormResponse, Questionnaire } from '@foyer/contracts/forms.ts';
import { formLines } from './form-lines.ts';

const questionnaire: Questionnaire = {
  id: 'q1',
  version: 1,
  serviceIds: ['blood'],
  title: { en: 'Before your visit' },
  items: [
    { linkId: 'fasting', text: { en: 'Fasting?' }, type: 'boolean' },
    {
      linkId: 'cough',
      text: { en: 'Cough?' },
      type: 'choice',
      options: [
        { value: 'no', text: { en: 'No' } },
        { value: 'yes', text: { en: 'Yes' }, screening: { sendTo: { en: 'the porch' }, instructions: ['mask'] } },
      ],
    },
    { linkId: 'which', text: { en: 'Which?' }, type: 'text' },
  ],
};
const response: FormResponse = {
  id: 'r1',
  formId: 'q1',
  version: 1,
  at: 0,
  content: {
    answers: [
      { linkId: 'cough', value: 'yes' },
      { linkId: 'fasting', value: false },
    ],
  },
};

describe('a response', () => {
  it('is read in the order and the words of its form, without what was not answered', () => {
    expect(formLines({ ...response, questionnaire })).toEqual([
      { question: { en: 'Fasting?' }, answer: false, screens: false },
      { question: { en: 'Cough?' }, answer: { en: 'Yes' }, screens: true },
    ]);
  });

  it('to a form that is no more stands with its own names', () => {
    expect(formLines(response)).toEqual([
      { question: { en: 'cough' }, answer: 'yes', screens: false },
      { question: { en: 'fasting' }, answer: false, screens: false },
    ]);
  });
});
