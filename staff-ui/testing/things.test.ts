// What buttons, signs and gateways do, set at a tablet in a real browser.

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DeviceHealth } from '@foyer/contracts/device-health.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import { aStaffView, id, room3 } from './a-staff-view.ts';
import { accepted, refused } from './fake-edge.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

const things = (['button', 'sign', 'gateway'] as const).map((kind, index) => ({
  id: id('device', 40 + index),
  kind,
  name: `The ${kind}`,
  connected: true,
}));
const admin = (): StaffView => ({
  ...aStaffView(),
  me: { id: id('staff', 10), name: 'Wei-Ling Tan', roles: ['admin'] },
  devices: Object.fromEntries(things.map(({ kind: role, ...thing }) => [thing.id, { ...thing, role }])),
  health: Object.fromEntries(things.map((thing) => [thing.id, { ...thing, problems: [] } satisfies DeviceHealth])),
});

let bench: Bench;
beforeAll(async () => {
  bench = await aBench();
});
afterAll(() => bench?.close());
beforeEach(() => bench.edge.reset(admin()));

it('are set up where they are looked at, and a gateway says what does not fit', async () => {
  const { page, complaints, close } = await openSignedIn(bench);
  const dialog = page.locator('thing-set-up');
  const open = (name: string) => page.getByRole('button', { name: `About ${name}` }).click();
  const save = () => dialog.getByRole('button', { name: 'Save' }).click();
  const leave = () => page.getByRole('button', { name: 'Back', exact: true }).last().click();
  const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body).at(-1);

  await open('The button');
  await dialog.getByLabel('Pressed twice').selectOption('Finish the visit');
  await dialog.getByLabel('Beep, 0 to 10').fill('3');
  expect(await seriousFaults(page)).toEqual([]);
  await save();
  await dialog.getByText('Kept.').waitFor();
  const button = { kind: 'button', presses: { double: 'finish-service' }, settings: { beepVolume: 3 } };
  expect(sent()).toEqual({ type: 'set-up-thing', deviceId: id('device', 40), setUp: button });
  await leave();

  await open('The sign');
  await dialog.getByRole('button', { name: 'Room 3' }).click();
  await dialog.getByRole('button', { name: 'It cannot take a new one' }).click();
  await save();
  await dialog.getByText('Kept.').waitFor();
  expect(sent()).toMatchObject({ setUp: { kind: 'sign', servicePointIds: [room3], keepsPassword: true } });
  await leave();

  bench.edge.answer = () => refused('thing-set-up-faulty', { faults: [{ path: '/branch', code: 'branch-taken' }] });
  await open('The gateway');
  await dialog.getByRole('button', { name: 'Add a button' }).click();
  await dialog.getByLabel('In the gateway').fill('button_1');
  await dialog.getByLabel('Name for staff').fill('Window');
  await dialog.getByLabel('Place').selectOption('Room 3');
  expect(await seriousFaults(page)).toEqual([]);
  await save();
  await dialog.getByText('Another gateway has these topics.').waitFor();
  expect(sent()).toMatchObject({
    setUp: { branch: 'zigbee2mqtt', things: [{ name: 'button_1', title: 'Window', servicePointId: room3 }] },
  });
  bench.edge.answer = () => accepted();
  await dialog.getByLabel('Make').selectOption('A profile of its own');
  await dialog.getByLabel('Topic, below').first().fill('devices/{name}/up');
  await dialog.getByLabel('Where the press is').fill('/object/btn');
  expect(await seriousFaults(page)).toEqual([]);
  await save();
  await dialog.getByText('Kept.').waitFor();
  const message = { topic: 'devices/{name}/up', press: { at: '/object/btn' }, battery: { at: '/battery', of: 100 } };
  expect(sent()).toMatchObject({ setUp: { profile: { messages: [message, { topic: '{name}/availability' }] } } });
  expect(complaints).toEqual([]);
  await close();
});
