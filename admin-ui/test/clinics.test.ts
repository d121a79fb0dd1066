// The page of all clinics, in a real browser: what needs somebody first, with the page of the runbook, and the way to each.

import { join } from 'node:path';
import type { ClinicHealth } from '@foyer/contracts/clinic-health.ts';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { builtPages } from '@foyer/ui-kit/testing/built-pages.ts';
import { launchChromium, openPage, seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aClinic, aDay } from './a-day.ts';
import { FakeCentre } from './fake-centre.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  const root = join(import.meta.dirname, '..');
  folder = await builtPages('admin', (outDir) => viteApp({ root, base: '/', outDir }), 'dist');
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const now = Date.UTC(2026, 10, 24, 10, 52);
const ago = (minutes: number) => now - minutes * 60_000;
function aHealth(id: string, name: string, given: Partial<ClinicHealth> = {}): ClinicHealth {
  return {
    id,
    code: id.toUpperCase(),
    name,
    zone: 'UTC',
    lastHeardAt: ago(0.2),
    epoch: 1,
    seq: 48_211,
    waitingRows: 0,
    feedItems: 0,
    deadLetters: 0,
    backupAt: ago(7 * 60),
    version: '1.4.0',
    needs: [],
    ...given,
  };
}
const clinics = [
  aHealth('pine', 'Pine Hill Family Practice and Walk-in Centre, Upper Northside', {
    lastHeardAt: ago(1),
    waitingRows: 18_240,
    waitingSince: ago(11 * 60),
    deadLetters: 3,
    needs: ['fork', 'edge-cloned', 'dead-letters'],
  }),
  aHealth('north', 'Northside', {
    lastHeardAt: ago(52 * 60),
    backupAt: ago(3 * 24 * 60),
    needs: ['clinic-not-heard', 'update-stuck'],
  }),
  aHealth('ferry', 'Ferry Road', {
    epoch: 2,
    waitingRows: 412,
    waitingSince: ago(24),
    feedItems: 36,
    feedSince: ago(44),
    needs: ['rows-waiting', 'feed-behind'],
  }),
  aHealth('harbour', 'Harbour Street'),
  aHealth('new', 'Quay Lane', { epoch: 0, seq: 0 }),
];

async function openClinics(options: BrowserContextOptions = {}) {
  const centre = await FakeCentre.start(folder);
  const [{ feedItems: _none, lastHeardAt: _never, backupAt: _missing, ...unheard }] = [clinics.at(-1)!];
  centre.health = { serverTime: now, clinics: [...clinics.slice(0, -1), unheard] };
  centre.clinics = clinics.map(({ id, name }) => aClinic(id, { name }));
  centre.days = new Map(centre.clinics.map((clinic) => [clinic.id, aDay({ clinic })]));
  const desk = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' };
  const opened = await openPage(browser, 'about:blank', { ...desk, ...options });
  const { page } = opened;
  await page.clock.install({ time: now });
  await page.goto(`${centre.url}/?clinic=harbour&view=clinics`);
  await page.locator('clinics-page tbody tr').nth(4).waitFor();
  const close = async () => {
    await opened.close();
    await centre.close();
  };
  return { page, centre, close };
}

describe('the page of all clinics', () => {
  it('says what each needs somebody for and where that is written, keeps it when the centre is gone, and leads there', async () => {
    const { page, centre, close } = await openClinics();
    await page.getByText('3 of 5 need somebody.').waitFor();
    const first = page.locator('clinics-page tbody tr').first();
    await first.getByText('Its log exists in two versions').waitFor();
    await first.getByText(/Runbook: .?fork/).waitFor();
    await first.getByText('18,240, up to 11 hours old').waitFor();
    await page.locator('clinics-page tbody tr').last().getByText('Not heard yet').waitFor();
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    centre.down = true;
    await page.clock.fastForward(31_000);
    await page.getByText('The centre does not answer now.').waitFor();
    expect(await page.locator('clinics-page tbody tr').count()).toBe(5);
    centre.down = false;
    centre.health = { serverTime: now, clinics: [aHealth('harbour', 'Harbour Street')] };
    await page.clock.fastForward(31_000);
    await page.getByText('All clinics are well.').waitFor();
    await page.locator('clinics-page tbody a').focus();
    await page.keyboard.press('Enter');
    await page.locator('today-page').waitFor();
    expect(new URL(page.url()).search).toBe('?clinic=harbour');
    await close();
  });

  it.each([
    ['on a phone', { viewport: { width: 390, height: 844 } }],
    ['in Arabic in the dark', { locale: 'ar', colorScheme: 'dark' }],
    ['in Spanish on a phone', { locale: 'es', viewport: { width: 390, height: 844 } }],
  ] satisfies [string, BrowserContextOptions][])('fits %s', async (_name, options) => {
    const { page, close } = await openClinics(options);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await close();
  });
});
