// The whole story in one browser test: a booked patient checks in by code, takes a printed ticket, is called to a room,
// is seen, pays, and all of it reaches the centre once, though the line to it was cut in the middle. Over HTTPS on an
// address that is not loopback, with the clinic's own authority.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClinicDay, ClinicList } from '@foyer/contracts/centre-api.ts';
import { CuttableLine } from '@foyer/demo/launch/cuttable-line.ts';
import { settledPort } from '@foyer/demo/launch/free-port.ts';
import type { DemoFile } from '@foyer/demo/launch/demo-file.ts';
import { Demonstration } from './demonstration.ts';
import { enrolScreen, expectAccessible, type ClinicAccess } from './screens.ts';
import { clinicHost, launchTrustingBrowser, type TrustingBrowser } from './trusting-browser.ts';

const patience = 30_000;
let line: CuttableLine;
let demonstration: Demonstration;
let facts: DemoFile;
let trusting: TrustingBrowser;
let clinic: ClinicAccess;
let kiosk: Page;
let display: Page;
let tablet: Page;
let phone: Page;

beforeAll(async () => {
  const pmsPort = await settledPort(0);
  line = new CuttableLine(pmsPort);
  await line.start();
  demonstration = new Demonstration({ FOYER_PMS_PORT: String(pmsPort), FOYER_PMS_URL: line.url });
  await demonstration.start();
  facts = demonstration.facts();
  const { host, mapped } = clinicHost();
  if (mapped) console.log('no address but loopback: the screens use clinic.foyer.test, mapped to it');
  const authority = await (await fetch(`${facts.edge.url}/foyer-authority.pem`)).text();
  trusting = await launchTrustingBrowser(authority);
  clinic = {
    tlsUrl: `https://${host}:${new URL(facts.edge.tlsUrl).port}`,
    url: facts.edge.url,
    adminToken: facts.edge.tokens.admin,
  };
});

afterAll(async () => {
  await trusting?.close();
  await demonstration?.stop();
  await line?.stop();
});

const printed = async () =>
  (await (await fetch(`${facts.virtualPrinter.url}/tickets`)).json()) as { text: string; qr: string[] }[];

async function scan(kioskName: string, format: 'qr' | 'mrz', text: string): Promise<void> {
  const bench = (await (await fetch(`${facts.devices.url}/api/bench`)).json()) as {
    kiosks: { deviceId: string; name: string }[];
  };
  const kioskDeviceId = bench.kiosks.find(({ name }) => name === kioskName)?.deviceId;
  const answer = await fetch(`${facts.devices.url}/api/scans`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kioskDeviceId, format, text }),
  });
  expect(await answer.json()).toEqual({ ok: true });
}

const numberOn = (page: Page) =>
  page
    .locator('foyer-number')
    .first()
    .evaluate((element) => (element as unknown as { value: string }).value);

async function signIn(page: Page, name: string, room?: string): Promise<void> {
  const pin = facts.staff.find((member) => member.name === name)?.pin ?? '';
  if (room !== undefined) {
    await page.getByRole('button', { name: 'Choose the room' }).click();
    await page.getByRole('button', { name: room }).first().click();
  }
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.keyboard.type(pin);
}

/** Digits on the keys of the page. */
async function type(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click();
}

async function day(): Promise<ClinicDay> {
  const headers = { authorization: `Bearer ${facts.pms.tokens.clinicAdmin}` };
  const { clinics } = (await (await fetch(`${facts.pms.url}/api/v1/clinics`, { headers })).json()) as ClinicList;
  return (await (
    await fetch(`${facts.pms.url}/api/v1/clinics/${clinics[0]?.id}/day`, { headers })
  ).json()) as ClinicDay;
}

