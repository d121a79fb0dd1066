import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '@foyer/contracts/error-codes.ts';
import { mostItems } from '@foyer/contracts/form-limits.ts';
import type { Answer, QuestionnaireItem } from '@foyer/contracts/forms.ts';
import { answeredOf, answerFault, mostAnswerLength, screeningOf } from './answers.ts';
import { aQuestionnaire, coughing, healthy, sideEntrance } from './testing.ts';

const form = aQuestionnaire();
const one = (type: QuestionnaireItem['type'], changes: Partial<QuestionnaireItem> = {}) =>
  aQuestionnaire({ items: [{ linkId: 'q', text: { en: 'Q?' }, type, ...changes }] });

describe('answers to a questionnaire', () => {
  it('fit when every question that must be answered is, each in its kind', () => {
    expect(answerFault(form, healthy)).toBeUndefined();
    expect(answerFault(form, [...coughing].toReversed())).toBeUndefined();
  });

  it.each<[string, readonly Answer[], string, string]>([
    ['a question that the form does not have', [...healthy, { linkId: 'age', value: 4 }], 'answer-unknown', 'age'],
    ['a kind that is not the question’s', [{ linkId: 'medicines', value: 'yes' }], 'answer-not-fitting', 'medicines'],
    ['an option that is not offered', [{ linkId: 'cough', value: 'maybe' }], 'answer-not-fitting', 'cough'],
    ['two answers to one question', [...healthy, { linkId: 'cough', value: 'no' }], 'answer-not-fitting', 'cough'],
    ['a question that was not asked', [...healthy, { linkId: 'which', value: 'all' }], 'answer-not-asked', 'which'],
    ['nothing where something must be said', [{ linkId: 'medicines', value: true }], 'answer-missing', 'cough'],
  ])('are refused for %s', (_what, answers, code, linkId) => {
    expect(answerFault(form, answers)).toEqual({ code, linkId });
  });

  it('of a form that was left in its middle may be missing, and are counted against those asked by then', () => {
    const begun = [{ linkId: 'medicines', value: true }];
    expect(answerFault(form, begun, true)).toBeUndefined();
    expect(answerFault(form, [{ linkId: 'medicines', value: 'yes' }], true)?.code).toBe('answer-not-fitting');
    expect(answeredOf(form, begun)).toEqual({ answered: 1, asked: 3 });
  });

  it.each([
    ['date', '2026-02-28', '2026-02-30'],
    ['date', '0001-01-01', '28.2.2026'],
    ['integer', 7, '7'],
    ['text', 'none', '  '],
    ['boolean', false, 0],
  ] as const)('of the kind %s may be %s and not %s', (type, good, bad) => {
    expect(answerFault(one(type), [{ linkId: 'q', value: good }])).toBeUndefined();
    expect(answerFault(one(type), [{ linkId: 'q', value: bad }])?.code).toBe('answer-not-fitting');
  });

  it('are asked for only down a chain of conditions that hold', () => {
    const chain = aQuestionnaire({
      items: [
        { linkId: 'a', text: { en: 'A?' }, type: 'boolean' },
        { linkId: 'b', text: { en: 'B?' }, type: 'boolean', enableWhen: { linkId: 'a', equals: true } },
        { linkId: 'c', text: { en: 'C?' }, type: 'boolean', required: true, enableWhen: { linkId: 'b', equals: true } },
      ],
    });
    expect(answerFault(chain, [{ linkId: 'a', value: false }])).toBeUndefined();
    const both = [
      { linkId: 'a', value: true },
      { linkId: 'b', value: true },
    ];
    expect(answerFault(chain, both)).toEqual({ code: 'answer-missing', linkId: 'c' });
    expect(answerFault(chain, [{ linkId: 'b', value: true }])).toEqual({ code: 'answer-not-asked', linkId: 'b' });
  });

  it('are taken, all five hundred, from a form that asks as many', () => {
    const items = Array.from({ length: mostItems }, (_, index): QuestionnaireItem => ({
      linkId: `q${index}`,
      text: { en: 'Yes?' },
      type: 'boolean',
      required: true,
    }));
    const answers = items.map(({ linkId }) => ({ linkId, value: true }));
    expect(answerFault(aQuestionnaire({ items }), answers)).toBeUndefined();
    expect(answerFault(form, answers)?.code).toBe('answer-unknown');
  });

  it('are refused when they are longer than a form may be', () => {
    const items = Array.from({ length: 200 }, (_, index): QuestionnaireItem => ({
      linkId: `q${index}`,
      text: { en: 'What?' },
      type: 'text',
    }));
    const value = 'x'.repeat(mostAnswerLength / 190);
    const answers = items.map(({ linkId }) => ({ linkId, value }));
    expect(answerFault(aQuestionnaire({ items }), answers)).toEqual({ code: 'answers-too-long' });
  });

  it('always fit or are refused with a code of ours, whatever they are', () => {
    const linkIds = ['medicines', 'cough', 'which', 'constructor', '__proto__', 'other'];
    const value = fc.oneof(
      fc.boolean(),
      fc.integer(),
      fc.double(),
      fc.string(),
      fc.constantFrom('yes', 'no'),
    ) as fc.Arbitrary<Answer['value']>;
    const answers = fc.array(fc.record({ linkId: fc.constantFrom(...linkIds), value }), { maxLength: 8 });
    fc.assert(
      fc.property(answers, (given) => {
        const fault = answerFault(form, given);
        if (fault !== undefined) return Object.hasOwn(errorCodes, fault.code);
        const asked = new Set(given.map(({ linkId }) => linkId));
        return asked.has('medicines') && asked.has('cough') && asked.size === given.length;
      }),
    );
  });
});

describe('screening', () => {
  it('follows from an option that sends somewhere, and from no other', () => {
    expect(screeningOf(form, coughing)).toEqual(sideEntrance);
    expect(screeningOf(form, healthy)).toBeUndefined();
  });

  it('sends where the first one sends, and asks staff for what all of them ask', () => {
    const options = (sendTo: string, instruction: 'mask' | 'isolate') => [
      { value: 'no', text: { en: 'No' } },
      {
        value: 'yes',
        text: { en: 'Yes' },
        screening: { sendTo: { en: sendTo }, instructions: [instruction, 'call-nurse' as const] },
      },
    ];
    const items: QuestionnaireItem[] = [
      { linkId: 'a', text: { en: 'A?' }, type: 'choice', options: options('room 9', 'isolate') },
      { linkId: 'b', text: { en: 'B?' }, type: 'choice', options: options('the porch', 'mask') },
    ];
    const answers = ['b', 'a'].map((linkId) => ({ linkId, value: 'yes' }));
    expect(screeningOf(aQuestionnaire({ items }), answers)).toEqual({
      sendTo: { en: 'room 9' },
      instructions: ['isolate', 'call-nurse', 'mask'],
    });
  });
});
