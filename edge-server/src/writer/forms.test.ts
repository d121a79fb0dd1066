// Forms over a real database: what is kept of them, for how long, and who may say what.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aConsent, aQuestionnaire, aSignature, coughing, healthy, sideEntrance } from '@foyer/domain/forms/testing.ts';
import { composeAudit } from './compose-audit.ts';
import {
  aConfiguration,
  anId,
  clinicId,
  consultation,
  EngineUnderTest,
  kiosk,
  laboratory,
  room1,
} from './testing/a-writer.ts';

const questionnaire = aQuestionnaire({ serviceIds: [consultation] });
const consent = aConsent({ serviceIds: [consultation] });
const secret = 'Unmistakabline 40 mg';
const taking = [...healthy.slice(1), { linkId: 'medicines', value: true }, { linkId: 'which', value: secret }];
const asAnswered = { questionnaireId: questionnaire.id, version: 1 };
const asSigned = { consentId: consent.id, version: 1, given: true, signature: aSignature };

function aClinicWithForms(): EngineUnderTest {
  const clinic = new EngineUnderTest().initialise();
  configure(clinic, 1, { questionnaires: [questionnaire], consents: [consent] });
  return clinic;
}
function configure(clinic: EngineUnderTest, number: number, forms: Parameters<typeof aConfiguration>[0]): void {
  const item = { number, kind: 'configuration' as const, id: clinicId, body: aConfiguration(forms) };
  clinic.perform({ kind: 'feed', page: { version: 1, serverTime: clinic.clock.wall(), items: [item], next: number } });
}
const ticketForms = (clinic: EngineUnderTest, ticketId: string) =>
  clinic.reading((read) => read.queue().forms.get(ticketId));
const issuedAtKiosk = (clinic: EngineUnderTest) =>
  (clinic.result('issue-ticket', { serviceId: consultation }, kiosk)['ticket'] as { readonly id: string }).id;

function isOnDisk({ settings }: EngineUnderTest, text: string): boolean {
  return ['', '-wal', '-shm']
    .map((suffix) => settings.databasePath + suffix)
    .filter((path) => existsSync(path))
    .some((path) => readFileSync(path).includes(text));
}

describe('a questionnaire', () => {
  it('is answered for a ticket, and says of it that its patient waits elsewhere', () => {
    const clinic = aClinicWithForms();
    const { id: ticketId } = clinic.issue();
    const before = clinic.recordOf(ticketId);
    const { responseId } = clinic.result('answer-questionnaire', { ticketId, ...asAnswered, answers: coughing });
    expect(ticketForms(clinic, ticketId)).toEqual({
      id: ticketId,
      filled: [{ formId: questionnaire.id, version: 1 }],
      screening: sideEntrance,
    });
    expect(clinic.recordOf(ticketId)).toEqual(before);
    expect(clinic.reading((read) => read.formResponses(ticketId))).toMatchObject([
      { id: responseId, formId: questionnaire.id, content: { answers: coughing, screening: sideEntrance } },
    ]);
  });

  it('leaves what was said out of the rows and out of the answer of the command', () => {
    const clinic = aClinicWithForms();
    const { id: ticketId } = clinic.issue();
    clinic.result('answer-questionnaire', { ticketId, ...asAnswered, answers: taking });
    clinic.result('answer-questionnaire', { ticketId, ...asAnswered, answers: coughing });
    const rows = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 100)).slice(-2);
    expect(rows.map(({ type, subjectId }) => [type, subjectId])).toEqual([
      ['v1.QuestionnaireAnswered', ticketId],
      ['v1.QuestionnaireAnswered', ticketId],
    ]);
    expect(JSON.stringify(rows.map(({ body }) => body))).not.toMatch(/Unmistakabline|mask|entrance/);
    const answers = clinic.db.prepare('SELECT result FROM answers').all();
    expect(JSON.stringify(answers)).not.toMatch(/Unmistakabline|mask|entrance/);
  });

  it.each([
    ['of another version', { version: 2 }, 'questionnaire-changed'],
    ['that the clinic does not have', { questionnaireId: anId() }, 'unknown-form'],
    ['with an answer of a wrong kind', { answers: [{ linkId: 'cough', value: 7 }] }, 'answer-not-fitting'],
    ['of a ticket that is not there', { ticketId: anId() }, 'unknown-ticket'],
  ])('is refused %s', (_what, change, code) => {
    const clinic = aClinicWithForms();
    const { id: ticketId } = clinic.issue();
    const sent = { ticketId, ...asAnswered, answers: healthy, ...change };
    expect(clinic.refusal('answer-questionnaire', sent)).toBe(code);
    expect(ticketForms(clinic, ticketId)).toBeUndefined();
  });

  it('is refused before another service, and of a ticket that is closed', () => {
    const clinic = aClinicWithForms();
    const { id: other } = clinic.issue({ serviceId: laboratory });
    expect(clinic.refusal('answer-questionnaire', { ticketId: other, ...asAnswered, answers: healthy })).toBe(
      'form-of-another-service',
    );
    const { id: gone } = clinic.issue();
    clinic.result('mark-left', { ticketId: gone, reason: 'went home' });
    expect(clinic.refusal('answer-questionnaire', { ticketId: gone, ...asAnswered, answers: healthy })).toBe(
      'wrong-state',
    );
  });

  it('is answered anew when the clinic has changed it, and what followed before still holds', () => {
    const clinic = aClinicWithForms();
    const { id: ticketId } = clinic.issue();
    clinic.result('answer-questionnaire', { ticketId, ...asAnswered, answers: coughing });
    configure(clinic, 2, { questionnaires: [{ ...questionnaire, version: 2 }] });
    clinic.result('answer-questionnaire', { ticketId, ...asAnswered, version: 2, answers: healthy });
    expect(ticketForms(clinic, ticketId)).toMatchObject({
      filled: [{ formId: questionnaire.id, version: 2 }],
      screening: sideEntrance,
    });
  });
});

