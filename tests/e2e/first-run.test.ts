// From a box that was just switched on to a nurse who calls a walk-in and to every kind of device let in, in one browser
// and with no centre: the code on the console, the clinic's set-up, its tablet, a number, a call, and then each device by
// the code that it shows.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EnrolmentBegun, EnrolmentState } from '@foyer/contracts/http-api.ts';
import { VirtualScanner } from '@foyer/demo/devices/virtual-scanner.ts';
import { VirtualThing } from '@foyer/demo/devices/virtual-thing.ts';
import { VirtualPrinter } from '@foyer/demo/virtual-printer/virtual-printer.ts';
import { launchChromium, openPage, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { EmptyEdge, type FirstRunLine } from './empty-edge.ts';
import { expectAccessible } from './screens.ts';

const edge = new EmptyEdge();
const printer = new VirtualPrinter({ port: 0, now: Date.now });
let browser: Browser;
let said: FirstRunLine;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  await printer.start();
  said = await edge.start({ FOYER_SCANNER_PORT: '0' });
  browser = await launchChromium();
  opened = await openPage(browser, said.url, {
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    viewport: { width: 1280, height: 800 },
  });
  ({ page } = opened);
});
afterAll(async () => {
  await browser?.close();
  await edge.stop();
  await printer.stop();
});

const touch = (name: string | RegExp) => page.getByRole('button', { name }).click();
const next = () => page.locator('.next button').click();

async function addPerson(name: string, pin: string): Promise<void> {
  await page.getByLabel('Name, as on the tile').fill(name);
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByLabel('PIN once more').fill(pin);
}

it('sets the clinic up behind the code of the console, and opens its doors', async () => {
  await page.getByLabel('One-time code').fill(said.code);
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of the clinic').fill('Harbour Street Clinic');
  await next();
  // Open at whatever hour the test runs.
  await touch(/^Day and night/);
  await next();
  await page.locator('services-step').waitFor();
  await next();
  await page.locator('rooms-step').waitFor();
  await next();
  await touch('The administrator');
  await addPerson('Wei-Ling Tan', '2741');
  await touch('Save');
  await touch('Add a person');
  await addPerson('Amira Haddad', '8052');
  await page.getByRole('button', { name: 'Reception', exact: true }).click();
  await touch('Save');
  await next();
  await page.getByLabel('Consultation').fill('45');
  await next();
  await page.locator('open-step').waitFor();
  await expectAccessible(page);
  await touch(/^Open the doors/);
  await page.waitForURL((url) => url.pathname === '/staff/');
});

it('lets the nurse sign in at the same tablet, give a walk-in a number, and call it', async () => {
  await touch('Choose the room');
  await page
    .getByRole('button', { name: /^Room 1/ })
    .first()
    .click();
  await touch(/Amira Haddad/);
  await page.keyboard.type('8052');
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Number', exact: true }).click();
  await touch(/^Consultation/);
  await touch('Give the number');
  await page.getByText('The number is given. There is no ticket printer: write it down for them.').waitFor();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await page.getByRole('button', { name: 'Room', exact: true }).click();
  await touch(/^Call next/);
  await page.getByRole('button', { name: 'A001 is here' }).click();
  await page.getByRole('button', { name: 'Finish' }).waitFor();
  await expectAccessible(page);
});

/** As an administrator does it at the tablet: the code, what it is, its name. */
async function letIn(code: string, kind: string, name: string): Promise<void> {
  await page.getByLabel('The code that the screen shows').fill(code);
  await page.getByRole('group', { name: 'What it is' }).getByRole('button', { name: kind, exact: true }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: /^Let it in/ }).click();
  await page.getByText(`${name} is let in.`).waitFor();
}

/** A screen in a browser of its own, let in where the words on both are the same. */
async function letScreenIn(path: string, kind: string, name: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  const screen = await context.newPage();
  await screen.goto(new URL(path, said.url).href);
  const enrol = screen.locator('foyer-enrol');
  await enrol.locator('.words bdi').nth(3).waitFor();
  const words = await enrol.locator('.words bdi').allInnerTexts();
  const code = await enrol.locator('.code').innerText();
  await page.getByLabel('The code that the screen shows').fill(code);
  await expect.poll(() => page.locator('key-words li').allInnerTexts()).toEqual(words);
  await letIn(code, kind, name);
  await enrol.waitFor({ state: 'detached' });
  return screen;
}

