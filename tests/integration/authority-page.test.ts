/** The page by which a device comes to trust the clinic's edge, in a browser, before and after it does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { fingerprintOf } from '@foyer/edge-server/adapters/http/authority-fingerprint.ts';
import { EdgeUnderTest } from '@foyer/edge-server/testing/an-edge.ts';
import { launchChromium, openPage, seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';

const edge = new EdgeUnderTest();
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
  await edge.start();
});
afterAll(async () => {
  await browser?.close();
  await edge.end();
});

describe('the page of the authority', () => {
  it('has the words to compare and the steps of this device, and says when it works', async () => {
    const opened = await openPage(browser, `${edge.running.url}/authority?lang=ar`, {
      viewport: { width: 390, height: 844 },
    });
    const { page } = opened;
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'English' }).click();
    const file = await fetch(`${edge.running.url}/foyer-authority.crt`);
    const { words } = fingerprintOf(new Uint8Array(await file.arrayBuffer()), 'en');
    expect(await page.locator('.words li').allInnerTexts()).toEqual(words);
    expect(words.join(' ')).toBe(edge.running.authorityWords);
    expect(await page.locator('details[open] summary').allInnerTexts()).toEqual(['Linux']);
    expect(await page.locator('details[open] ol svg').count()).toBe(3);
    expect(await seriousFaults(page)).toEqual([]);
    expect(opened.complaints).toEqual([]);

    await page.getByRole('button', { name: 'Does it work now?' }).click();
    await page.getByText('Not yet.').waitFor();
    await opened.close();

    const trusting = await openPage(browser, `${edge.running.url}/authority?lang=en`, { ignoreHTTPSErrors: true });
    await trusting.page.getByRole('button', { name: 'Does it work now?' }).click();
    const onward = trusting.page.getByRole('link', { name: 'Go on' });
    await onward.waitFor();
    expect(await onward.getAttribute('href')).toBe(`${edge.running.tlsUrl}/`);
    await trusting.close();
  });
});
