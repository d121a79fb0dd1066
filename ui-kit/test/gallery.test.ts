// The shared elements in a real browser, under the servers' content security policy.

import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viteApp } from '../build/vite-app.ts';
import { builtPages } from '../testing/built-pages.ts';
import { launchChromium, openPage, seriousFaults } from '../testing/chromium.ts';
import { serveApp, type StaticServer } from '../testing/static-server.ts';

let browser: Browser;
let server: StaticServer;

beforeAll(async () => {
  const root = join(import.meta.dirname, 'gallery');
  const folder = await builtPages('gallery', (outDir) => viteApp({ root, base: '/gallery/', outDir }));
  server = await serveApp(folder, '/gallery/');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function gallery(query: string) {
  const opened = await openPage(browser, `${server.url}/gallery/?${query}`, {
    viewport: { width: 1080, height: 1920 },
  });
  await opened.page.waitForSelector('body[data-ready]');
  return opened;
}

describe('the shared elements', () => {
  it.each(['theme=light', 'theme=dark', 'theme=contrast', 'language=ar'])(
    'have nothing serious for axe-core: %s',
    async (query) => {
      const { page, complaints, close } = await gallery(query);
      expect(await seriousFaults(page, { colours: true })).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('draw the number with a box exactly as high as its capitals, and fill a width with it', async () => {
    const { page, close } = await gallery('');
    await page.evaluate(() => document.fonts.ready);
    const [fixed, fitted] = await page.evaluate(() =>
      [...document.querySelectorAll('foyer-number')].map((number) => {
        const box = number.shadowRoot!.querySelector('span')!.getBoundingClientRect();
        return { width: box.width, height: box.height };
      }),
    );
    expect(fixed!.height).toBeCloseTo(120 * 0.716, 0);
    expect(fitted!.width).toBeGreaterThan(930);
    expect(fitted!.width).toBeLessThanOrEqual(952);
    await close();
  });

  it('let a door be pressed by keyboard and give its click to its host', async () => {
    const { page, close } = await gallery('');
    await page.evaluate(() => {
      const door = document.querySelector('foyer-door[action]')!;
      door.addEventListener('click', () => door.setAttribute('data-pressed', 'yes'));
    });
    await page.getByRole('button', { name: /Check in/ }).press('Enter');
    expect(await page.locator('foyer-door[data-pressed]').count()).toBe(1);
    await close();
  });

  it('turn arrows over in Arabic and never the number', async () => {
    const { page, close } = await gallery('language=ar');
    const turned = await page.evaluate(() => {
      const style = (selector: string, inner: string) =>
        getComputedStyle(document.querySelector(selector)!.shadowRoot!.querySelector(inner)!);
      return {
        back: style('foyer-icon[label=back]', 'svg').transform,
        clock: style('foyer-icon[label=clock]', 'svg').transform,
        number: style('foyer-number', 'span').direction,
      };
    });
    expect(turned).toEqual({ back: 'matrix(-1, 0, 0, 1, 0, 0)', clock: 'none', number: 'ltr' });
    await close();
  });

  it('say how long nothing was heard', async () => {
    const { page, close } = await gallery('');
    const marks = await page.locator('foyer-mark span').allInnerTexts();
    expect(marks).toEqual([expect.stringMatching(/^No news for \d+ seconds$/), 'No line since 00:00']);
    await close();
  });
});
