// The passwords of things at the edge's own broker, over months: offered, taken, late, and revoked.

import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { renewLateMs } from '@foyer/contracts/device-credential.ts';
import type { Snapshot } from '@foyer/contracts/sockets.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { io } from 'socket.io-client';
import { clinicId, room1 } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

interface Thing {
  readonly deviceId: string;
  readonly password: string;
}
interface Offer {
  readonly id: string;
  readonly password: string;
  readonly expiresAt: number;
}

const edge = new EdgeUnderTest();
const opened: MqttClient[] = [];
beforeAll(() => edge.start());
afterAll(() => edge.end());
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(async () => {
  for (const client of opened.splice(0)) await client.endAsync(true);
  vi.useRealTimers();
});

async function enrol(): Promise<Thing> {
  const { body: begun } = await edge.call('POST', '/api/v1/enrolments', { body: {} });
  const approval = { code: begun['code'], role: 'button', name: 'The button', servicePointId: room1 };
  await edge.call('POST', '/api/v1/enrolments/approve', { token: tokens.admin, body: approval });
  const { body } = await edge.call('GET', `/api/v1/enrolments/${begun['enrolmentId'] as string}`, {
    token: begun['pollSecret'] as string,
  });
  return { deviceId: body['deviceId'] as string, password: body['token'] as string };
}

/** Time goes by, and the edge looks again at who has to renew: another thing was let in. */
async function daysLater(days: number): Promise<void> {
  vi.setSystemTime(Date.now() + days * dayMs);
  await enrol();
}

async function signIn({ deviceId, password }: Thing): Promise<MqttClient> {
  const credential = { clientId: deviceId, username: deviceId, password };
  const client = await connectAsync(edge.running.mqttUrl, { ...credential, reconnectPeriod: 0 }, false);
  opened.push(client);
  return client;
}
async function health(): Promise<NonNullable<StaffView['health']>> {
  const socket = io(`${edge.running.url}/staff`, { auth: { token: tokens.supervisor }, transports: ['websocket'] });
  const { view } = await new Promise<Snapshot<StaffView>>((resolve) => socket.once('snapshot', resolve));
  socket.disconnect();
  return view.health ?? {};
}
const topic = ({ deviceId }: Thing, leaf: string): string => `foyer/v1/${clinicId}/${deviceId}/${leaf}`;

/** What the thing is told as its next password. */
async function offered(client: MqttClient, thing: Thing): Promise<Offer> {
  const told = new Promise<Offer>((resolve) => {
    client.on('message', (_topic, payload) => {
      if (payload.length > 0) resolve(JSON.parse(payload.toString()) as Offer);
    });
  });
  await client.subscribeAsync(topic(thing, 'credential'), { qos: 1 });
  return told;
}

describe('a thing', () => {
  it('is told its next password after half a month, and keeps the one before until it has come in by it', async () => {
    const thing = await enrol();
    await daysLater(16);
    const offer = await offered(await signIn(thing), thing);
    await signIn(thing);
    const next = { ...thing, password: offer.password };
    const client = await signIn(next);
    expect(client.connected).toBe(true);
    await expect(signIn(thing)).rejects.toThrow('Bad username or password');
    await daysLater(20);
    await signIn(next);
  });

  it('that was away for months may take its next password and do nothing else', async () => {
    const thing = await enrol();
    await daysLater(100);
    const late = await signIn(thing);
    const refused = await late.subscribeAsync(topic(thing, 'command'), { qos: 1 }).catch(() => 'refused');
    expect(refused).toBe('refused');
    const next = { ...thing, password: (await offered(late, thing)).password };
    const back = await signIn(next);
    expect(await back.subscribeAsync(topic(thing, 'command'), { qos: 1 })).toMatchObject([{ qos: 1 }]);
    expect((await health())[thing.deviceId]).toMatchObject({ problems: ['credential-late'] });
  });

  it('that was away for more than a year, or was let go, is not let in', async () => {
    const [away, gone] = [await enrol(), await enrol()];
    await edge.call('DELETE', `/api/v1/devices/${gone.deviceId}`, { token: tokens.admin });
    await expect(signIn(gone)).rejects.toThrow();
    await daysLater(31 + renewLateMs / dayMs);
    await expect(signIn(away)).rejects.toThrow();
    await expect(signIn(gone)).rejects.toThrow();
  });

  it('that cannot renew, as an administrator said, comes in by the password that it has', async () => {
    const thing = await enrol();
    const setUp = { kind: 'button' as const, presses: {}, keepsPassword: true as const };
    const order = { deviceId: thing.deviceId, setUp };
    const { body } = await edge.command(tokens.supervisor, 'set-up-thing', order);
    expect(body).toMatchObject({ error: { code: 'not-allowed' } });
    await edge.result(tokens.admin, 'set-up-thing', order);
    await daysLater(100);
    const client = await signIn(thing);
    expect(await client.subscribeAsync(topic(thing, 'command'), { qos: 1 })).toMatchObject([{ qos: 1 }]);
  });
});
