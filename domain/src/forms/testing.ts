// Forms of a small clinic, for tests.

import type { Answer, ConsentForm, Questionnaire, Screening, Signature } from '@foyer/contracts/forms.ts';

const id = (tail: number): string => `01990000-0000-7000-8000-${String(tail).padStart(12, '0')}`;

export const sideEntrance: Screening = {
  sendTo: { en: 'the side entrance', es: 'la entrada lateral' },
  instructions: ['mask', 'do-not-sit-in-hall'],
};

/** Three questions: the second sends who coughs to the side entrance, the third is asked of who takes medicines. */
export function aQuestionnaire(changes: Partial<Questionnaire> = {}): Questionnaire {
  return {
    id: id(71),
    version: 1,
    serviceIds: [id(11)],
    title: { en: 'Before your visit', es: 'Antes de su visita' },
    items: [
      { linkId: 'medicines', text: { en: 'Do you take medicines?' }, type: 'boolean', required: true },
      {
        linkId: 'cough',
        text: { en: 'Do you have a cough or a fever?' },
        type: 'choice',
        required: true,
        options: [
          { value: 'no', text: { en: 'No' } },
          { value: 'yes', text: { en: 'Yes' }, screening: sideEntrance },
        ],
      },
      {
        linkId: 'which',
        text: { en: 'Which ones?' },
        type: 'text',
        enableWhen: { linkId: 'medicines', equals: true },
      },
    ],
    ...changes,
  };
}

export function aConsent(changes: Partial<ConsentForm> = {}): ConsentForm {
  return {
    id: id(72),
    version: 1,
    serviceIds: [id(11)],
    title: { en: 'Consent', es: 'Consentimiento' },
    text: { en: 'I agree that my sample is examined.', es: 'Acepto que se analice mi muestra.' },
    signature: 'glass',
    ...changes,
  };
}

export const coughing: Answer[] = [
  { linkId: 'medicines', value: false },
  { linkId: 'cough', value: 'yes' },
];
export const healthy: Answer[] = [
  { linkId: 'medicines', value: false },
  { linkId: 'cough', value: 'no' },
];

/** A line across half of the pad. */
export const aSignature: Signature = {
  by: 'glass',
  strokes: [Array.from({ length: 20 }, (_, step): [number, number] => [1_000 + step * 250, 2_000])],
};
