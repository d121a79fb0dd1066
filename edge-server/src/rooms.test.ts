// What goes on in the rooms, through the doors of an edge that serves, and through a restart of it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFiles } from './config/data-files.ts';
import { consultation, room1, room2 } from './testing/a-clinic.ts';
import { demonstration, EdgeUnderTest, tokens } from './testing/an-edge.ts';
import { composeAudit } from './writer/compose-audit.ts';

const { configuration } = demonstration;
const cleaned = {
  ...configuration,
  servicePoints: configuration.servicePoints.map((point) => ({ ...point, cleaning: true })),
};
const edge = new EdgeUnderTest({ demonstration: { ...demonstration, configuration: cleaned } });
beforeAll(() => edge.start());
afterAll(() => edge.end());

const codeOf = ({ body }: { readonly body: object }) => {
  const { refusal, error } = body as { refusal?: { code: string }; error?: { code: string } };
  return (refusal ?? error)?.code;
};
const set = (token: string, roomState: 'empty' | 'with-doctor' | 'ready-for-doctor', servicePointId = room1) =>
  edge.command(token, 'set-room-state', { servicePointId, roomState });
async function changes(): Promise<readonly object[]> {
  const { body } = await edge.call('GET', '/api/v1/log?limit=1000', { token: tokens.auditor });
  const rows = body['rows'] as { type: string; body: string }[];
  return rows.filter(({ type }) => type === 'v1.RoomStateChanged').map((row) => JSON.parse(row.body) as object);
}

describe('a room', () => {
  it('is changed once when two tablets press the same at once, and both are told that it is so', async () => {
    await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const { ticket } = await edge.result(tokens.nurse, 'call-next', { servicePointId: room1 });
    const ticketId = ticket!['id']!;
    await edge.result(tokens.nurse, 'confirm-arrival', { servicePointId: room1, ticketId });
    const answers = await Promise.all([
      set(tokens.nurse, 'ready-for-doctor'),
      set(tokens.reception, 'ready-for-doctor'),
      set(tokens.supervisor, 'ready-for-doctor'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await changes()).toEqual([{ servicePointId: room1, ticketId, from: 'with-nurse', to: 'ready-for-doctor' }]);
    expect(answers[2]?.body['result']).toMatchObject({ ticket: { id: ticketId, state: 'serving' } });
  });

  it('is set by nurses where they serve, by the desk everywhere, and by no screen', async () => {
    expect(codeOf(await set(tokens.nurse, 'empty', room2))).toBe('other-service-point');
    expect((await set(tokens.reception, 'empty', room2)).status).toBe(200);
    for (const token of [tokens.kiosk, tokens.tablet, tokens.button, tokens.cashier]) {
      expect((await set(token, 'with-doctor')).status).toBe(403);
    }
  });

  it('is to be cleaned after a patient, and takes nobody until one tap', async () => {
    const { body } = await edge.call('GET', '/api/v1/board', { token: tokens.nurse });
    const [ticket] = body['tickets'] as { id: string }[];
    await edge.result(tokens.nurse, 'finish-service', { servicePointId: room1, ticketId: ticket!.id });
    await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    await edge.restart();
    for (const token of [tokens.nurse, tokens.button]) {
      expect(codeOf(await edge.command(token, 'call-next', { servicePointId: room1 }))).toBe('room-not-ready');
    }
    expect(codeOf(await set(tokens.nurse, 'with-doctor'))).toBe('wrong-room-state');
    await set(tokens.nurse, 'empty');
    await edge.result(tokens.nurse, 'call-next', { servicePointId: room1 });
  });

  it('is found the same by a rebuild of the log', async () => {
    await edge.stop();
    const { database: databasePath, clinicKey: clinicKeyPath } = dataFiles(edge.config.dataDir);
    const audit = composeAudit({ databasePath, clinicKeyPath });
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});