const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> =>
  (await fetch(new URL(path, said.url), { headers: { 'content-type': 'application/json' }, ...init })).json() as T;

/** A printer, by its address on the network. */
async function addPrinter(name: string, address: string): Promise<void> {
  await touch('Printers');
  const dialog = page.locator('printers-dialog');
  await dialog.getByRole('button', { name: 'Add a printer' }).click();
  await dialog.getByLabel('Name, as patients are told').fill(name);
  await dialog.getByLabel('Address').fill(address);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: `Change ${name}` }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
}

/** A scanner that was plugged in, beside the first kiosk, and tried out. */
async function setUpScanner(scanner: VirtualScanner, model: string): Promise<void> {
  await scanner.plugIn();
  await page.getByText(`A new scanner: ${model}`).waitFor();
  await touch('Set it up');
  const dialog = page.locator('scanner-dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Hold any card or code before it.').waitFor();
  await page.locator('scanner-trial[trial=waiting]:not([unplugged])').waitFor();
  expect(await scanner.scan({ format: 'qr', text: 'a code of somebody' })).toEqual({ ok: true });
  await dialog.getByText('It reads.').waitFor();
  expect(await page.content()).not.toContain('a code of somebody');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'OK', exact: true }).click();
}

/** A thing without a screen, which asks for its code as screens do and signs in with what it is given. */
async function letThingIn(kind: string, name: string): Promise<VirtualThing> {
  const begun = await ask<EnrolmentBegun>('/api/v1/enrolments', { method: 'POST', body: '{}' });
  await letIn(begun.code, kind, name);
  const headers = { authorization: `Bearer ${begun.pollSecret}` };
  const state = await ask<EnrolmentState>(`/api/v1/enrolments/${begun.enrolmentId}`, { headers });
  if (state.state !== 'approved') throw new Error(state.state);
  const { clinicId = '', deviceId, token: password } = state;
  const thing = new VirtualThing({
    mqttUrl: said.mqttUrl,
    credential: { clinicId, deviceId, password },
    state: () => ({ battery: 90 }),
    onTold: () => undefined,
    onConnected: () => undefined,
  });
  await thing.start();
  return thing;
}

it('lets every kind of device in through its screens alone, and has each of them say that it is there', async () => {
  await touch('Lock');
  await touch(/Wei-Ling Tan/);
  await page.keyboard.type('2741');
  await page.locator('devices-page').waitFor();
  const kiosk = await letScreenIn('/kiosk/', 'Kiosk', 'Kiosk at the door');
  await letScreenIn('/display/', 'Display', 'Wall');
  await letScreenIn('/staff/', 'Tablet', 'Tablet 2');
  const things = [
    await letThingIn('Call button', 'Button by the bed'),
    await letThingIn('Number sign', 'Sign above the door'),
    await letThingIn('Gateway', 'Zigbee gateway'),
  ];
  await addPrinter('Desk', `${printer.host}:${printer.port}`);
  const address = { host: '127.0.0.1', port: said.scannerPort };
  const scanner = new VirtualScanner({ address, serialNumber: 'V-1', model: 'Virtual DS9308' });
  await setUpScanner(scanner, 'Virtual DS9308');
  await page.getByRole('heading', { name: /^All \d+ are well/ }).waitFor();
  await touch('About Kiosk at the door');
  await page.getByRole('button', { name: 'Which one is it?' }).click();
  await kiosk.locator('foyer-identify').getByText('Kiosk at the door').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await touch('About Desk');
  await page.getByRole('button', { name: 'Print a test page' }).click();
  await expect.poll(() => printer.tickets.some(({ text }) => text.includes('TEST'))).toBe(true);
  await page.keyboard.press('Escape');
  await expectAccessible(page);
  await scanner.pullOut();
  await page.getByText('Unplugged').first().waitFor();
  for (const thing of things) await thing.stop();
});

it('is no longer at its first run for anybody', async () => {
  await page.goto(new URL('/first-run', said.url).href);
  expect(new URL(page.url()).pathname).toBe('/staff/');
  expect(opened.complaints).toEqual([]);
});
