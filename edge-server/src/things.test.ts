// Things without a screen at the edge's own broker, as they speak and are told: signs, gateways, what they report.

import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DeviceHealth } from '@foyer/contracts/device-health.ts';
import type { DeviceRole } from '@foyer/contracts/roles.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import type { Snapshot } from '@foyer/contracts/sockets.ts';
import { io } from 'socket.io-client';
import { clinicId, consultation, room1, room2 } from './testing/a-clinic.ts';
import { aCommandId } from './testing/a-command-id.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

interface Enrolled {
  readonly deviceId: string;
  readonly token: string;
}
type Said = { readonly topic: string; readonly payload: Record<string, unknown> };

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

async function enrol(role: DeviceRole, servicePointId?: string): Promise<Enrolled> {
  const { body: begun } = await edge.call('POST', '/api/v1/enrolments', { body: {} });
  const place = servicePointId === undefined ? {} : { servicePointId };
  const approval = { code: begun['code'], role, name: `The ${role}`, ...place };
  await edge.call('POST', '/api/v1/enrolments/approve', { token: tokens.admin, body: approval });
  const { body } = await edge.call('GET', `/api/v1/enrolments/${begun['enrolmentId'] as string}`, {
    token: begun['pollSecret'] as string,
  });
  return { deviceId: body['deviceId'] as string, token: body['token'] as string };
}

function connect({ deviceId, token }: Enrolled, options: IClientOptions = {}): Promise<MqttClient> {
  return connectAsync(edge.running.mqttUrl, {
    clientId: deviceId,
    username: deviceId,
    password: token,
    reconnectPeriod: 0,
    ...options,
  });
}

/** Everything that a thing is told on its own branch. */
async function listen(client: MqttClient, { deviceId }: Enrolled): Promise<Said[]> {
  const said: Said[] = [];
  client.on('message', (topic, payload) => {
    said.push({ topic: topic.split('/').at(-1)!, payload: JSON.parse(payload.toString()) as Said['payload'] });
  });
  await client.subscribeAsync(`foyer/v1/${clinicId}/${deviceId}/#`, { qos: 1 });
  return said;
}

async function staffView(): Promise<StaffView> {
  const socket = io(`${edge.running.url}/staff`, {
    auth: { token: tokens.supervisor },
    transports: ['websocket'],
    forceNew: true,
  });
  const { view } = await new Promise<Snapshot<StaffView>>((resolve) => socket.once('snapshot', resolve));
  socket.disconnect();
  return view;
}

async function healthOf(deviceId: string): Promise<DeviceHealth | undefined> {
  return (await staffView()).health?.[deviceId];
}

const callNext = async (): Promise<string> => {
  await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
  const { ticket } = await edge.result(tokens.nurse, 'call-next', {
    servicePointId: room1,
    finishCurrent: 'completed',
  });
  return ticket!.number!;
};

describe('a number sign', () => {
  it('shows the call to its room, also when it comes back, and is told until when that holds', async () => {
    const sign = await enrol('sign', room1);
    const first = await connect(sign);
    const said = await listen(first, sign);
    const number = await callNext();
    await vi.waitFor(() => expect(said.at(-1)?.payload).toMatchObject({ number, flash: true }));
    await first.endAsync();

    const again = await connect(sign);
    const kept = await listen(again, sign);
    await vi.waitFor(() => {
      expect(kept.find(({ topic }) => topic === 'command')?.payload).toMatchObject({ number });
    });
    expect(kept.find(({ topic }) => topic === 'command')?.payload['validUntil']).toBeGreaterThan(Date.now());
    await again.endAsync();
  });

  it('of another room stays dark', async () => {
    const sign = await enrol('sign', room2);
    const client = await connect(sign);
    const said = await listen(client, sign);
    await callNext();
    await vi.waitFor(() => expect(said.some(({ topic }) => topic === 'command')).toBe(true));
    expect(said.filter(({ topic }) => topic === 'command').every(({ payload }) => payload['number'] === null)).toBe(
      true,
    );
    await client.endAsync();
  });

  it('is told what it should have, and drifts while it has something else', async () => {
    const sign = await enrol('sign', room1);
    const client = await connect(sign);
    const said = await listen(client, sign);
    await vi.waitFor(() =>
      expect(said.find(({ topic }) => topic === 'config')?.payload).toMatchObject({ brightness: 7 }),
    );
    const setUp = { kind: 'sign' as const, settings: { brightness: 3 } };
    await edge.result(tokens.admin, 'set-up-thing', { deviceId: sign.deviceId, setUp });
    await vi.waitFor(() => {
      expect(said.filter(({ topic }) => topic === 'config').at(-1)?.payload).toMatchObject({ brightness: 3 });
    });
    const state = { battery: 55, firmware: '2.1', settings: { brightness: 7 } };
    await client.publishAsync(`foyer/v1/${clinicId}/${sign.deviceId}/state`, JSON.stringify(state), {
      qos: 1,
      retain: true,
    });
    await vi.waitFor(async () => {
      expect(await healthOf(sign.deviceId)).toMatchObject({
        batteryPercent: 55,
        firmware: '2.1',
        drift: [{ setting: 'brightness', desired: 3, reported: 7 }],
        problems: ['drift'],
      });
    });
    await client.endAsync();
  });
});

