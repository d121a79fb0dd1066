// Scanners and printers set up at a tablet in a real browser: what is found, what is sent, what is refused.

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DeviceHealth } from '@foyer/contracts/device-health.ts';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import { aStaffView, id } from './a-staff-view.ts';
import { accepted, refused } from './fake-edge.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

const patience = { timeout: 10_000 };
const kiosks = ['Entrance', 'Lift'].map((name, index) => ({
  id: id('device', 50 + index),
  name,
  role: 'kiosk',
  connected: true,
}));
const [entrance, lift] = kiosks.map((kiosk) => kiosk.id) as [string, string];
const found: FoundScanner = {
  id: 'hid:/dev/hidraw0',
  model: 'Zebra DS9308',
  firmware: '1.02',
  profile: 'hid-pos',
  vendorId: '05e0',
  productId: '1900',
  serialNumber: 'S1',
};
const admin = (): StaffView => ({
  ...aStaffView(),
  me: { id: id('staff', 10), name: 'Wei-Ling Tan', roles: ['admin'] },
  devices: Object.fromEntries(kiosks.map((kiosk) => [kiosk.id, kiosk])),
  health: Object.fromEntries(
    kiosks.map(({ role: _role, ...kiosk }) => [
      kiosk.id,
      { ...kiosk, kind: 'kiosk', problems: [] } satisfies DeviceHealth,
    ]),
  ),
  foundScanners: { [found.id]: found },
});

let bench: Bench;
beforeAll(async () => {
  bench = await aBench();
});
afterAll(() => bench?.close());
beforeEach(() => bench.edge.reset(admin()));

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body as Record<string, unknown>);
/** The fake takes over what was sent, as the edge would. */
function takeOver(): void {
  const changes = sent().findLast(({ type }) => type === 'change-clinic')?.['changes'] as object;
  const { clinic } = bench.edge.setUp;
  bench.edge.setUp.clinic = { ...clinic, version: clinic.version + 1, document: { ...clinic.document, ...changes } };
}

it('a scanner that is found is set up beside its kiosk and tried out, and what it reads is not shown', async () => {
  const { page, complaints, close } = await openSignedIn(bench);
  const dialog = page.locator('scanner-dialog');
  await page.getByText('A new scanner: Zebra DS9308').waitFor();
  await page.getByRole('button', { name: 'Set it up' }).click();
  await dialog.getByRole('button', { name: 'Lift' }).click();
  await dialog.getByLabel('How it is read').selectOption('As a keyboard');
  await dialog.getByText('More about how it is read').click();
  await dialog.getByLabel(/^Keyboard/).selectOption('German');
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('One moment.').waitFor();
  const [change, order] = sent();
  const { id: _place, firmware: _firmware, ...device } = found;
  expect(change).toMatchObject({
    type: 'change-clinic',
    version: 4,
    changes: { scanners: [{ ...device, kiosk: lift, profile: 'hid-keyboard', layout: 'de' }] },
  });
  const [{ id: scannerId }] = (change!['changes'] as { scanners: [{ id: string }] }).scanners;
  expect(order).toEqual({ type: 'order-device', deviceId: scannerId, order: 'test-scan' });
  takeOver();

  const { foundScanners: _found, ...view } = admin();
  const scanner: DeviceHealth = {
    id: scannerId,
    kind: 'scanner',
    name: 'Zebra DS9308 · Lift',
    model: 'Zebra DS9308',
    connected: true,
    problems: [],
  };
  const withScanner = (changes: Partial<DeviceHealth>) =>
    bench.edge.change({ ...view, health: { ...view.health, [scannerId]: { ...scanner, ...changes } } });
  withScanner({ trial: 'waiting', trialSince: 1 });
  await dialog.getByText('Hold any card or code before it.').waitFor();
  withScanner({ trial: 'unreadable', trialSince: 1 });
  await dialog.getByText('Something came that is not understood.').waitFor();
  await dialog.getByRole('button', { name: 'Try once more' }).click();
  await dialog.getByText('One moment.').waitFor();
  withScanner({ trial: 'read', trialSince: 2 });
  await dialog.getByText('It reads.').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'OK' }).click();

  withScanner({ connected: false, problems: ['unplugged'] });
  await page.getByText('Unplugged').first().waitFor();
  await page.getByRole('button', { name: 'About Zebra DS9308 · Lift' }).click();
  await page.getByText('Plug its cable in.').waitFor();
  await page.getByRole('button', { name: 'Change how it is read' }).click();
  await dialog.getByRole('button', { name: 'Remove this scanner' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(sent().at(-1)).toMatchObject({ type: 'change-clinic', version: 5, changes: { scanners: [] } });
  expect(complaints).toEqual([]);
  await close();
});

