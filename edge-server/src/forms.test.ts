// Forms through the doors of a whole edge: what a kiosk asks, what it prints, and who reads what was said.

import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FormsToFill } from '@foyer/contracts/forms.ts';
import { aConsent, aQuestionnaire, aSignature, coughing, healthy, sideEntrance } from '@foyer/domain/forms/testing.ts';
import { dataFiles } from './config/data-files.ts';
import { adminEva, consultation, laboratory, room1 } from './testing/a-clinic.ts';
import { demonstration, EdgeUnderTest, tokens } from './testing/an-edge.ts';

const questionnaire = aQuestionnaire({ serviceIds: [consultation] });
const consent = aConsent({ serviceIds: [consultation] });
const configuration = { ...demonstration.configuration, questionnaires: [questionnaire], consents: [consent] };
const logged: string[] = [];
const keep = (...line: unknown[]) => void logged.push(JSON.stringify(line));
const edge = new EdgeUnderTest(
  { demonstration: { ...demonstration, configuration } },
  { log: { info: keep, warn: keep, error: keep } },
);
const answered = { questionnaireId: questionnaire.id, version: 1 };
const signed = { consentId: consent.id, version: 1, given: true, signature: aSignature };

const toFill = async (serviceId: string, identificationId?: string) => {
  const session = identificationId === undefined ? '' : `&identificationId=${identificationId}`;
  const path = `/api/v1/forms?serviceId=${serviceId}${session}`;
  const { body } = await edge.call('GET', path, { token: tokens.kiosk });
  const { consents, questionnaires } = body as unknown as FormsToFill;
  return [...consents, ...questionnaires].map(({ id }) => id);
};
const responses = (ticketId: string, token: string) => edge.call('GET', `/api/v1/tickets/${ticketId}/forms`, { token });
const issued = async (identificationId?: string) => {
  const fields = { serviceId: consultation, ...(identificationId === undefined ? {} : { identificationId }) };
  return (await edge.result(tokens.kiosk, 'issue-ticket', { ...fields, print: false }))['ticket']!['id']!;
};

beforeAll(() => edge.start());
afterAll(() => edge.end());

describe('what a kiosk asks before a service', () => {
  it('is what the service has, and nothing where it has none', async () => {
    expect(await toFill(consultation)).toEqual([consent.id, questionnaire.id]);
    expect(await toFill(laboratory)).toEqual([]);
    expect((await edge.call('GET', `/api/v1/forms?serviceId=${consultation}`, { token: tokens.display })).status).toBe(
      403,
    );
  });

  it('is not what the same person answered today', async () => {
    const registered = await edge.result(tokens.kiosk, 'register-patient', { patient: { phone: '600' } });
    const identificationId = registered['identificationId'] as unknown as string;
    const ticketId = await issued(identificationId);
    await edge.result(tokens.kiosk, 'answer-questionnaire', {
      ticketId,
      identificationId,
      ...answered,
      answers: healthy,
    });
    expect(await toFill(consultation, identificationId)).toEqual([consent.id]);
    expect(await toFill(consultation)).toEqual([consent.id, questionnaire.id]);
  });
});

describe('a ticket whose patient waits elsewhere', () => {
  it('has it on paper, where everybody else is sent to the hall', async () => {
    const ticketId = await issued();
    await edge.result(tokens.kiosk, 'answer-questionnaire', { ticketId, ...answered, answers: coughing });
    await edge.result(tokens.kiosk, 'reprint-ticket', { ticketId });
    await vi.waitFor(() => {
      const job = edge.printer.printed.at(-1);
      expect(job).toMatchObject({
        kind: 'ticket',
        document: { place: { heading: 'Please wait at', name: sideEntrance.sendTo.en } },
      });
    });
  });
});

describe('what somebody said', () => {
  it('is read by who has the person before them, with the form as it was asked, and each reading is written down', async () => {
    const patient = { name: { given: 'Ana', family: 'Duarte' } };
    const registered = await edge.result(tokens.reception, 'register-patient', { patient });
    const patientId = registered['patientId'] as unknown as string;
    const ticketId = await issued();
    await edge.result(tokens.nurse, 'identify-ticket', { ticketId, patientId });
    await edge.result(tokens.kiosk, 'record-consent', { ticketId, ...signed });
    const read = await responses(ticketId, tokens.reception);
    expect(read).toMatchObject({
      status: 200,
      body: {
        responses: [{ formId: consent.id, content: { given: true, signature: aSignature }, consent }],
        toFill: { consents: [], questionnaires: [questionnaire] },
      },
    });
    expect((await responses(ticketId, tokens.nurse)).status).toBe(404);
    await edge.result(tokens.supervisor, 'call-ticket', { servicePointId: room1, ticketId, reason: 'as asked' });
    expect((await responses(ticketId, tokens.nurse)).status).toBe(200);
    for (const token of [tokens.cashier, tokens.auditor, tokens.kiosk, tokens.display]) {
      expect((await responses(ticketId, token)).status).toBe(403);
    }
    await vi.waitFor(() => {
      const database = new DatabaseSync(dataFiles(edge.config.dataDir).database, { readOnly: true });
      const lines = database.prepare("SELECT actor, patient_id FROM access_log WHERE purpose = 'forms'").all();
      database.close();
      expect(lines).toContainEqual({ actor: `staff:${adminEva}`, patient_id: patientId });
    });
    expect(logged.join('\n')).not.toMatch(/medicines|strokes|entrance/);
  });
});
