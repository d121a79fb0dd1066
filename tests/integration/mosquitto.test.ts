// An edge whose things speak over a Mosquitto of the clinic's own, with the files that the edge writes for it: Debian's
// package, where it is installed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Board } from '@foyer/contracts/views.ts';
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
    edge = new EdgeUnderTest({ mqttUrl: `mqtt://127.0.0.1:${port}` });
    await edge.start();
    sign = await enrol('sign');
    button = await enrol('button');
    const folder = join(edge.config.dataDir, 'broker');
    broker = new MosquittoProcess(folder, port);
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

  it('lets nobody in who was let go, once Mosquitto has read the files again', async () => {
    await edge.call('DELETE', `/api/v1/devices/${button.deviceId}`, { token: tokens.admin });
    broker.reload();
    await vi.waitFor(() => expect(connect(button)).rejects.toThrow(), { timeout: 5_000 });
    const lamp = await connect(sign);
    await lamp.endAsync();
  });
});
