// Screens through the doors of an edge: how one is let in by its key and renews, what it says of itself, what it is told,
// and the settings that change while all of that goes on.

import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renewalText } from '@foyer/contracts/device-credential.ts';
import type { ScreenOrder } from '@foyer/contracts/device-orders.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

interface Screen {
  readonly token: string;
  readonly deviceId: string;
  readonly privateKey: KeyObject;
}

async function letIn(name: string): Promise<Screen> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const wish = { publicKey: point.toString('base64url'), language: 'en' };
  const { body: begun } = await edge.call('POST', '/api/v1/enrolments', { body: wish });
  const code = begun['code'];
  const looked = await edge.call('POST', '/api/v1/enrolments/look', { token: tokens.admin, body: { code } });
  expect(looked.body).toEqual(wish);
  const approval = { code, role: 'display', name };
  await edge.call('POST', '/api/v1/enrolments/approve', { token: tokens.admin, body: approval });
  const { body } = await edge.call('GET', `/api/v1/enrolments/${begun['enrolmentId'] as string}`, {
    token: begun['pollSecret'] as string,
  });
  return { ...(body as unknown as Omit<Screen, 'privateKey'>), privateKey };
}

const wall = (token: string) => edge.follow('/display', { token });
const next = <T>(socket: Socket, event: string): Promise<T> => new Promise((resolve) => socket.once(event, resolve));

const desk = () => edge.follow<StaffView>('/staff', { token: tokens.supervisor });

describe('a screen', () => {
  it('renews with its key what an administrator let in by it', async () => {
    const { token, deviceId, privateKey } = await letIn('Wall that renews');
    const { body: asked } = await edge.call('POST', '/api/v1/renewals/ask', { body: { deviceId } });
    const challenge = asked['challenge'] as string;
    const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
    const signature = sign('sha256', Buffer.from(renewalText(deviceId, challenge)), key).toString('base64url');
    const wish = { deviceId, challenge, signature };
    const { body: renewed } = await edge.call('POST', '/api/v1/renewals', { body: wish });
    await wall(renewed['token'] as string).until(() => true);
    const refused = wall(token).until(() => true);
    await expect(refused).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
    expect((await edge.call('POST', '/api/v1/renewals', { body: wish })).body).toMatchObject({
      refusal: { code: 'renewal-refused' },
    });
  });

  it('is seen with what it says of itself', async () => {
    const { token, deviceId } = await letIn('Wall that speaks');
    const watched = desk();
    const screen = wall(token);
    await screen.until(() => true);
    const { socket } = screen;
    socket.emit('report', { version: 'abc12345', batteryPercent: 9, errors: 2 });
    const health = await watched.find(({ health = {} }) => (health[deviceId]?.firmware ? health[deviceId] : undefined));
    expect(health).toMatchObject({
      connected: true,
      firmware: 'abc12345',
      batteryPercent: 9,
      problems: ['battery-low', 'page-error'],
    });
    await edge.result(tokens.supervisor, 'change-setting', { name: 'FOYER_BATTERY_LOW', value: '5' });
    expect(
      await watched.find(({ health = {} }) =>
        health[deviceId]?.problems.includes('battery-low') === false ? health[deviceId].problems : undefined,
      ),
    ).toEqual(['page-error']);
  });

  it('does what it is told, by who may, and stands in the log', async () => {
    const { token, deviceId } = await letIn('Wall that obeys');
    const screen = wall(token);
    await screen.until(() => true);
    const { socket } = screen;
    const told = next<ScreenOrder>(socket, 'order');
    await edge.result(tokens.supervisor, 'order-device', { deviceId, order: 'identify' });
    expect(await told).toEqual({ order: 'identify', name: 'Wall that obeys' });
    const order = async (by: string, fields: { deviceId: string; order: 'restart' | 'test-page' }) =>
      (await edge.command(by, 'order-device', fields)).body;
    expect(await order(tokens.admin, { deviceId, order: 'test-page' })).toMatchObject({
      refusal: { code: 'device-cannot' },
    });
    expect(await order(tokens.admin, { deviceId: 'nobody', order: 'restart' })).toMatchObject({
      refusal: { code: 'unknown-device' },
    });
    expect((await edge.command(tokens.nurse, 'order-device', { deviceId, order: 'restart' })).status).toBe(403);
  });

  it('is sent away at once when its access is taken away', async () => {
    const { token, deviceId } = await letIn('Wall that goes');
    const screen = wall(token);
    await screen.until(() => true);
    const { socket } = screen;
    const gone = next<string>(socket, 'disconnect');
    await edge.call('DELETE', `/api/v1/devices/${deviceId}`, { token: tokens.admin });
    expect(await gone).toBe('io server disconnect');
  });
});

describe('a setting that changes while the edge runs', () => {
  it('is changed by who may change that one, to a value that it has, and is the same after a restart', async () => {
    const change = (by: string, name: 'FOYER_LOG_LEVEL' | 'FOYER_QUIET_FROM', value: string) =>
      edge.command(by, 'change-setting', { name, value });
    expect((await change(tokens.supervisor, 'FOYER_LOG_LEVEL', 'debug')).body).toMatchObject({
      error: { code: 'not-allowed' },
    });
    expect((await change(tokens.admin, 'FOYER_QUIET_FROM', '25:00')).body).toMatchObject({
      refusal: { code: 'setting-invalid', name: 'FOYER_QUIET_FROM' },
    });
    expect((await change(tokens.supervisor, 'FOYER_QUIET_FROM', '20:30')).status).toBe(200);
    const settings = () => desk().find((view) => view.settings);
    expect(await settings()).toMatchObject({ FOYER_QUIET_FROM: '20:30', FOYER_QUIET_UNTIL: '' });
    await edge.restart();
    expect(await settings()).toMatchObject({ FOYER_QUIET_FROM: '20:30' });
    expect(await settings()).not.toHaveProperty('FOYER_LOG_LEVEL');
  });
});
