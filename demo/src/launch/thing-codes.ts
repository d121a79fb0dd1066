// The things of the demonstration: each is enrolled anew at every start with a one-time code of its own, as a screen is
// by its link, and the gateway is told which buttons stand behind it.

import { randomBytes } from 'node:crypto';
import type { EdgeDemonstration } from '@foyer/contracts/demonstration.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { ThingRole } from '@foyer/contracts/roles.ts';
import type { DemoFacts } from '../devices/demo-facts.ts';
import { newSecret } from './secrets.ts';

interface Point {
  readonly id: string;
  readonly name: { readonly en: string };
}
export interface ThingCode {
  readonly code: string;
  readonly role: ThingRole;
  readonly name: string;
  readonly servicePointId?: string;
}
export type DemoThings = Pick<DemoFacts, 'buttons' | 'signs' | 'gateways'>;

export const noThings: DemoThings = { buttons: [], signs: [], gateways: [] };
const gatewayBranch = 'zigbee2mqtt';

/** New ones at each start. */
export function thingCodes(points: readonly Point[]): readonly ThingCode[] {
  const [one, two] = points;
  const inRoom = (role: ThingRole, point: Point | undefined, name: string) =>
    point === undefined ? [] : [{ role, name: `${name} ${point.name.en}`, servicePointId: point.id }];
  const things = [
    ...inRoom('button', one, 'Button in'),
    ...inRoom('button', two, 'Button in'),
    ...inRoom('sign', one, 'Sign of'),
    { role: 'sign' as const, name: 'Sign in the waiting area' },
    { role: 'gateway' as const, name: 'Zigbee gateway' },
  ];
  return things.map((thing) => ({ ...thing, code: newSecret() }));
}

export function edgeCodes(codes: readonly ThingCode[]): EdgeDemonstration['codes'] {
  return codes.map(({ code, role, name, servicePointId }) => ({
    code,
    role,
    name,
    ...(servicePointId === undefined ? {} : { servicePointId }),
  }));
}

export interface ThingEdge {
  readonly url: string;
  readonly adminToken: string;
  readonly now: () => number;
}

/** Exchanges the codes for passwords; a code that the edge does not take is left out. */
export async function enrolThings(
  edge: ThingEdge,
  codes: readonly ThingCode[],
  points: readonly Point[],
): Promise<DemoThings> {
  const enrolled = await Promise.all(codes.map(async (thing) => ({ ...thing, ...(await redeem(edge, thing.code)) })));
  const of = (role: ThingRole) =>
    enrolled.flatMap(({ deviceId, name, password, ...thing }) =>
      thing.role !== role || deviceId === undefined || password === undefined ? [] : [{ deviceId, name, password }],
    );
  const gateways = of('gateway').map((gateway) => ({
    ...gateway,
    branch: gatewayBranch,
    buttons: behind(edge, points),
  }));
  for (const gateway of gateways) await setUp(edge, gateway);
  return { buttons: of('button'), signs: of('sign'), gateways };
}

/** Two buttons, in the rooms after those that have one. */
function behind({ now }: ThingEdge, points: readonly Point[]): DemoThings['gateways'][number]['buttons'] {
  return points.slice(2, 4).map(({ id, name }, index) => ({
    deviceId: uuidV7(now(), randomBytes(10)),
    name: `Zigbee button in ${name.en}`,
    topicName: `button_${index + 1}`,
    servicePointId: id,
  }));
}

async function setUp(edge: ThingEdge, { deviceId, branch, buttons }: DemoThings['gateways'][number]): Promise<void> {
  const things = buttons.map((button) => ({
    id: button.deviceId,
    name: button.topicName,
    title: button.name,
    servicePointId: button.servicePointId,
  }));
  await post(edge, '/api/v1/commands', {
    commandId: uuidV7(edge.now(), randomBytes(10)),
    type: 'set-up-thing',
    deviceId,
    setUp: { kind: 'gateway', branch, profile: 'zigbee2mqtt', things },
  });
}

async function redeem(edge: ThingEdge, code: string): Promise<{ deviceId?: string; password?: string }> {
  const answer = await post(edge, '/api/v1/enrolments/redeem', { code });
  const { deviceId, token } = answer as { readonly deviceId?: string; readonly token?: string };
  return deviceId === undefined || token === undefined ? {} : { deviceId, password: token };
}

async function post({ url, adminToken }: ThingEdge, path: string, body: object): Promise<object> {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as object;
}