describe('a gateway', () => {
  it('brings presses of its buttons by its profile, each in its own room, and says how they do', async () => {
    const gateway = await enrol('gateway');
    const button = aCommandId();
    await edge.result(tokens.supervisor, 'set-up-thing', {
      deviceId: gateway.deviceId,
      setUp: {
        kind: 'gateway',
        branch: 'zigbee2mqtt',
        profile: 'zigbee2mqtt',
        things: [{ id: button, name: 'button_1', title: 'Button at the window', servicePointId: room1 }],
      },
    });
    const will = { topic: 'zigbee2mqtt/bridge/state', payload: Buffer.from('offline'), qos: 1 as const, retain: true };
    const client = await connect(gateway, { will });
    await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const before = await calledNow();
    const said = { action: 'single', battery: 12, linkquality: 200 };
    await client.publishAsync('zigbee2mqtt/button_1', JSON.stringify(said), { qos: 1 });
    await vi.waitFor(async () => expect(await calledNow()).not.toBe(before));
    expect(await healthOf(button)).toMatchObject({
      name: 'Button at the window',
      connected: true,
      batteryPercent: 12,
      problems: ['battery-low'],
    });
    expect((await staffView()).devices[button]?.behind).toBe(gateway.deviceId);
    await client.endAsync();
    await vi.waitFor(async () => expect(await healthOf(button)).toMatchObject({ connected: false }));
  });

  it('says nothing outside its branch, and has none until it is set up', async () => {
    const gateway = await enrol('gateway');
    const client = await connect(gateway);
    const closed = new Promise((resolve) => client.once('close', () => resolve('closed')));
    client.publish('zigbee2mqtt/button_1', '{"action":"single"}');
    expect(await closed).toBe('closed');
    client.end(true);
  });
});

describe('two devices with one id', () => {
  it('are let in one at a time, and neither any more once they push each other out', async () => {
    const sign = await enrol('sign', room1);
    const cut: string[] = [];
    const come = async (name: string): Promise<void> => {
      const client = await connect(sign, { clientId: `${sign.deviceId}-${name}` });
      client.on('close', () => cut.push(name));
    };
    await come('first');
    for (const name of ['second', 'third', 'fourth']) await come(name);
    await vi.waitFor(() => expect(cut).toEqual(['first', 'second', 'third']));
    await expect(come('fifth')).rejects.toThrow();
    await vi.waitFor(() => expect(cut).toHaveLength(4));
    await expect(come('sixth')).rejects.toThrow();
    expect((await healthOf(sign.deviceId))?.problems).toContain('device-cloned');

    await edge.restart();
    await expect(come('after the restart')).rejects.toThrow();
    expect((await healthOf(sign.deviceId))?.problems).toContain('device-cloned');
  });
});

async function calledNow(): Promise<string | undefined> {
  const { body } = await edge.call('GET', '/api/v1/board', { token: tokens.nurse });
  const { servicePoints } = body as {
    readonly servicePoints: readonly { readonly id: string; readonly ticketId?: string }[];
  };
  return servicePoints.find(({ id }) => id === room1)?.ticketId;
}
