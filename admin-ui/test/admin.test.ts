// The dashboard in a real browser, against a centre of a few lines, under the servers' content security policy.

import { join } from 'node:path';
import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import type { ClinicDevices } from '@foyer/contracts/device-report.ts';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { builtPages } from '@foyer/ui-kit/testing/built-pages.ts';
import { launchChromium, openPage, seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aClinic, aConflict, aDay } from './a-day.ts';
import { FakeCentre } from './fake-centre.ts';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

let browser: Browser;
let folder: string;
let centre: FakeCentre;
let opened: OpenedPage | undefined;

beforeAll(async () => {
  const root = join(import.meta.dirname, '..');
  folder = await builtPages('admin', (outDir) => viteApp({ root, base: '/', outDir }), 'dist');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  await opened?.close();
  await centre.close();
});

interface Given {
  readonly days?: readonly ClinicDay[];
  readonly signedIn?: boolean;
  readonly path?: string;
  readonly devices?: ClinicDevices;
  readonly browser?: BrowserContextOptions;
}

async function openDashboard({
  days = [aDay()],
  signedIn = true,
  path = '/',
  devices,
  browser: options,
}: Given = {}): Promise<Page> {
  centre = await FakeCentre.start(folder, { signedIn });
  centre.clinics = days.map(({ clinic }) => clinic);
  centre.devices = devices;
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
const ungraded = (): ClinicDay => {
  const { estimates: _none, ...day } = aDay({ ...emptyDay, rooms: [], edge: { state: 'never', quarantined: false } });
  return day;
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
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
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
    await page.getByText('63 of 100 within what was said, aim 60').waitFor();
    await page.getByText('Said 2 min too short, off by 6 min').waitFor();
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
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
  });

  it('says what will be there where nothing is yet', async () => {
    const page = await openDashboard({
      days: [ungraded()],
    });
    await page.getByText('Nothing has come from this clinic yet.').waitFor();
    for (const words of [
      'Nobody has come yet.',
      'Nothing needs a decision.',
      'No rooms yet.',
      'no payments yet',
      'No waits are graded yet.',
    ]) {
      await page.getByText(words).waitFor();
    }
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
  });

  it('says so where there is no clinic', async () => {
    const page = await openDashboard({ days: [] });
    await page.getByText('No clinic yet.').waitFor();
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
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

  it('begins what needs a decision with an evacuation, which nobody here can end', async () => {
    const page = await openDashboard({ days: [aDay({ evacuationSince: aDay().serverTime - 60_000 })] });
    const first = page.locator('decision-list li').first();
    await first.getByText('The building is being evacuated').waitFor();
    expect(await first.getByRole('button').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    centre.days.set('harbour', aDay());
    await page.clock.fastForward(5_000);
    await page.getByText('The building is being evacuated').waitFor({ state: 'detached' });
  });

  it('takes a decision off the list when a person has seen to it, and asks once before', async () => {
    const page = await openDashboard();
    const item = page.getByRole('listitem').filter({ hasText: 'The clinic refused a request' });
    await item.getByRole('button', { name: 'Seen to' }).click();
    await item.getByText('That cannot be undone.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await item.getByRole('button', { name: 'Seen to', exact: true }).waitFor();
    expect(centre.requests.filter((request) => request.startsWith('POST'))).toEqual([]);
    await item.getByRole('button', { name: 'Seen to' }).click();
    await item.getByRole('button', { name: 'Yes, seen to' }).click();
    await item.waitFor({ state: 'detached' });
    expect(centre.requests).toContain('POST /api/v1/clinics/harbour/work-items/w1/resolve');
  });

  it('shows a detail that was written in two ways side by side, is chosen by one tap, and taken back', async () => {
    const page = await openDashboard({ days: [{ ...aDay(), conflicts: { open: 1, settled: 0 } }] });
    centre.conflicts = [aConflict()];
    expect(centre.requests.some((request) => request.endsWith('/detail-conflicts'))).toBe(false);
    await page.getByRole('button', { name: 'Show the details' }).click();
    const versions = page.locator('conflict-list .versions > li');
    await versions.first().waitFor();
    expect(await versions.allInnerTexts()).toEqual([
      expect.stringMatching(/7 March 1956[^]*At the centre[^]*This stands/),
      expect.stringMatching(/3 July 1956[^]*At the clinic/),
    ]);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'This one: 3 July 1956' }).click();
    await page.getByRole('button', { name: 'Undo the choice' }).click();
    await page.getByRole('button', { name: 'This one: 7 March 1956' }).waitFor();
    expect(centre.chosen).toEqual([{ version: 1 }, { version: null }]);
  });

  it('says so when the centre did not take a decision off the list', async () => {
    const page = await openDashboard();
    await page.getByRole('button', { name: 'Seen to' }).first().click();
    centre.down = true;
    await page.getByRole('button', { name: 'Yes, seen to' }).click();
    await page.getByText('The centre does not answer. It stays on the list.').waitFor();
    expect(await page.getByText('The clinic refused a request').count()).toBe(1);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('says which room is ready for the doctor, since when, and which is to be cleaned', async () => {
    const page = await openDashboard();
    await page.locator('room-doors li', { hasText: 'Room 5' }).getByText('ready, 3 min').waitFor();
    await page.locator('room-doors li', { hasText: 'X-ray 1' }).getByText('to be cleaned').waitFor();
  });

  it('names the rooms in the language of the page', async () => {
    const page = await openDashboard({ browser: { locale: 'es' } });
    await page.getByRole('heading', { name: 'Sala 1' }).waitFor();
    await page.getByRole('heading', { name: 'X-ray 1' }).waitFor();
  });

  it.each([
    ['at a desk', {}, 1],
    ['on a phone', { viewport: PHONE }, 1],
    ['on a phone in Arabic', { viewport: PHONE, locale: 'ar' }, -1],
  ] satisfies [string, BrowserContextOptions, 1 | -1][])(
    'keeps the bars of the only hour within it, who arrived before who was served: %s',
    async (_name, options, direction) => {
      const page = await openDashboard({
        browser: options,
        // Closed a while ago: the line of now is far off.
        days: [aDay({ date: '2026-11-23', hours: [{ hour: 10, arrived: 7, served: 7 }] })],
        path: '/?date=2026-11-23',
      });
      await page.getByRole('img').waitFor();
      // Drawn once the chart has been given its size.
      const chart = page.locator('hours-chart canvas');
      await expect.poll(async () => (await chart.evaluate(inkOfRow)).at.length).toBeGreaterThan(0);
      const ink = await chart.evaluate(inkOfRow);
      const hour = (ink.width - 64) / 6;
      const from = direction === 1 ? 40 : ink.width - 40 - hour;
      expect(Math.min(...ink.at)).toBeGreaterThan(from);
      expect(Math.max(...ink.at)).toBeLessThan(from + hour);
      // A ring is ink at its edges alone: the full bar is the second one.
      const middle = ink.at.reduce((sum, x) => sum + x, 0) / ink.at.length;
      expect((middle - (from + hour / 2)) * direction).toBeGreaterThan(0);
    },
  );
});

/** Where the row just above the chart's floor is drawn in ink, in pixels of the page. */
function inkOfRow(canvas: HTMLElement | SVGElement): { width: number; at: number[] } {
  const { width, height } = canvas as HTMLCanvasElement;
  if (width === 0 || canvas.clientWidth === 0) return { width: 0, at: [] };
  const ratio = width / canvas.clientWidth;
  const row = (canvas as HTMLCanvasElement)
    .getContext('2d')!
    .getImageData(0, Math.round(height - 44 * ratio), width, 1).data;
  const at = Array.from({ length: width }, (_, x) => x).filter((x) => row[x * 4 + 3]! > 128 && row[x * 4]! < 80);
  return { width: canvas.clientWidth, at: at.map((x) => x / ratio) };
}

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

  it('opens a calendar at the date, which is written in the language of the page', async () => {
    const page = await openDashboard({ browser: { locale: 'es' } });
    const date = page.getByRole('button', { name: 'Día: 24 nov 2026. Elegir otro' });
    await date.waitFor();
    await page.locator('day-picker').getByText('24 nov 2026', { exact: true }).waitFor();
    const field = page.locator('day-picker input[type=date]');
    await field.evaluate((input) => {
      (input as HTMLInputElement).showPicker = () => input.setAttribute('data-opened', '');
    });
    await date.click();
    expect(await field.getAttribute('data-opened')).toBe('');
    await field.evaluate((input) => {
      (input as HTMLInputElement).value = '2026-11-20';
      input.dispatchEvent(new Event('change'));
    });
    await page.getByRole('button', { name: 'Día: 20 nov 2026. Elegir otro' }).waitFor();
    expect(new URL(page.url()).search).toBe('?clinic=harbour&date=2026-11-20');
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

describe('the devices of a clinic', () => {
  const well = { connected: true, problems: [] };
  const devices: ClinicDevices = {
    heardAt: aDay().serverTime - 30_000,
    edgeHeardAt: aDay().serverTime,
    zone: 'UTC',
    backup: { takenAt: aDay().serverTime - 3 * 86_400_000, bytes: 120_000_000 },
    devices: [
      { ...well, id: 'k', kind: 'kiosk', name: 'Kiosk 1', firmware: 'D3adb33f', recentTickets: ['A054', 'R012'] },
      { ...well, id: 'p', kind: 'printer', name: '', paper: 'enough' },
      {
        id: 'w',
        kind: 'display',
        name: 'Wall',
        connected: false,
        lastSeenAt: aDay().serverTime,
        problems: ['not-heard'],
      },
      { ...well, id: 'b', kind: 'button', name: 'Button 3', batteryPercent: 11, problems: ['battery-low', 'of-later'] },
    ],
  };

  it('are in sight with what does not work first, and old news is told', async () => {
    const page = await openDashboard({ path: '/?view=devices', devices });
    await page.getByText('1 of 4 do not work, 1 need care soon.').waitFor();
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(['Wall', 'Button 3', 'Printer', 'Kiosk 1']);
    expect(await page.locator('tbody .state').allInnerTexts()).toEqual([
      'Silent',
      'Battery low, of-later',
      'Fine',
      'Fine',
    ]);
    expect(await seriousFaults(page)).toEqual([]);

    await page.getByText('The newest backup here is older than two days.').waitFor();
    await page.getByRole('button', { name: 'Give out a restore code' }).click();
    await page.getByText('ACDE-FGHJ-KLMN-PQRT').waitFor();

    centre.devices = { ...devices, heardAt: aDay().serverTime - 3_600_000 };
    await page.clock.runFor(31_000);
    await page.locator('.old').getByText('As the clinic said at 09:52.').waitFor();
    await page.setViewportSize(PHONE);

    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole('link', { name: 'The day' }).click();
    await page.getByRole('heading', { name: 'How is today going?' }).waitFor();
    expect(opened!.complaints).toEqual([]);
  });
});
