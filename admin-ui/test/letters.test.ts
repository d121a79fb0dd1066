// The page of facts that were not applied, in a real browser: looked at, mended, set aside, and tried again together.

import { join } from 'node:path';
import type { Letter } from '@foyer/contracts/dead-letters.ts';
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

function aLetter(seq: number, given: Partial<Letter> = {}): Letter {
  return {
    epoch: 1,
    seq,
    type: 'v1.TicketIssued',
    at: Date.UTC(2026, 10, 24, 8, 40 + seq),
    businessDay: '2026-11-24',
    reason: 'invalid-request',
    state: 'open',
    tries: 0,
    actor: 'system',
    body: '{"ticketId":"01990000-0000-7000-8000-0000000000d1","ordinal":"seven"}',
    isSealed: seq === 3,
    ...given,
  };
}

async function openLetters(options: BrowserContextOptions = {}) {
  const centre = await FakeCentre.start(folder);
  centre.clinics = [aClinic()];
  centre.days = new Map([['harbour', aDay()]]);
  centre.letters = [
    aLetter(3),
    aLetter(4, { type: 'v1.TicketClosed', reason: 'unknown-ticket', tries: 2 }),
    aLetter(5, { type: 'v9.DoorPainted', reason: 'unknown-version' }),
    aLetter(6, { type: 'v1.PaymentTaken', reason: '23505 payments_pkey' }),
  ];
  const opened = await openPage(browser, 'about:blank', {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    ...options,
  });
  const { page } = opened;
  await page.goto(`${centre.url}/?clinic=harbour&view=not-applied`);
  await page.locator('letters-page tbody tr').nth(3).waitFor();
  const rows = () => page.locator('letters-page tbody tr').count();
  const close = async () => {
    await opened.close();
    await centre.close();
  };
  return { page, centre, rows, close };
}

describe('the facts that were not applied', () => {
  it('are looked at, mended with a reason, set aside, and tried again together', async () => {
    const { page, centre, rows, close } = await openLetters();
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    await page.getByRole('button', { name: 'Look' }).first().click();
    const [values, why] = [page.getByLabel('Its values'), page.getByLabel('Why you do this')];
    const apply = page.getByRole('button', { name: 'Apply with these values' });
    await apply.click();
    await page.getByText('Say why, in a few words.').waitFor();
    await why.fill('The kiosk wrote a word');
    await apply.click();
    await page.getByText('It cannot be applied so either').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await values.fill('{ "ordinal": ');
    await apply.click();
    await page.getByText('These values cannot be read').waitFor();
    await values.fill('{ "ordinal": 7 }');
    await apply.click();
    await page.getByText('It was applied with the new values.').waitFor();
    await expect.poll(rows).toBe(3);
    await page.getByRole('button', { name: 'Try all again' }).click();
    await page.getByText('1 applied, 2 still wait.').waitFor();
    await expect.poll(rows).toBe(2);
    await page.getByRole('button', { name: 'Look' }).first().click();
    await why.fill('A rehearsal');
    await page.getByRole('button', { name: 'Set aside for good' }).click();
    await page.getByText('It was set aside.').waitFor();
    expect(centre.requests.filter((request) => request.startsWith('POST'))).toHaveLength(4);
    await close();
  });

  it.each([
    ['on a phone', { viewport: { width: 390, height: 844 } }],
    ['in Arabic', { locale: 'ar' }],
  ] satisfies [string, BrowserContextOptions][])('fit %s', async (_name, options) => {
    const { page, close } = await openLetters(options);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await close();
  });
});
