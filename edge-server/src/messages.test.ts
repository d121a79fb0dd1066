// A message to displays through the doors of an edge, and through a restart of it.

import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { mostMessageLength } from '@foyer/contracts/message-limits.ts';
import type { Snapshot } from '@foyer/contracts/sockets.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { dataFiles } from './config/data-files.ts';
import { kioskOne } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';
import { composeAudit } from './writer/compose-audit.ts';

const edge = new EdgeUnderTest();
const open: Socket[] = [];
let display = { token: '', deviceId: '' };
beforeAll(async () => {
  await edge.start();
  const { body: begun } = await edge.call('POST', '/api/v1/enrolments', { body: {} });
  const approval = { code: begun['code'], role: 'display', name: 'Wall 1' };
  await edge.call('POST', '/api/v1/enrolments/approve', { token: tokens.admin, body: approval });
  const { body } = await edge.call('GET', `/api/v1/enrolments/${begun['enrolmentId'] as string}`, {
    token: begun['pollSecret'] as string,
  });
  display = body as unknown as typeof display;
});
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await edge.end();
});

let ids = 0;
const anId = () =>
  uuidV7(
    Date.now(),
    Uint8Array.from({ length: 10 }, () => (ids += 1)),
  );
const message = (more: object = {}) => ({
  messageId: anId(),
  text: { en: 'The lift is out of order; use the stairs.' },
  until: Date.now() + hourMs,
  ...more,
});
/** What a screen that comes now is shown. */
function seen<View>(namespace: string, token: string): Promise<View> {
  const socket = io(`${edge.running.url}${namespace}`, { auth: { token }, transports: ['websocket'] });
  open.push(socket);
  return new Promise((resolve) => socket.once('snapshot', ({ view }: Snapshot<View>) => resolve(view)));
}
const wall = () => seen<DisplayView>('/display', display.token);
const other = () => seen<DisplayView>('/display', tokens.display);
const idsOf = ({ messages }: Pick<DisplayView, 'messages'>) => Object.keys(messages ?? {});

describe('a message to displays', () => {
  const [everywhere, here] = [message(), message({ text: { en: 'This area is closed.' } })];

  it('is shown on all of them, or on those that it names, and listed for who may take it down', async () => {
    await edge.result(tokens.reception, 'show-message', everywhere);
    await edge.result(tokens.supervisor, 'show-message', { ...here, displayIds: [display.deviceId] });
    expect(idsOf(await other())).toEqual([everywhere.messageId]);
    expect(new Set(idsOf(await wall()))).toEqual(new Set([everywhere.messageId, here.messageId]));
    const { messages } = await seen<StaffView>('/staff', tokens.reception);
    expect(messages?.[here.messageId]).toMatchObject({ text: here.text, displayIds: [display.deviceId] });
    expect(await seen<StaffView>('/staff', tokens.nurse)).not.toHaveProperty('messages');
  });

  it('is nobody else’s to show or to take down', async () => {
    for (const token of [tokens.nurse, tokens.cashier, tokens.kiosk, tokens.display]) {
      expect((await edge.command(token, 'show-message', message())).status).toBe(403);
      expect((await edge.command(token, 'withdraw-message', { messageId: here.messageId })).status).toBe(403);
    }
  });

  it.each([
    ['nothing', '   '],
    ['too much', 'a'.repeat(mostMessageLength + 1)],
    ['a second line', 'The lift\nis out of order.'],
    ['a turned direction', 'The lift \u202eis out of order.'],
  ])('is refused that says %s', async (_what, en) => {
    const answer = await edge.command(tokens.reception, 'show-message', message({ text: { en } }));
    expect(answer.body).toMatchObject({ error: { code: 'invalid-request', path: '/text/en' } });
  });

  it('is refused for what is no display, and for a time that is over', async () => {
    const refusal = async (more: object) =>
      (await edge.command(tokens.reception, 'show-message', message(more))).body['refusal'];
    expect(await refusal({ displayIds: [display.deviceId, kioskOne] })).toEqual({
      code: 'unknown-display',
      path: '/displayIds/1',
    });
    expect(await refusal({ until: Date.now() - 1000 })).toEqual({ code: 'message-time-out-of-range' });
  });

  it('is there after a restart until it is taken down, and found the same by a rebuild of the log', async () => {
    await edge.restart();
    await edge.result(tokens.reception, 'withdraw-message', { messageId: everywhere.messageId });
    expect(idsOf(await other())).toEqual([]);
    expect(idsOf(await wall())).toEqual([here.messageId]);
    await edge.stop();
    const { database: databasePath, clinicKey: clinicKeyPath } = dataFiles(edge.config.dataDir);
    const audit = composeAudit({ databasePath, clinicKeyPath });
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});
