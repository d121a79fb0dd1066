// Every screen fits its panel in every language: nothing to touch is below the floor, and nothing is cut off.

import { Languages, languageCodes } from '@foyer/ui-kit/language/language.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { KioskBench } from './kiosk.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = new KioskBench();
beforeAll(() => bench.start());
afterAll(() => bench.stop());

/** How many pixels of the screen's own stage do not show, and which words reach out of their door. */
async function overflow(page: Page): Promise<{ hidden: number; words: string[] }> {
  await page.evaluate(() => document.fonts.ready);
  return page.locator('foyer-kiosk').evaluate((kiosk) => {
    const stage = kiosk.shadowRoot!.querySelector('.stage')!;
    const screen = stage.firstElementChild!.shadowRoot!;
    const words = [...screen.querySelectorAll('kiosk-words, h1:not(.visually-hidden), .door-what, .sub')].filter(
      (element) => element.scrollWidth > element.clientWidth + 1,
    );
    return {
      hidden: stage.scrollHeight - stage.clientHeight,
      words: words.map((element) => element.textContent.trim()),
    };
  });
}

describe.each([
  ['upright', { width: 1080, height: 1920 }],
  ['lying', { width: 1920, height: 1080 }],
])('a kiosk that is %s', (_, viewport) => {
  it('shows all of each screen in every language', async () => {
    const { page, edge, door, shows } = await bench.open({}, { viewport });
    const faults: string[] = [];
    const look = async (screen: string) => {
      await shows(screen);
      const { hidden, words } = await overflow(page);
      const code = await page.evaluate(() => document.documentElement.lang);
      if (hidden > 0) faults.push(`${code} ${screen}: ${hidden} px do not show`);
      for (const text of words) faults.push(`${code} ${screen}: "${text}" is cut off`);
    };
    const restart = () => page.locator('kiosk-toolbar .nav foyer-button button').last().click();
    for (const code of languageCodes) {
      await page.getByRole('button', { name: Languages[code].name }).click();
      await look('idle-page');
      await door('idle-page', 1);
      await look('services-page');
      await page.locator('services-page .wide button').click();
      await page.locator('.hg-button').first().waitFor();
      await look('register-page');
      await restart();
      await door('idle-page');
      await look('identify-page');
      await door('identify-page');
      await look('scan-page');
      await page.locator('kiosk-toolbar .nav foyer-button button').first().click();
      await door('identify-page', 2);
      await look('birth-date-page');
      for (const digit of '14031958') await page.getByRole('button', { name: digit, exact: true }).click();
      await page.locator('kiosk-keypad foyer-door button').click();
      await look('confirm-page');
      edge.scan(`FOYER1.${code}`);
      await shows('ticket-page');
      edge.change((view) => ({ ...view, issued: { t1: { ahead: 6, state: 'waiting' } } }));
      await look('ticket-page');
      await page.locator('kiosk-toolbar .call button').click();
      await look('help-page');
      await page.locator('kiosk-toolbar .call button').click();
      await restart();
    }
    expect(faults).toEqual([]);
  });
});
