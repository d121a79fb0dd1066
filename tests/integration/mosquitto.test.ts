// An edge whose things speak over a Mosquitto of the clinic's own, with the files that the edge writes for it: Debian's
// package, where it is installed.

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTo, connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Board } from '@foyer/contracts/board-view.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import type { DeviceRole } from '@foyer/contracts/roles.ts';
import { settledPort } from '@foyer/demo/launch/free-port.ts';
import { clinicId, consultation, room1 } from '@foyer/edge-server/testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from '@foyer/edge-server/testing/an-edge.ts';
import { hasMosquitto, MosquittoProcess } from '../faults/kit/mosquitto-process.ts';

interface Enrolled {
  readonly deviceId: string;
  readonly token: string;
}

describe.skipIf(!hasMosquitto())('an edge at Mosquitto', () => {
  let edge: EdgeUnderTest;
  let broker: MosquittoProcess;
  let sign: Enrolled;
  let button: Enrolled;

  beforeAll(async () => {
    const port = await settledPort(0);
    const dataDir = mkdtempSync(join(tmpdir(), 'foyer-mosquitto-'));
    const folder = join(dataDir, 'broker');
    broker = new MosquittoProcess(folder, port);
    edge = new EdgeUnderTest({ dataDir, mqttUrl: `mqtt://127.0.0.1:${port}`, mqttPidFile: broker.pidFile });
    await edge.start();
    sign = await enrol('sign');
    button = await enrol('button');
    await broker.start(readFileSync(join(folder, 'foyer.conf'), 'utf8'));
  });
  afterAll(async () => {
    await broker.stop();
    await edge.end();
  });

  async function enrol(role: DeviceRole): Promise<Enrolled> {
    const { body: begun } = await edge.call('POST', '/api/v1/enrolments', { body: {} });
    const approval = { code: begun['code'], role, name: `The ${role}`, servicePointId: room1 };
    await edge.call('POST', '/api/v1/enrolments/approve', { token: tokens.admin, body: approval });
    const { body } = await edge.call('GET', `/api/v1/enrolments/${begun['enrolmentId'] as string}`, {
      token: begun['pollSecret'] as string,
    });
    return { deviceId: body['deviceId'] as string, token: body['token'] as string };
  }

  const connect = ({ deviceId, token }: Enrolled): Promise<MqttClient> =>
    connectAsync(edge.running.mqttUrl, { username: deviceId, password: token, reconnectPeriod: 0 }, false);

  const calledNow = async (): Promise<string | undefined> => {
    const { body } = await edge.call('GET', '/api/v1/board', { token: tokens.nurse });
    return (body as unknown as Board).servicePoints.find(({ id }) => id === room1)?.ticketId;
  };

  it('hears a press, and a sign shows whom it called until the edge ends', async () => {
    const lamp = await connect(sign);
    const shown: { readonly number: string | null }[] = [];
    lamp.on('message', (_topic, payload) => shown.push(JSON.parse(payload.toString()) as (typeof shown)[number]));
    await lamp.subscribeAsync(`foyer/v1/${clinicId}/${sign.deviceId}/command`, { qos: 1 });
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject({ number: null }), { timeout: 10_000 });

    await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const finger = await connect(button);
    await finger.publishAsync(`foyer/v1/${clinicId}/${button.deviceId}/event`, '{"press":"single"}', { qos: 1 });
    await vi.waitFor(async () => expect(await calledNow()).toBeDefined());
    await vi.waitFor(() => expect(shown.at(-1)?.number).toMatch(/^A/));

    await edge.stop();
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject({ number: null }));
    await edge.start();
    await vi.waitFor(() => expect(shown.at(-1)?.number).toMatch(/^A/), { timeout: 10_000 });
    await finger.endAsync();
    await lamp.endAsync();
  }, 30_000);

  it('keeps both of two things with one id out, and lets the others be', async () => {
    const twin = await enrol('sign');
    const lamp = await connect(sign);
    const [one, other] = [{ isThere: false }, { isThere: false }];
    // What comes back as soon as it was pushed out, as things do.
    const clients = [one, other].map((each) => {
      const options = { username: twin.deviceId, password: twin.token, reconnectPeriod: 50 };
      const client = connectTo(edge.running.mqttUrl, options);
      client.on('connect', () => (each.isThere = true));
      client.on('close', () => (each.isThere = false));
      client.on('error', () => undefined);
      return client;
    });
    const fenced = (): boolean =>
      !readFileSync(join(edge.config.dataDir, 'broker', 'passwords'), 'utf8').includes(twin.deviceId);
    await vi.waitFor(() => expect(fenced()).toBe(true), { timeout: 15_000 });
    await vi.waitFor(() => expect([one.isThere, other.isThere]).toEqual([false, false]), { timeout: 5_000 });
    await expect(connect(twin)).rejects.toThrow();
    expect(lamp.connected).toBe(true);
    for (const client of [...clients, lamp]) await client.endAsync(true);
  }, 30_000);

  it('lets nobody in who was let go, and tells Mosquitto itself', async () => {
    await edge.call('DELETE', `/api/v1/devices/${button.deviceId}`, { token: tokens.admin });
    await vi.waitFor(() => expect(connect(button)).rejects.toThrow(), { timeout: 5_000 });
    const lamp = await connect(sign);
    await lamp.endAsync();
  });

  it('has a thing renew its password: it counts once the thing says that it has it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const lamp = await enrol('sign');
    vi.setSystemTime(Date.now() + 100 * dayMs);
    await enrol('sign');
    const late = await vi.waitFor(() => connect(lamp), { timeout: 5_000 });
    const told = new Promise<{ readonly id: string; readonly password: string }>((resolve) => {
      late.on('message', (_topic, payload) => {
        if (payload.length > 0) resolve(JSON.parse(payload.toString()) as { id: string; password: string });
      });
    });
    const branch = `foyer/v1/${clinicId}/${lamp.deviceId}`;
    await late.subscribeAsync(`${branch}/credential`, { qos: 1 });
    const { id, password } = await told;
    await late.publishAsync(`${branch}/state`, JSON.stringify({ credential: id }), { qos: 1 });
    const next = await vi.waitFor(() => connect({ ...lamp, token: password }), { timeout: 5_000 });
    await expect(connect(lamp)).rejects.toThrow();
    vi.useRealTimers();
    for (const client of [late, next]) await client.endAsync(true);
  }, 30_000);
});
