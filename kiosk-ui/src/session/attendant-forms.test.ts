// What is asked before a service, on the way to a number that is never withheld for it.

import type { FormsToFill, Questionnaire } from '@foyer/contracts/forms.ts';
import type { CommandBody, Sent } from '@foyer/ui-kit/connection/commands.ts';
import { describe, expect, it } from 'vitest';
import type { Clinic } from './clinic.ts';
import { Attendant } from './attendant.ts';
import { withAnswer } from './filling.ts';

const questionnaire: Questionnaire = {
  id: 'q1',
  version: 1,
  serviceIds: ['blood'],
  title: { en: 'Before your visit' },
  items: [
    { linkId: 'fasting', text: { en: 'Fasting?' }, type: 'boolean', required: true },
    { linkId: 'fever', text: { en: 'Fever?' }, type: 'boolean', required: true },
  ],
};
const ticket = { id: 't1', number: 'R002', serviceId: 'blood' };
const appointment = { id: 'a1', serviceId: 'blood', time: '10:40', at: 0, initials: 'M. O.', checkedIn: false };
const accepted: Sent = { ok: true, epoch: 1, seq: 1, result: { ticket }, status: 200 };
const changed = { ok: false, refusal: { code: 'questionnaire-changed' }, status: 409 } as Sent;

function aKiosk(answers: { readonly forms?: (FormsToFill | 'unreachable')[]; readonly said?: Sent[] } = {}) {
  const { forms = [{ consents: [], questionnaires: [questionnaire] }], said = [] } = answers;
  const sent: CommandBody[] = [];
  const asked: (string | undefined)[][] = [];
  const left = [...forms];
  const clinic: Clinic = {
    view: { clinic: {}, services: { blood: { forms: true }, nurse: {} } } as unknown as Clinic['view'],
    serverNow: () => 0,
    silent: false,
    identify: async () => ({
      ok: true,
      value: { identificationId: 'i1', matched: true, appointments: [appointment] },
    }),
    async forms(...of) {
      asked.push(of);
      const next = left.shift() ?? 'unreachable';
      if (next === 'unreachable') return { ok: false, error: { code: 'unreachable', message: '' } };
      return { ok: true, value: next };
    },
    async send(command) {
      sent.push(command);
      return command.type === 'answer-questionnaire' ? (said.shift() ?? accepted) : accepted;
    },
    knows: () => undefined,
    endSession: async () => undefined,
  };
  const attendant = new Attendant(
    clinic,
    () => 'en',
    () => undefined,
  );
  /** Answers the question that is shown. */
  const answer = async (value: boolean) => {
    const { screen } = attendant;
    if (screen.page !== 'question') throw new Error(screen.page);
    await attendant.handle({ act: 'say', filling: withAnswer(screen.filling, screen.form, screen.item, value) });
  };
  return { attendant, sent, asked, answer, types: () => sent.map(({ type }) => type) };
}
const takeNumber = { act: 'take-number', serviceId: 'blood' } as const;

describe('a service that asks something first', () => {
  it('asks one question after the other, then gives the number, and prints when it knows where to wait', async () => {
    const { attendant, sent, answer, types } = aKiosk();
    await attendant.handle(takeNumber);
    expect(attendant.screen).toMatchObject({ page: 'question', item: { linkId: 'fasting' } });
    await answer(true);
    expect(attendant.screen).toMatchObject({ page: 'question', item: { linkId: 'fever' } });
    expect(sent).toEqual([]);
    await answer(false);
    expect(attendant.screen).toMatchObject({ page: 'ticket', ticket: { number: 'R002' } });
    expect(types()).toEqual(['issue-ticket', 'answer-questionnaire', 'reprint-ticket']);
    expect(sent[0]).toMatchObject({ serviceId: 'blood', print: false });
    expect(sent[1]).toMatchObject({ ticketId: 't1', questionnaireId: 'q1', version: 1 });
  });

  it('goes back to the question before, as it was', async () => {
    const { attendant, answer } = aKiosk();
    await attendant.handle(takeNumber);
    await answer(true);
    await attendant.handle({ act: 'back' });
    expect(attendant.screen).toMatchObject({ page: 'question', item: { linkId: 'fasting' }, filling: { answers: {} } });
  });

  it('asks of a booked patient within their session, and says whose answers they are', async () => {
    const { attendant, asked, sent, answer, types } = aKiosk();
    await attendant.scanned({ format: 'qr', text: 'FOYER1' });
    await answer(true);
    await answer(false);
    expect(asked).toEqual([['blood', 'i1']]);
    expect(types()).toEqual(['check-in', 'answer-questionnaire', 'reprint-ticket']);
    expect(sent[1]).toMatchObject({ identificationId: 'i1' });
    expect(attendant.screen).toMatchObject({ page: 'ticket', booked: { initials: 'M. O.' } });
  });

  it('gives the number at once to who would rather be asked the rest at the desk, with what was said before its paper', async () => {
    const { attendant, sent, answer } = aKiosk();
    await attendant.handle(takeNumber);
    await answer(true);
    const { screen } = attendant;
    if (screen.page === 'question') await attendant.handle({ act: 'leave-forms', filling: screen.filling });
    expect(attendant.screen.page).toBe('ticket');
    expect(sent).toMatchObject([
      { type: 'issue-ticket', serviceId: 'blood', print: false },
      { type: 'answer-questionnaire', ticketId: 't1', answers: [{ linkId: 'fasting', value: true }], partial: true },
      { type: 'reprint-ticket', ticketId: 't1' },
    ]);
  });

  it.each([
    ['everything was answered today', { consents: [], questionnaires: [] }],
    ['the clinic does not say what', 'unreachable' as const],
  ])('gives the number at once where %s', async (_why, forms) => {
    const { attendant, types } = aKiosk({ forms: [forms] });
    await attendant.handle(takeNumber);
    expect(attendant.screen.page).toBe('ticket');
    expect(types()).toEqual(['issue-ticket']);
  });

  it('asks nothing, and reads no form, where a service has none', async () => {
    const { attendant, asked } = aKiosk();
    await attendant.handle({ act: 'take-number', serviceId: 'nurse' });
    expect(attendant.screen.page).toBe('ticket');
    expect(asked).toEqual([]);
  });

  it('asks a form again that the clinic changed meanwhile, for the number that is given already', async () => {
    const next = { ...questionnaire, version: 2, items: questionnaire.items.slice(0, 1) };
    const forms = [questionnaire, next].map((one) => ({ consents: [], questionnaires: [one] }));
    const { attendant, answer, types } = aKiosk({ forms, said: [changed] });
    await attendant.handle(takeNumber);
    await answer(true);
    await answer(false);
    expect(attendant.screen).toMatchObject({ page: 'question', form: { version: 2 } });
    await answer(true);
    expect(attendant.screen).toMatchObject({ page: 'ticket', ticket: { number: 'R002' } });
    expect(types()).toEqual([
      'issue-ticket',
      'answer-questionnaire',
      'reprint-ticket',
      'answer-questionnaire',
      'reprint-ticket',
    ]);
  });

  it('shows nothing to the next person, and sends what was said all the same', async () => {
    const { attendant, answer, types } = aKiosk();
    await attendant.handle(takeNumber);
    await answer(true);
    const saying = answer(false);
    attendant.wipe();
    await saying;
    expect(attendant.screen.page).toBe('idle');
    expect(types()).toEqual(['issue-ticket', 'answer-questionnaire', 'reprint-ticket']);
  });
});
