// Every screen fits its panel in every language, and with letters up to twice as large: as it is drawn nothing hides, and
// larger nothing is cut, whatever can be touched comes into sight, and its words really are that large.

import { languageCodes } from '@foyer/ui-kit/language/language.ts';
import { faultsOfWords } from '@foyer/ui-kit/testing/words.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { walkEveryPage } from './every-page.ts';
import { KioskBench } from './kiosk.ts';
import { lettersOfTargets, targetsOutOfReach } from './targets.ts';

vi.setConfig({ testTimeout: 240_000 });

const bench = new KioskBench();
beforeAll(() => bench.start());
afterAll(() => bench.stop());

/** Letters of this size, 34 mm on the reference panel, need not grow any more. */
const LARGE_PX = 136;

const panels = {
  upright: { width: 1080, height: 1920 },
  lying: { width: 1920, height: 1080 },
} as const;

const wordsOf = (page: Page, except?: string) =>
  faultsOfWords(page, { host: 'foyer-kiosk', ...(except ? { except } : {}) });

/** Presses "Larger", and waits until everything stands as it will. */
const enlarge = (page: Page) =>
  page.locator('kiosk-toolbar foyer-button[icon=larger]').evaluate(async (button: HTMLElement) => {
    button.click();
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  });

/** Looks at a screen as drawn, and larger twice, and leaves it as drawn. */
async function faultsOf(page: Page): Promise<string[]> {
  const hidden = await page
    .locator('foyer-kiosk .stage')
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  const drawn = await lettersOfTargets(page);
  const faults = [...(hidden > 0 ? [`${hidden} px do not show`] : []), ...(await wordsOf(page))];
  for (const times of ['1.4', '2']) {
    await enlarge(page);
    faults.push(
      ...[...(await wordsOf(page)), ...(await targetsOutOfReach(page))].map((fault) => `${times} x: ${fault}`),
    );
  }
  const large = await lettersOfTargets(page);
  for (const [words, before] of Object.entries(drawn)) {
    const after = large[words];
    if (after !== undefined && after < Math.min(2 * before - 1, LARGE_PX))
      faults.push(`2 x: "${words}" is ${after} px of ${before}`);
  }
  await enlarge(page);
  return faults;
}

// Much of the time is waiting for frames: the languages wait together.
it.concurrent.each(languageCodes)(
  'shows all of each screen, upright and lying, and larger cuts nothing: %s',
  async (code) => {
    const kiosk = await bench.open({}, { viewport: panels.upright });
    const { page } = kiosk;
    const faults: string[] = [];
    await walkEveryPage(kiosk, code, async (tag, name) => {
      for (const [panel, size] of Object.entries(panels)) {
        await page.setViewportSize(size);
        // What fits itself to its room does so a frame later.
        await page.evaluate(
          () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))),
        );
        const found =
          tag === 'kiosk-still-there' ? await wordsOf(page, '.stage, header, foyer-path') : await faultsOf(page);
        faults.push(...found.map((fault) => `${panel}, ${name}: ${fault}`));
      }
      await page.setViewportSize(panels.upright);
    });
    expect(faults).toEqual([]);
  },
);
