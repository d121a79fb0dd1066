// A kiosk in a real browser against the fake edge, as its tests hold one.

import { join } from 'node:path';
import { builtPages } from '@foyer/ui-kit/testing/built-pages.ts';
import { launchChromium, openPage, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { CODE, startFakeEdge, type FakeEdge, type ScriptedClinic } from './fake-edge.ts';
import { aScriptedClinic } from './a-clinic.ts';

export interface Kiosk extends OpenedPage {
  readonly edge: FakeEdge;
  /** Presses the nth door of a page. */
  door(page: string, nth?: number): Promise<void>;
  shows(page: string): Promise<void>;
  /** Everything that is in the page as text, shadow roots included. */
  text(): Promise<string>;
}

export class KioskBench {
  #browser!: Browser;
  #dist!: string;
  readonly #closing: (() => Promise<void>)[] = [];

  /** With a camera, which shows this film, or a picture of its own without one. */
  async start(film?: string): Promise<void> {
    const root = join(import.meta.dirname, '..');
    this.#dist = await builtPages(
      'kiosk',
      (outDir) => viteApp({ root, base: '/kiosk/', outDir, offline: true }),
      'dist',
    );
    this.#browser = await launchChromium([
      ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
      ...(film === undefined ? [] : [`--use-file-for-fake-video-capture=${film}`]),
    ]);
  }

  async stop(): Promise<void> {
    await this.closeKiosks();
    await this.#browser?.close();
  }

  async closeKiosks(): Promise<void> {
    for (const close of this.#closing.splice(0)) await close();
  }

  async open(
    clinic: Partial<ScriptedClinic> = {},
    options: BrowserContextOptions & { enrolled?: boolean } = {},
  ): Promise<Kiosk> {
    const { enrolled = true, ...context } = options;
    const edge = await startFakeEdge(this.#dist, aScriptedClinic(clinic));
    const url = `${edge.url}/kiosk/${enrolled ? `#${CODE}` : ''}`;
    const opened = await openPage(this.#browser, url, {
      viewport: { width: 1080, height: 1920 },
      serviceWorkers: 'block',
      ...context,
    });
    this.#closing.push(
      () => opened.close(),
      () => edge.close(),
    );
    if (enrolled) await opened.page.locator('idle-page').waitFor();
    return { ...opened, edge, ...handsOn(opened.page) };
  }
}

function handsOn(page: Page): Pick<Kiosk, 'door' | 'shows' | 'text'> {
  return {
    async door(tag, nth = 0) {
      await page.locator(`${tag} foyer-door button`).nth(nth).click();
    },
    async shows(tag) {
      await page.locator(tag).waitFor();
    },
    text: () =>
      page.evaluate(() => {
        const read = (root: ParentNode): string =>
          [...root.querySelectorAll('*')]
            .map((element) => {
              const own = [...element.childNodes]
                .filter((node) => node.nodeType === Node.TEXT_NODE)
                .map((node) => node.textContent)
                .join('');
              const value = element instanceof HTMLInputElement ? element.value : '';
              return `${own} ${value} ${element.shadowRoot ? read(element.shadowRoot) : ''}`;
            })
            .join(' ');
        return read(document);
      }),
  };
}