it('the scanner that types into a kiosk is told its sign there, and needs no entry without one', async () => {
  const { page, complaints, close } = await openSignedIn(bench);
  const dialog = page.locator('wedge-dialog');
  const open = async () => {
    await page.getByRole('button', { name: 'About Lift' }).click();
    await page.getByRole('button', { name: 'Scanner that types' }).click();
    return dialog.getByLabel('It puts before each code');
  };
  await (await open()).fill('~');
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(sent()).toMatchObject([{ changes: { scanners: [{ kiosk: lift, profile: 'wedge', prefix: '~' }] } }]);
  takeOver();

  const field = await open();
  await expect.poll(() => field.inputValue(), patience).toBe('~');
  await field.fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(sent().at(-1)).toMatchObject({ changes: { scanners: [] } });
  expect(complaints).toEqual([]);
  await close();
});

it('printers begin as the machine was started, and each change counts at once or says what does not fit', async () => {
  const started = { id: 'printer', name: '', address: 'tcp://192.168.1.40:9100' };
  const { clinic } = bench.edge.setUp;
  bench.edge.setUp.clinic = { ...clinic, startedWith: { printers: { printers: [started] }, scanners: [] } };
  const { page, complaints, close } = await openSignedIn(bench);
  const dialog = page.locator('printers-dialog');
  const fill = async (name: string, address: string) => {
    await dialog.getByLabel('Name, as patients are told').fill(name);
    await dialog.getByLabel('Address').fill(address);
    await dialog.getByRole('button', { name: 'Save' }).click();
  };
  await page.getByRole('button', { name: 'Printers', exact: true }).click();
  await dialog.getByText('As the machine was started. Once').waitFor();

  bench.edge.answer = () => refused('set-up-faulty', { faults: [{ path: '/x', code: 'printer-address' }] });
  await dialog.getByRole('button', { name: 'Add a printer' }).click();
  await fill('Door', '192.168.1.50');
  await dialog.getByText('This is no printer’s address.').waitFor();
  bench.edge.answer = () => accepted();
  await dialog.getByLabel('Prints instead').selectOption('Printer');
  expect(await seriousFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => sent().length, patience).toBe(2);
  takeOver();
  const door = { name: 'Door', address: 'tcp://192.168.1.50:9100', backup: 'printer' };
  expect(sent().at(-1)).toMatchObject({
    changes: { printers: { printers: [{ ...started, name: 'Printer' }, door] } },
  });
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Printers', exact: true }).click();
  await dialog.getByText('Set up here: this counts').waitFor();
  await dialog.getByLabel('Entrance').selectOption('Door');
  await expect.poll(() => sent().length, patience).toBe(3);
  const { printers } = sent().at(-1)!['changes'] as { printers: { kiosks: object; printers: { id: string }[] } };
  expect(printers.kiosks).toEqual({ [entrance]: printers.printers[1]?.id });
  await dialog.getByRole('button', { name: 'Print a test page' }).last().click();
  await dialog.getByText('A test page was sent to it.').waitFor();
  expect(sent().at(-1)).toMatchObject({ order: 'test-page', deviceId: printers.printers[1]?.id });
  await dialog.getByRole('button', { name: 'As the machine was started' }).click();
  await expect.poll(() => sent().at(-1), patience).toMatchObject({ changes: { printers: null } });
  expect(complaints).toEqual([]);
  await close();
});
