// The dashboard in a real browser, against a centre of a few lines, under the servers' content security policy.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { launchChromium, openPage, seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aClinic, aDay } from './a-day.ts';
import { FakeCentre } from './fake-centre.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

let browser: Browser;
let folder: string;
let centre: FakeCentre;
let opened: OpenedPage | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-admin-'));
  vi.stubEnv('NODE_ENV', 'production');
  const app = viteApp({ root: join(import.meta.dirname, '..'), base: '/', outDir: folder });
  await build({ ...app, configFile: false, logLevel: 'error' });
  vi.unstubAllEnvs();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await opened?.close();
  await centre.close();
});

interface Given {
  readonly days?: readonly ClinicDay[];
  readonly signedIn?: boolean;
  readonly path?: string;
  readonly browser?: BrowserContextOptions;
}

async function openDashboard({
  days = [aDay()],
  signedIn = true,
  path = '/',
  browser: options,
}: Given = {}): Promise<Page> {
  centre = await FakeCentre.start(folder, { signedIn });
  centre.clinics = days.map(({ clinic }) => clinic);
  centre.days = new Map(days.map((day) => [day.clinic.id, day]));
  opened = await openPage(browser, 'about:blank', { viewport: DESK, locale: 'en-GB', ...options });
  await opened.page.clock.install({ time: aDay().serverTime });
  await opened.page.goto(centre.url + path);
  return opened.page;
}

const emptyDay: Partial<ClinicDay> = {
  arrived: 0,
  arrivedWithoutBooking: 0,
  waiting: 0,
  withStaff: 0,
  onHold: 0,
  served: 0,
  notHere: 0,
  hours: [],
  workItems: [],
  takings: { currency: 'EUR', totalMinor: 0, byMeans: [] },
};

describe('the dashboard', () => {
  it.each([
    ['at a desk', {}],
    ['in the dark', { colorScheme: 'dark' }],
    ['in high contrast', { contrast: 'more' }],
    ['on a phone', { viewport: PHONE }],
    ['in Arabic', { locale: 'ar' }],
  ] satisfies [string, BrowserContextOptions][])('shows the day %s', async (_name, options) => {
    const page = await openDashboard({ browser: options });
    await page.getByRole('img').waitFor();
    expect(await page.locator('day-path .value').allInnerTexts()).toEqual(['86', '61', '17', '6', '38']);
    expect(await page.locator('hours-chart canvas').count()).toBe(1);
    expect(await page.locator('room-doors li').count()).toBe(8);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    expect(opened!.complaints).toEqual([]);
  });

  it('says takings by means, the numbers under the chart, and how fresh the line is', async () => {
    const page = await openDashboard();
    await page.getByText('€4,286.50').waitFor();
    await page.getByText('€1,286.50').waitFor();
    expect(
      await page
        .getByRole('row', { name: /^Served/ })
        .getByRole('cell')
        .allInnerTexts(),
    ).toEqual(['9', '16', '13', '38']);
    await page.getByText(/Line: last heard \d s ago/).waitFor();
    await page.clock.fastForward(3_000);
    expect(await page.getByRole('img').getAttribute('aria-label')).toBe(
      'Chart: 61 arrived and 38 were served, over 3 hours',
    );
  });

  it('says when the clinic is quiet, and when its line is shut', async () => {
    const { edge } = aDay();
    const page = await openDashboard({
      days: [aDay({ edge: { ...edge, state: 'quiet', lastHeardAt: aDay().serverTime - 600_000 } })],
    });
    await page.getByText('Line: last heard 10 min ago. The figures are as old as that.').waitFor();
    centre.days.set('harbour', aDay({ edge: { ...edge, quarantined: true } }));
    await page.clock.fastForward(5_000);
    await page.getByText('Somebody must look.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('says what will be there where nothing is yet', async () => {
    const page = await openDashboard({
      days: [aDay({ ...emptyDay, rooms: [], edge: { state: 'never', quarantined: false } })],
    });
    await page.getByText('Nothing has come from this clinic yet.').waitFor();
    for (const words of ['Nobody has come yet.', 'Nothing needs a decision.', 'No rooms yet.', 'no payments yet']) {
      await page.getByText(words).waitFor();
    }
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('says so where there is no clinic', async () => {
    const page = await openDashboard({ days: [] });
    await page.getByText('No clinic yet.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('goes on showing the day, and says since when, while the centre does not answer', async () => {
    const page = await openDashboard();
    await page.getByText('€4,286.50').waitFor();
    centre.down = true;
    await page.clock.fastForward(5_000);
    await page.getByText('This page has had no answer since 10:5').waitFor();
    expect(await page.locator('day-path .value').first().innerText()).toBe('86');
    centre.down = false;
    await page.clock.fastForward(5_000);
    await page.getByText('This page has had no answer').waitFor({ state: 'detached' });
  });

  it('takes a decision off the list when a person has seen to it', async () => {
    const page = await openDashboard();
    await page.getByText('The clinic refused a request').waitFor();
    await page.getByRole('button', { name: 'Seen to' }).first().click();
    await page.getByText('The clinic refused a request').waitFor({ state: 'detached' });
    expect(centre.requests).toContain('POST /api/v1/clinics/harbour/work-items/w1/resolve');
  });
});

describe('the address', () => {
  it('holds the day, and goes back', async () => {
    const page = await openDashboard();
    await page.getByRole('heading', { name: 'How is today going?' }).waitFor();
    await page.getByRole('button', { name: 'The day before' }).click();
    await page.getByRole('heading', { name: 'How did this day go?' }).waitFor();
    expect(new URL(page.url()).search).toBe('?clinic=harbour&date=2026-11-23');
    await page.goBack();
    await page.getByRole('heading', { name: 'How is today going?' }).waitFor();
  });

  it('opens a day that it names, and steps to today', async () => {
    const page = await openDashboard({ path: '/?date=2026-11-30' });
    await page.getByRole('heading', { name: 'What is booked for this day?' }).waitFor();
    await page.getByText(/Monday,? 30 November 2026/).waitFor();
    await page.getByRole('button', { name: 'Today' }).click();
    await page.getByRole('heading', { name: 'How is today going?' }).waitFor();
    expect(centre.requests).toContain('GET /api/v1/clinics/harbour/day?date=2026-11-30');
  });

  it('chooses among several clinics', async () => {
    const north = aDay({ clinic: aClinic('north', { name: 'Northside' }), booked: 12, waiting: 1 });
    const page = await openDashboard({ days: [aDay(), north] });
    await page.getByRole('link', { name: /Northside.*1 waits/ }).click();
    await page.locator('day-path .value', { hasText: '12' }).waitFor();
    expect(new URL(page.url()).search).toBe('?clinic=north');
    expect(await page.getByRole('link', { name: /Northside/ }).getAttribute('aria-current')).toBe('page');
  });
});

describe('the way in', () => {
  it('refuses a wrong password in words, and opens for the right one', async () => {
    const page = await openDashboard({ signedIn: false });
    await page.getByLabel('E-mail address').fill('manager@clinic.test');
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('The e-mail address or the password is not right.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Password').fill('right');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { name: 'How is today going?' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(centre.signedIn).toBe(false);
  });

  it('comes back when the session has ended', async () => {
    const page = await openDashboard();
    await page.getByText('€4,286.50').waitFor();
    centre.signedIn = false;
    await page.clock.fastForward(5_000);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.getByText('€4,286.50').count()).toBe(0);
  });

  it('speaks another language at a touch, and keeps it', async () => {
    const page = await openDashboard({ signedIn: false });
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('heading', { name: 'Entrar' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Entrar' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
  });
});
