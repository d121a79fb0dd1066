import { describe, expect, it } from 'vitest';
import type { Questionnaire } from '@foyer/contracts/forms.ts';
import { answersOf, askedNow, valueOf } from './typed-answers.ts';

const form: Questionnaire = {
  id: 'q1',
  version: 1,
  serviceIds: [],
  title: { en: 'Before your visit' },
  items: [
    { linkId: 'medicines', text: { en: 'Medicines?' }, type: 'boolean', required: true },
    { linkId: 'which', text: { en: 'Which?' }, type: 'text', enableWhen: { linkId: 'medicines', equals: true } },
  ],
};

describe('answers that staff type', () => {
  it('are whole once everything is said that must be', () => {
    expect(answersOf(form, new Map())).toBeUndefined();
    expect(answersOf(form, new Map([['medicines', false]]))).toEqual([{ linkId: 'medicines', value: false }]);
  });

  it('leave out what another answer made unnecessary', () => {
    const typed = new Map<string, boolean | string>([
      ['medicines', false],
      ['which', 'aspirin'],
    ]);
    expect(askedNow(form, typed).map(({ linkId }) => linkId)).toEqual(['medicines']);
    expect(answersOf(form, typed)).toEqual([{ linkId: 'medicines', value: false }]);
    expect(answersOf(form, typed.set('medicines', true))).toHaveLength(2);
  });

  it.each([
    ['integer', ' 12 ', 12],
    ['integer', '1.5', undefined],
    ['text', '  ', undefined],
    ['date', '2026-02-28', '2026-02-28'],
  ] as const)('of the kind %s are read from what a field holds: %s', (type, text, value) => {
    expect(valueOf(type, text)).toBe(value);
  });
});
