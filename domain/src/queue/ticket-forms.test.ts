import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '@foyer/contracts/events.ts';
import { aConsent, aQuestionnaire, sideEntrance } from '../forms/testing.ts';
import { evolve, type FactRow } from './evolve.ts';
import { emptyQueue, withChanges, type QueueState } from './queue-state.ts';
import { formsToFill } from './ticket-forms.ts';
import { idOf } from './testing.ts';

const serviceId = idOf(1);
const today = '2026-11-24';
const consent = aConsent({ serviceIds: [serviceId] });
const questionnaire = aQuestionnaire({ serviceIds: [serviceId] });
const configuration = { consents: [consent], questionnaires: [questionnaire] };
const [first, second] = [idOf(31), idOf(32)];

const rowOf = (fact: Fact): FactRow => ({ ...fact, epoch: 1, seq: 1, at: 0, businessDay: today, actor: 'system' });
const after = (...facts: readonly Fact[]): QueueState =>
  facts.reduce((state, fact) => withChanges(state, evolve(state, rowOf(fact))), emptyQueue);

const issued = (ticketId: string, patientId?: string): Fact => ({
  type: 'v1.TicketIssued',
  body: {
    ticketId,
    publicId: 'p',
    number: 'A001',
    ordinal: 1,
    serviceId,
    priorityClass: 'walk-in',
    needs: [],
    source: 'kiosk',
    issuedAt: 0,
    placeAt: 0,
    ...(patientId === undefined ? {} : { patientId }),
  },
});
const answered = (ticketId: string, version = 1, screens = false): Fact => ({
  type: 'v1.QuestionnaireAnswered',
  body: { ticketId, responseId: idOf(51), questionnaireId: questionnaire.id, version },
  subjectId: ticketId,
  sealed: { form: { answers: [], ...(screens ? { screening: sideEntrance } : {}) } },
});
const cleared = (ticketId: string): Fact => ({ type: 'v1.ScreeningCleared', body: { ticketId } });
const erased = (...ticketIds: string[]): Fact => ({
  type: 'v1.SubjectErased',
  body: { subjectId: idOf(41), ticketIds },
});

describe('a ticket’s forms', () => {
  it('say which were answered, each in its latest version, and what followed until staff say otherwise', () => {
    const state = after(issued(first), answered(first, 1, true), answered(first, 2));
    expect(state.forms.get(first)).toEqual({
      id: first,
      filled: [{ formId: questionnaire.id, version: 2 }],
      screening: sideEntrance,
    });
    expect(after(answered(first, 1, true), cleared(first)).forms.get(first)?.screening).toBeNull();
  });

  it('are still to be asked where one was left in its middle, with how much of it was answered, until it is filled in', () => {
    const left = answered(first);
    const begun = { ...left, body: { ...left.body, partial: { answered: 1, asked: 3 } } } as Fact;
    const state = after(issued(first), begun);
    const served = { serviceId, patientIds: [], ticketId: first };
    expect(state.forms.get(first)?.begun).toEqual([{ formId: questionnaire.id, version: 1, answered: 1, asked: 3 }]);
    expect(formsToFill(served, state, configuration, today).questionnaires).toEqual([questionnaire]);
    const filled = after(issued(first), begun, answered(first));
    expect(filled.forms).toEqual(after(issued(first), answered(first)).forms);
    expect(after(issued(first), answered(first), begun).forms).toEqual(filled.forms);
  });

  it('are forgotten with the person, as if they had never been opened', () => {
    const opened = after(issued(first), answered(first, 1, true), erased(first));
    const { sealed: _sealed, ...closed } = answered(first, 1, true);
    expect(opened.forms).toEqual(after(issued(first), closed as Fact, erased(first)).forms);
    expect(opened.forms.get(first)).toEqual({ id: first, filled: [], screening: null });
  });

  it('never change a place, a class or anything else of the queue', () => {
    const fact = fc.oneof(
      fc
        .record({ version: fc.integer({ min: 1, max: 9 }), screens: fc.boolean() })
        .map(({ version, screens }) => answered(first, version, screens)),
      fc.constant(cleared(first)),
    );
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 6 }), (facts) => {
        const before = after(issued(first));
        const { forms: _forms, ...queue } = after(issued(first), ...facts);
        const { forms: _before, ...same } = before;
        expect(queue).toEqual(same);
      }),
    );
  });
});

describe('what is still to be asked', () => {
  const maria = idOf(41);
  const left = (state: QueueState, patientIds: readonly string[], day = today) => {
    const served = { serviceId, patientIds };
    const { consents, questionnaires } = formsToFill(served, state, configuration, day);
    return [...consents, ...questionnaires].map(({ id }) => id);
  };

  it('is everything, of who is not known or came on another day', () => {
    const state = after(issued(first, maria), answered(first));
    expect(left(state, [])).toEqual([consent.id, questionnaire.id]);
    expect(left(state, [maria], '2026-11-25')).toEqual([consent.id, questionnaire.id]);
    expect(left(state, [idOf(42)])).toEqual([consent.id, questionnaire.id]);
  });

  it('is what the same person has not answered today, for whichever number', () => {
    const state = after(issued(first, maria), issued(second, maria), answered(first));
    expect(left(state, [maria])).toEqual([consent.id]);
    expect(left(after(issued(first, maria), answered(first, 7)), [maria])).toEqual([consent.id, questionnaire.id]);
  });

  it('is nothing before a service that asks nothing', () => {
    const none = formsToFill({ serviceId: idOf(9), patientIds: [] }, emptyQueue, configuration, today);
    expect(none).toEqual({ consents: [], questionnaires: [] });
  });
});
