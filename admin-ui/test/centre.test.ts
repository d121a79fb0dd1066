// What the dashboard says of the centre itself, in a real browser.

import { join } from 'node:path';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { builtPages } from '@foyer/ui-kit/testing/built-pages.ts';
import { launchChromium, openPage, seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aClinic, aDay } from './a-day.ts';
import { FakeCentre } from './fake-centre.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  const root = join(import.meta.dirname, '..');
  folder = await builtPages('admin', (outDir) => viteApp({ root, base: '/', outDir }));
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const now = aDay().serverTime;

describe('a standby that is lost', () => {
  it('is said above every page, with what it means, covers nothing, and goes when it is back', async () => {
    const centre = await FakeCentre.start(folder);
    centre.clinics = [aClinic()];
    centre.days = new Map([['harbour', aDay()]]);
    const lost = { since: now - 12 * 60_000, policy: 'wait', localCommits: 0 } as const;
    centre.state = { serverTime: now, standbyLost: lost };
    const { page, close } = await openPage(browser, 'about:blank', {
      viewport: { width: 360, height: 740 },
      timezoneId: 'UTC',
      locale: 'en-GB',
    });
    await page.clock.install({ time: now });
    await page.goto(centre.url);
    const notice = page.locator('standby-notice');
    await notice.getByText('away since 10:40').waitFor();
    await notice.getByText('Changes wait').waitFor();
    expect(await notice.getByRole('link').getAttribute('href')).toBe('/runbook/standby-lost');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const boxes = [await notice.boundingBox(), await page.locator('today-page').boundingBox()];
    expect(boxes[0]!.y + boxes[0]!.height).toBeLessThanOrEqual(boxes[1]!.y);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'All clinics' }).click();
    centre.state = { serverTime: now, standbyLost: { ...lost, policy: 'degrade', localCommits: 3 } };
    await page.clock.fastForward(10_000);
    await notice.getByRole('status').getByText('That is 3 changes so far.').waitFor();
    centre.state = { serverTime: now };
    await page.clock.fastForward(10_000);
    await notice.getByText('is back').waitFor();
    expect(await notice.locator('section').count()).toBe(0);
    await close();
    await centre.close();
  });
});
