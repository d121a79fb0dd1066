// From a box that was just switched on to a nurse who calls a walk-in, in one browser and with no centre: the code on
// the console, the clinic's set-up, its tablet, a number, a call.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, openPage, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { EmptyEdge, type FirstRunLine } from './empty-edge.ts';
import { expectAccessible } from './screens.ts';

const edge = new EmptyEdge();
let browser: Browser;
let said: FirstRunLine;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  said = await edge.start();
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
  await page.getByText('The number is given.').waitFor();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await page.getByRole('button', { name: 'Room', exact: true }).click();
  await touch(/^Call next/);
  await page.getByRole('button', { name: 'A001 is here' }).click();
  await page.getByRole('button', { name: 'Finish' }).waitFor();
  await expectAccessible(page);
});

it('is no longer at its first run for anybody', async () => {
  await page.goto(new URL('/first-run', said.url).href);
  expect(new URL(page.url()).pathname).toBe('/staff/');
  expect(opened.complaints).toEqual([]);
});
