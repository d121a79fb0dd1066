// Every screen fits its panel in every language, upright and in two of them lying, and with letters up to twice as
// large: as it is drawn nothing hides, and larger nothing is cut, whatever can be touched comes into sight, and its words
// really are that large.

import { languageCodes, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { wordsIn } from '@foyer/ui-kit/testing/words.ts';
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

/** Lying, the longest words and those that are written from the right stand for the others. */
const lyingToo: readonly LanguageCode[] = ['es', 'ar'];

/** What looks at a screen, in the page: brought once, as each screen is looked at many times. */
const looks = { wordsIn, lettersOfTargets, targetsOutOfReach };

function bringLooks(page: Page): Promise<unknown> {
  const brought = Object.entries(looks).map(([name, look]) => `${name}: ${look.toString()}`);
  return page.evaluate(`globalThis.looks = { ${brought.join(', ')} }`);
}

/** Looks at a screen as drawn, and larger twice, and leaves it as drawn; at one that any key answers only as drawn. */
function faultsOf(page: Page, isAnswered: boolean): Promise<string[]> {
  return page.locator('foyer-kiosk').evaluate(
    async (kiosk, { once, largePx }) => {
      const { looks: here } = globalThis as unknown as { readonly looks: typeof looks };
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      const rest = () => new Promise((done) => setTimeout(done));
      const larger = kiosk
        .shadowRoot!.querySelector('kiosk-toolbar')!
        .shadowRoot!.querySelector<HTMLElement>('foyer-button[icon=larger]')!;
      /** Presses "Larger", and waits until everything stands as it will. */
      const enlarge = async () => {
        larger.click();
        await frame();
        await rest();
      };
      const words = async (except?: string) => {
        await document.fonts.ready;
        return here.wordsIn(kiosk, except);
      };

      // What fits itself to its room does so a frame later.
      await frame();
      await frame();
      await rest();
      if (once) return words('.stage, header, foyer-path');
      const stage = kiosk.shadowRoot!.querySelector('.stage')!;
      const hidden = stage.scrollHeight - stage.clientHeight;
      const drawn = here.lettersOfTargets(kiosk);
      const faults = [...(hidden > 0 ? [`${hidden} px do not show`] : []), ...(await words())];
      for (const times of ['1.4', '2']) {
        await enlarge();
        faults.push(...[...(await words()), ...here.targetsOutOfReach(kiosk)].map((fault) => `${times} x: ${fault}`));
      }
      const large = here.lettersOfTargets(kiosk);
      for (const [said, before] of Object.entries(drawn)) {
        const after = large[said];
        if (after !== undefined && after < Math.min(2 * before - 1, largePx))
          faults.push(`2 x: "${said}" is ${after} px of ${before}`);
      }
      await enlarge();
      return faults;
    },
    { once: isAnswered, largePx: LARGE_PX },
  );
}

// Much of the time is waiting for frames: the languages wait together.
it.concurrent.each(languageCodes)(
  'shows all of each screen, upright or lying, and larger cuts nothing: %s',
  async (code) => {
    const kiosk = await bench.open({}, { viewport: panels.upright });
    const { page } = kiosk;
    await bringLooks(page);
    const faults: string[] = [];
    await walkEveryPage(kiosk, code, async (tag, name) => {
      for (const [panel, size] of Object.entries(panels)) {
        if (panel === 'lying' && !lyingToo.includes(code)) continue;
        if (panel === 'lying') await page.setViewportSize(size);
        const found = await faultsOf(page, tag === 'kiosk-still-there');
        faults.push(...found.map((fault) => `${panel}, ${name}: ${fault}`));
      }
      if (lyingToo.includes(code)) await page.setViewportSize(panels.upright);
    });
    expect(faults).toEqual([]);
  },
);