describe('the story', () => {
  it('enrols a kiosk, a wall and a tablet by their codes, in a secure context', async () => {
    const { browser } = trusting;
    kiosk = await enrolScreen(browser, clinic, {
      path: '/kiosk/',
      role: 'kiosk',
      name: 'Hall kiosk',
      viewport: { width: 1080, height: 1920 },
    });
    display = await enrolScreen(browser, clinic, {
      path: '/display/',
      role: 'display',
      name: 'Hall display',
      viewport: { width: 1920, height: 1080 },
    });
    tablet = await enrolScreen(browser, clinic, {
      path: '/staff/',
      role: 'staff-tablet',
      name: 'Room tablet',
      viewport: { width: 1280, height: 800 },
    });
    await expectAccessible(kiosk);
    await expectAccessible(display);
    await expectAccessible(tablet);
  });

  it('checks a booked patient in by the code of the appointment, and prints the number that it shows', async () => {
    const booked = facts.appointments[0]!;
    await scan('Hall kiosk', 'qr', booked.qr);
    await kiosk.getByText(booked.initials).first().waitFor({ timeout: patience });
    await kiosk.getByText('Your ticket is below.').waitFor({ timeout: patience });
    expect(await numberOn(kiosk)).toBe('A001');
    await expectAccessible(kiosk);
    const [ticket] = await printed();
    expect(ticket?.text).toContain('A001');
    expect(ticket?.qr[0]).toMatch(/\/t\/[A-Za-z0-9_-]{22}$/);
    expect(JSON.stringify(await printed())).not.toContain('Okafor');
  });

  it('calls the patient to the room while the line to the centre is cut', async () => {
    line.cut();
    await signIn(tablet, 'Amira Haddad', 'Room 1');
    await tablet.getByText('A001').first().waitFor({ timeout: patience });
    await expectAccessible(tablet);
    await tablet.getByRole('button', { name: /Call next/ }).click();
    await tablet.getByText('Miriam Okafor').waitFor({ timeout: patience });
    await display.locator('foyer-number').first().waitFor({ timeout: patience });
    expect(await numberOn(display)).toBe('A001');
    await expectAccessible(display);
    expect(await display.content()).not.toContain('Okafor');
  });

  it('shows the same on the patient’s own page at the edge', async () => {
    const path = new URL((await printed())[0]!.qr[0]!).pathname;
    const { host } = clinicHost();
    const context = await trusting.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
    phone = await context.newPage();
    await phone.goto(`http://${host}:${new URL(facts.edge.url).port}${path}`);
    expect(await phone.evaluate(() => globalThis.isSecureContext)).toBe(false);
    await phone.getByText('Go now').waitFor({ timeout: patience });
    expect(await numberOn(phone)).toBe('A001');
    await expectAccessible(phone);
  });

  it('finishes the visit, charges it, takes cash, and prints a receipt', async () => {
    await tablet.getByRole('button', { name: 'A001 is here' }).click();
    await tablet.getByRole('button', { name: 'Finish' }).click();
    await phone.getByText('Your visit is finished').waitFor({ timeout: patience });
    await tablet.getByRole('button', { name: 'Lock' }).click();
    await signIn(tablet, 'Marco Teller');
    await tablet.getByRole('button', { name: 'Till', exact: true }).click();
    await type(tablet, '10000');
    await tablet.getByRole('button', { name: /^Open the till/ }).click();
    await tablet.getByRole('button', { name: /^A001/ }).click();
    await tablet.getByRole('button', { name: 'Charge', exact: true }).click();
    await tablet.getByRole('button', { name: /^Doctor/ }).click();
    await tablet.getByText('To pay').first().waitFor({ timeout: patience });
    await type(tablet, '5000');
    await expectAccessible(tablet);
    await tablet.getByRole('button', { name: /^Take cash/ }).click();
    await tablet.getByText('HARB-1-1').first().waitFor({ timeout: patience });
    await expect
      .poll(async () => (await printed()).map(({ text }) => text), { timeout: patience })
      .toContainEqual(expect.stringContaining('HARB-1-1'));
  });

  it('brings everything to the centre once, when the line is mended', async () => {
    const before = await day();
    expect(before).toMatchObject({ served: 0 });
    line.mend();
    await expect.poll(day, { timeout: 60_000, interval: 500 }).toMatchObject({
      booked: facts.appointments.length,
      arrived: 1,
      waiting: 0,
      served: 1,
    });
    const held = await day();
    expect(held.takings).toMatchObject({
      totalMinor: 4500,
      byMeans: [{ means: 'cash', amountMinor: 4500, payments: 1 }],
    });
  });

  it('shows the day on the dashboard, and the end of the visit on the patient’s page at the centre', async () => {
    const context = await trusting.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const dashboard = await context.newPage();
    await dashboard.goto(facts.pms.url);
    const manager = facts.pms.users.find(({ role }) => role === 'clinic-admin')!;
    await dashboard.getByLabel('E-mail address').fill(manager.email);
    await dashboard.getByLabel('Password').fill(manager.password);
    await expectAccessible(dashboard);
    await dashboard.getByRole('button', { name: 'Open' }).click();
    await dashboard.getByText('How is today going?').waitFor({ timeout: patience });
    const figures = dashboard.locator('day-path li');
    await expect
      .poll(async () => (await figures.allTextContents()).map(named), { timeout: patience })
      .toEqual(
        expect.arrayContaining([
          ['Booked', facts.appointments.length],
          ['Arrived', 1],
          ['Waiting', 0],
          ['Served', 1],
        ]),
      );
    await dashboard.getByText('45.00').first().waitFor({ timeout: patience });
    await expectAccessible(dashboard);

    const page = await (
      await trusting.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' })
    ).newPage();
    await page.goto((await printed())[0]!.qr[0]!);
    await page.getByText('Your visit is finished').waitFor({ timeout: patience });
    expect(await numberOn(page)).toBe('A001');
    await expectAccessible(page);
  });
});

/** `Booked 39 for this day` as its name and its figure. */
function named(text: string): [string, number] {
  const [, name = '', value = ''] = /^\s*([A-Za-z ]+?)\s*(\d+)/.exec(text) ?? [];
  return [name, Number(value)];
}
