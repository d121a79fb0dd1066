import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PatientSearchAnswer } from '@foyer/contracts/people-at-the-desk.ts';
import { dataFiles } from './config/data-files.ts';
import { adminEva, consultation } from './testing/a-clinic.ts';
import { aCommandId } from './testing/a-command-id.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const logged: string[] = [];
const keep = (...line: unknown[]) => void logged.push(JSON.stringify(line));
const log = { info: keep, warn: keep, error: keep };
const edge = new EdgeUnderTest({}, { log });
const search = (typed: unknown, token: string = tokens.reception) =>
  edge.call('POST', '/api/v1/patient-searches', { token, body: { typed } });
const register = async (given: string, family: string, birthDate: string) => {
  const patient = { name: { given, family }, birthDate, phone: '600 111 222', needs: ['hearing' as const] };
  return (await edge.result(tokens.reception, 'register-patient', { patient }))['patientId'] as string;
};
let ana: string;

beforeAll(async () => {
  await edge.start();
  ana = await register('Ana', 'Duarte', '1999-02-28');
});
afterAll(() => edge.end());

describe('finding people at the desk', () => {
  it('answers with name, birth date, phone and needs, and nothing else', async () => {
    const { status, body } = await search('duarte 28.2.99');
    expect(status).toBe(200);
    expect(body).toEqual({
      patients: [
        {
          id: ana,
          displayName: 'Ana Duarte',
          birthDate: '1999-02-28',
          phone: '600 111 222',
          needs: ['hearing'],
          earlierIds: [],
        },
      ],
      more: false,
    } satisfies PatientSearchAnswer);
  });

  it('finds who was just registered, and gives them a number', async () => {
    const patientId = await register('Ivo', 'Lo', '1990-01-01');
    expect((await search('lo ivo')).body).toMatchObject({ patients: [{ id: patientId }] });
    const { ticket } = await edge.result(tokens.reception, 'issue-ticket', { serviceId: consultation, patientId });
    expect(ticket).toMatchObject({ state: 'waiting' });
  });

  it('shows twenty at most, and says that there are more', async () => {
    await Promise.all(Array.from({ length: 21 }, (_, index) => register(`Kim${index}`, 'Many', '1970-01-01')));
    const { body } = await search('many');
    expect([(body['patients'] as unknown[]).length, body['more']]).toEqual([20, true]);
  });

  it.each(['kiosk', 'nurse', 'cashier', 'auditor', 'display', 'tablet'] as const)('is not for %s', async (who) => {
    expect((await search('ana', tokens[who])).status).toBe(403);
  });

  it.each([
    ['nothing', ''],
    ['a page of text', 'x'.repeat(201)],
    ['no text', 7],
  ])('refuses %s', async (_what, typed) => {
    expect(await search(typed)).toMatchObject({ status: 400, body: { error: { code: 'invalid-request' } } });
  });

  it('writes down who was shown to whom, and nothing that was typed', async () => {
    await search('duarte');
    await vi.waitFor(() => {
      const database = new DatabaseSync(dataFiles(edge.config.dataDir).database, { readOnly: true });
      const lines = database.prepare("SELECT actor, patient_id FROM access_log WHERE purpose = 'find'").all();
      database.close();
      expect(lines.filter((line) => line['patient_id'] === ana)).toEqual([
        { actor: `staff:${adminEva}`, patient_id: ana },
      ]);
    });
    expect(logged.join('\n')).toContain('/api/v1/patient-searches');
    expect(logged.join('\n').toLowerCase()).not.toMatch(/duarte|many/);
  });
});

describe('correcting somebody', () => {
  it('reads the parts of the name, and finds them by what was corrected', async () => {
    const id = await register('Jon', 'Smyth', '1985-05-05');
    const record = () => edge.call('GET', `/api/v1/patients/${id}`, { token: tokens.reception });
    expect((await record()).body).toMatchObject({ id, name: { given: 'Jon', family: 'Smyth' } });
    const patient = { name: { given: 'John', family: 'Smith' } };
    await edge.result(tokens.reception, 'update-patient', { patientId: id, patient });
    expect((await record()).body).toMatchObject({ name: patient.name, birthDate: '1985-05-05' });
    expect((await search('smith john')).body).toMatchObject({ patients: [{ id }] });
    expect((await search('smyth')).body).toMatchObject({ patients: [] });
  });

  it('says that nobody is there, and is for the desk alone', async () => {
    const read = (id: string, token: string) => edge.call('GET', `/api/v1/patients/${id}`, { token });
    expect((await read(aCommandId(), tokens.reception)).status).toBe(404);
    expect((await read(ana, tokens.nurse)).status).toBe(403);
  });
});

describe('a printed list', () => {
  it('is taken note of from the desk alone', async () => {
    const note = (token: string) => edge.call('POST', '/api/v1/list-prints', { token, body: {} });
    expect([(await note(tokens.reception)).status, (await note(tokens.cashier)).status]).toEqual([200, 403]);
  });
});