describe('at a kiosk', () => {
  it('forms are answered for the ticket that it has just issued, and for no other', () => {
    const clinic = aClinicWithForms();
    const own = issuedAtKiosk(clinic);
    const { id: other } = clinic.issue();
    clinic.result('answer-questionnaire', { ticketId: own, ...asAnswered, answers: healthy }, kiosk);
    clinic.result('record-consent', { ticketId: own, ...asSigned }, kiosk);
    const sent = { ticketId: other, ...asSigned };
    expect(clinic.refusal('record-consent', sent, kiosk)).toBe('not-your-ticket');
    expect(clinic.refusal('record-consent', { ...sent, identificationId: anId() }, kiosk)).toBe(
      'identification-expired',
    );
  });

  it('nobody clears what followed from the answers', () => {
    const clinic = aClinicWithForms();
    const ticketId = issuedAtKiosk(clinic);
    clinic.result('answer-questionnaire', { ticketId, ...asAnswered, answers: coughing }, kiosk);
    expect(clinic.refusal('clear-screening', { ticketId, reason: 'feels better' }, kiosk)).toBe('not-allowed');
  });
});

describe('a consent', () => {
  it('is signed with a finger or a tap, or not given without either', () => {
    const clinic = aClinicWithForms();
    const { id: ticketId } = clinic.issue();
    const { signature: _signature, ...unsigned } = asSigned;
    expect(clinic.refusal('record-consent', { ticketId, ...unsigned })).toBe('signature-empty');
    clinic.result('record-consent', { ticketId, ...asSigned });
    clinic.result('record-consent', { ticketId, ...unsigned, signature: { by: 'tap' } });
    clinic.result('record-consent', { ticketId, ...unsigned, given: false });
    const said = clinic.reading((read) => read.formResponses(ticketId)).map(({ content }) => content);
    expect(said).toEqual([
      { given: true, signature: aSignature },
      { given: true, signature: { by: 'tap' } },
      { given: false },
    ]);
  });
});

describe('clearing a screening', () => {
  it('lets the patient wait where everybody waits, with a reason and once', () => {
    const clinic = aClinicWithForms();
    const { id: ticketId } = clinic.issue();
    clinic.result('answer-questionnaire', { ticketId, ...asAnswered, answers: coughing });
    clinic.result('clear-screening', { ticketId, reason: 'an old cough' });
    expect(ticketForms(clinic, ticketId)).toMatchObject({ screening: null });
    const commandId = anId(clinic.clock.wall());
    clinic.result('clear-screening', { commandId, ticketId, reason: 'an old cough' });
    const last = clinic.reading((read) => read.logAfter({ epoch: 0, seq: 0 }, 100)).at(-1);
    expect(last).toMatchObject({ commandId, type: 'v1.CommandHadNoEffect' });
  });
});

describe('erasing a patient', () => {
  it('leaves no byte of what they said and signed, and the same tables from the log', () => {
    const clinic = aClinicWithForms();
    const patientId = clinic.result('register-patient', { patient: { phone: '600' } }, kiosk)['patientId'] as string;
    const { id: ticketId } = clinic.issue();
    clinic.result('answer-questionnaire', { ticketId, ...asAnswered, answers: [...taking] });
    clinic.result('answer-questionnaire', { ticketId, ...asAnswered, answers: coughing });
    clinic.result('record-consent', { ticketId, ...asSigned });
    clinic.result('identify-ticket', { ticketId, patientId });
    clinic.result('call-next', { servicePointId: room1 });
    clinic.result('finish-service', { servicePointId: room1, ticketId });
    expect(isOnDisk(clinic, secret)).toBe(true);
    clinic.result('erase-patient', { patientId, reason: 'asked to be forgotten' });
    expect(clinic.reading((read) => read.formResponses(ticketId))).toEqual([]);
    expect(ticketForms(clinic, ticketId)).toEqual({ id: ticketId, filled: [], screening: null });
    for (const text of [secret, '[1000,2000],[1250,2000]']) {
      expect(isOnDisk(clinic, text)).toBe(false);
    }
    const audit = composeAudit(clinic.settings);
    expect(audit.verify()).toMatchObject({ ok: true });
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});
