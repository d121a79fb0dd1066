// The statistics in a real browser, against a centre of a few lines.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { builtPages } from '@foyer/ui-kit/testing/built-pages.ts';
import { launchChromium, openPage, seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aDay } from './a-day.ts';
import { aWeek } from './a-week.ts';
import { FakeCentre } from './fake-centre.ts';

let browser: Browser;
let folder: string;
let centre: FakeCentre;
let opened: OpenedPage | undefined;

beforeAll(async () => {
  const root = join(import.meta.dirname, '..');
  folder = await builtPages('admin', (outDir) => viteApp({ root, base: '/', outDir }), 'dist');
  browser = await launchChromium();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await opened?.close();
  await centre.close();
});

async function openStatistics(options: BrowserContextOptions = {}, statistics = aWeek()): Promise<Page> {
  centre = await FakeCentre.start(folder);
  const day = aDay();
  centre.clinics = [day.clinic];
  centre.days = new Map([[day.clinic.id, day]]);
  centre.statistics = statistics;
  const viewport = { width: 1440, height: 900 };
  opened = await openPage(browser, 'about:blank', { viewport, locale: 'en-GB', ...options });
  await opened.page.clock.install({ time: day.serverTime });
  await opened.page.goto(`${centre.url}/?view=statistics`);
  return opened.page;
}
const asked = () => centre.requests.filter((line) => line.includes('/statistics')).map((line) => line.split('?')[1]);

describe('the statistics', () => {
  it.each([
    ['at a desk', {}],
    [
      'in Arabic, on a phone, in the dark',
      { locale: 'ar', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
    ],
  ] satisfies [string, BrowserContextOptions][])('show pictures and tables %s', async (_name, options) => {
    const page = await openStatistics(options);
    await page.locator('nested-bars canvas').nth(3).waitFor();
    expect(await page.locator('dl .value').allInnerTexts()).toEqual(expect.arrayContaining(['484', '440', '31', '20']));
    expect(await page.locator('figures-table').count()).toBe(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    expect(opened!.complaints).toEqual([]);
  });

  it('are of the days and people that are chosen, and the address says which', async () => {
    const page = await openStatistics();
    await page.getByRole('button', { name: 'Last 28 days' }).click();
    await page.getByRole('combobox', { name: 'Service' }).selectOption({ label: 'Blood test' });
    await page.getByRole('textbox', { name: 'From' }).fill('2026-11-20');
    await expect
      .poll(asked)
      .toEqual([
        'from=2026-11-18&until=2026-11-24',
        'from=2026-10-28&until=2026-11-24',
        'from=2026-10-28&until=2026-11-24&serviceId=s2',
        'from=2026-11-20&until=2026-11-24&serviceId=s2',
      ]);
    await page.goBack();
    await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('2026-10-28');
    await expect.poll(() => page.getByRole('textbox', { name: 'From' }).inputValue()).toBe('2026-10-28');
    await page.getByRole('link', { name: 'The day' }).click();
    await page.getByRole('heading', { name: 'How is today going?' }).waitFor();
  });

  it('are saved as a file in which no name is a formula', async () => {
    const page = await openStatistics();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^By person: save/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('HSC-people-2026-11-18-2026-11-24.csv');
    expect((await readFile(await file.path(), 'utf8')).split('\r\n').slice(1)).toEqual([
      'Dr Lindqvist,210,11,25',
      "'=SUM(A1),130,10,22",
      'Nobody in particular,122,4,8',
      '',
    ]);
  });

  it('say so when there is nothing to count, and ask again when the centre did not answer', async () => {
    const nobody = { arrived: 0, served: 0, notSeen: 0 };
    const none = { total: { ...nobody, services: 0 }, days: [], hours: [], services: [], classes: [], people: [] };
    const page = await openStatistics({}, aWeek(none));
    await page.getByText('Nobody came in these days').waitFor();
    centre.down = true;
    await page.getByRole('button', { name: 'Last 28 days' }).click();
    await page.getByText('The centre does not answer.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    centre.down = false;
    centre.statistics = aWeek();
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.locator('nested-bars canvas').first().waitFor();
    expect(await page.getByText('The centre does not answer.').count()).toBe(0);
  });
});
