// A tablet in a real Chromium: the built page, let in, remembering its room; and signing in on it.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium, openPage, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { now, room3 } from './a-staff-view.ts';
import { builtTablet } from './built-tablet.ts';
import { deviceToken, FakeEdge, rightPin } from './fake-edge.ts';

export interface Bench {
  readonly browser: Browser;
  readonly edge: FakeEdge;
  close(): Promise<void>;
}

/** Builds the app, starts an edge that serves it, and a browser. */
export async function aBench(): Promise<Bench> {
  const [browser, folder] = await Promise.all([launchChromium(), builtTablet()]);
  const edge = await FakeEdge.start(folder, now);
  return {
    browser,
    edge,
    async close() {
      await browser.close();
      await edge.stop();
    },
  };
}

export interface TabletOptions extends BrowserContextOptions {
  /** False: nobody has let this tablet in. */
  readonly enrolled?: boolean;
  readonly preferences?: Readonly<Record<string, unknown>>;
  readonly fragment?: string;
}

export function openTablet({ browser, edge }: Bench, options: TabletOptions = {}): Promise<OpenedPage> {
  const { enrolled = true, preferences = { servicePointId: room3 }, fragment = '', ...context } = options;
  const credential = { token: deviceToken, deviceId: 'd', role: 'staff-tablet', name: 'Tablet 3' };
  const kept = [
    ...(enrolled ? [{ name: 'foyer.credential.staff', value: JSON.stringify(credential) }] : []),
    { name: 'foyer.tablet', value: JSON.stringify(preferences) },
  ];
  return openPage(browser, `${edge.url}${fragment}`, {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    storageState: { cookies: [], origins: [{ origin: new URL(edge.url).origin, localStorage: kept }] },
    ...context,
  });
}

/** Touches the tile of whoever the edge's view is for, and types a PIN. */
export async function signIn(page: Page, edge: FakeEdge, pin: string = rightPin): Promise<void> {
  const person = edge.tiles.staff.find(({ id }) => id === edge.view.me.id)!;
  await page.locator('lock-page .tiles button').filter({ hasText: person.name }).click();
  for (const digit of pin) await page.keyboard.press(digit);
}

/** A tablet on which the person of the edge's view is signed in. */
export async function openSignedIn(bench: Bench, options: TabletOptions = {}): Promise<OpenedPage> {
  const opened = await openTablet(bench, options);
  await signIn(opened.page, bench.edge);
  await opened.page.locator('staff-header').waitFor();
  return opened;
}

/** Until the page of whoever is signed in shows what the edge has now: what is touched earlier may move away under the finger. */
export async function untilShown({ page }: OpenedPage, { view }: FakeEdge): Promise<void> {
  const shown = () =>
    page
      .locator('staff-app')
      .evaluate((app) => (Reflect.get(app, 'session') as { readonly view?: object } | undefined)?.view);
  await expect.poll(shown).toEqual(view);
}
