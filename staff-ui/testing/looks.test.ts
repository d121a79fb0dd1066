// Every page at the sizes, languages and themes that a clinic uses: nothing serious for axe-core, nothing wider than the
// screen, and the door that calls always whole in view.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import type { Page } from 'playwright-core';
import { aFullHealth } from './a-full-health.ts';
import {
  aFullRoom,
  anAskedRoom,
  aStaffView,
  aTypicalBoard,
  aTypicalDesk,
  aTypicalRoom,
  aTypicalTill,
  aWalkAskedFor,
  id,
  now,
  room3,
  services,
} from './a-staff-view.ts';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
import { partsInOrder, type SetUpPartName } from '../src/data/set-up/parts.ts';
import { aFamilyRoom } from './a-family.ts';
import { aClinicAsSetUp } from './fake-set-up.ts';
import { pagesFor } from '../src/data/pages.ts';
import { aBench, openSignedIn, openTablet, type Bench } from './tablet.ts';

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(aTypicalRoom());
  tablet = await openSignedIn(bench);
});
afterAll(() => bench?.close());

const sizes = {
  'tablet 1280': { width: 1280, height: 800 },
  'tablet 1024': { width: 1024, height: 768 },
  'upright 800': { width: 800, height: 1280 },
  'upright 768': { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
} as const;
const admin = {
  ...aFullRoom(),
  ...aFullHealth,
  me: { ...aStaffView().me, id: id('staff', 10), name: 'Wei-Ling Tan', roles: ['admin'] as const },
};
const views = {
  room: aTypicalRoom,
  called: () => aTypicalRoom('called'),
  asked: anAskedRoom,
  walk: aWalkAskedFor,
  family: aFamilyRoom,
  full: aFullRoom,
  empty: aStaffView,
  desk: aTypicalDesk,
  'desk whose printer is empty': () => {
    const printers = { door: { id: 'door', name: 'Kiosk 1', state: 'paper-out' as const, since: now } };
    return aTypicalDesk({ printers, printer: 'unavailable' });
  },
  till: aTypicalTill,
  devices: () => admin,
} as const;
const boards: readonly (readonly [keyof typeof sizes, Record<string, unknown>])[] = [
  ['tablet 1280', {}],
  ['tablet 1280', { theme: 'dark', language: 'ar' }],
  ['tablet 1280', { textSize: 200 }],
  ['tablet 1024', { language: 'es', theme: 'contrast' }],
  ['upright 768', { language: 'zh' }],
  ['phone', { language: 'es' }],
  ['phone', { textSize: 200, theme: 'dark' }],
];

const cases: readonly (readonly [keyof typeof views, keyof typeof sizes, Record<string, unknown>])[] = [
  ['room', 'tablet 1280', {}],
  ['room', 'tablet 1280', { theme: 'dark', hand: 'left', language: 'ar' }],
  ['asked', 'tablet 1280', {}],
  ['asked', 'tablet 1024', { language: 'ar' }],
  ['asked', 'phone', { language: 'es' }],
  ['walk', 'tablet 1024', { language: 'es' }],
  ['walk', 'phone', { language: 'ar', theme: 'dark' }],
  ['family', 'tablet 1280', {}],
  ['family', 'tablet 1024', { language: 'ar' }],
  ['family', 'phone', { language: 'es' }],
  ['full', 'tablet 1280', {}],
  ['called', 'tablet 1024', { language: 'es' }],
  ['full', 'upright 768', { language: 'es' }],
  ['room', 'phone', { language: 'zh' }],
  ['full', 'phone', { theme: 'contrast' }],
  ['empty', 'upright 800', {}],
  ['room', 'tablet 1280', { textSize: 200 }],
  ['desk', 'tablet 1280', {}],
  ['desk', 'tablet 1024', { language: 'ar', theme: 'dark' }],
  ['desk', 'phone', { language: 'es' }],
  ['desk whose printer is empty', 'phone', { language: 'ar', theme: 'dark' }],
  ['till', 'tablet 1280', {}],
  ['till', 'upright 800', { language: 'ar' }],
  ['till', 'phone', { theme: 'dark' }],
  ['devices', 'tablet 1280', {}],
  ['devices', 'tablet 1024', { language: 'ar', theme: 'dark' }],
  ['devices', 'phone', { language: 'es', textSize: 150 }],
];

/** Gives the signed-in tablet another size, other preferences and another view, as a person would by its settings. */
async function wear(
  page: Page,
  size: { width: number; height: number },
  preferences: object,
  view: StaffView,
): Promise<void> {
  bench.edge.reset(view);
  await page.setViewportSize(size);
  const wanted = {
    hand: 'right',
    theme: 'light',
    textSize: 100,
    language: 'en',
    lockAfter: 15,
    servicePointId: room3,
    ...preferences,
  };
  const { language } = wanted;
  await page
    .locator('staff-app')
    .evaluate((app, detail) => app.dispatchEvent(new CustomEvent('preferences', { detail })), wanted);
  await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
  await page.locator(`${pageOf[view.me.roles[0]!]}-page foyer-floor`).waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
}
const pageOf: Readonly<Record<string, string>> = {
  nurse: 'room',
  reception: 'reception',
  cashier: 'till',
  admin: 'devices',
};

const tagOf: Partial<Readonly<Record<SetUpPartName, string>>> = { prices: 'charges' };
const severalSteps: Parameters<typeof aClinicAsSetUp>[0] = {
  journeys: [
    {
      id: id('call', 3),
      name: { en: 'Check-up', ar: 'فحص' },
      steps: [
        { id: 'a', serviceId: services.consultation, after: [] },
        { id: 'b', serviceId: services.laboratory, after: ['a'], optional: true },
      ],
    },
  ],
  notAnswered: { afterRecalls: 2, graceMinutes: 30 },
  stranded: { afterMinutes: 15, role: 'reception' },
};

/** By how much the set-up, or the part of it that scrolls, is wider than its place. */
async function sideways(page: Page): Promise<number> {
  const part = await page.locator('set-up-page .part').evaluate((place) => place.scrollWidth - place.clientWidth);
  return Math.max(part, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
}

describe('every page', () => {
  it.each(cases)('%s on %s %j', async (view, size, preferences) => {
    const { page, complaints } = tablet;
    await wear(page, sizes[size], preferences, views[view]());
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    if (['room', 'family', 'full', 'called', 'asked', 'walk'].includes(view)) {
      const door = (await page.locator('room-call foyer-door').boundingBox())!;
      expect(door.y + door.height).toBeLessThanOrEqual(sizes[size].height);
      expect(door.height).toBeGreaterThanOrEqual(96);
    }
  });

  it.each(boards)('the board of rooms on %s %j', async (size, preferences) => {
    const { page, complaints } = tablet;
    await wear(page, sizes[size], preferences, aTypicalRoom());
    await page.evaluate(() => (location.hash = 'rooms'));
    bench.edge.change(aTypicalBoard());
    await expect.poll(() => page.locator('room-door').count()).toBe(12);
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await page.evaluate(() => (location.hash = 'room'));
  });

  it.each([
    ['tablet 1280', { language: 'ar', theme: 'dark' }],
    ['tablet 1280', { textSize: 200 }],
    ['phone', { language: 'ar', textSize: 200 }],
  ] as const)('and each part of the set-up on %s %j', async (size, preferences) => {
    const { page, complaints } = tablet;
    await wear(page, sizes[size], preferences, admin);
    bench.edge.setUp.clinic = aClinicAsSetUp(severalSteps);
    bench.edge.setUp.rules = presetRules['appointments-first'];
    await page.evaluate(() => (location.hash = 'set-up'));
    await page.locator('services-part').waitFor();
    const chooser = page.locator('set-up-page .chooser select');
    const found: unknown[] = [];
    for (const [at, part] of partsInOrder.entries()) {
      if (await chooser.isVisible()) await chooser.selectOption(part);
      else await page.locator('set-up-page nav').getByRole('button').nth(at).click();
      await page.locator(`${tagOf[part] ?? part}-part`).waitFor();
      const [faults, wider] = [await seriousFaults(page, { colours: true }), await sideways(page)];
      if (faults.length > 0 || wider > 0) found.push({ part, faults, wider });
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    await page.evaluate(() => (location.hash = 'devices'));
  });

  it('and the lock, before and after a name was touched', async () => {
    bench.edge.reset(aTypicalRoom());
    const { page, complaints, close } = await openTablet(bench);
    await page.locator('lock-page .tiles').waitFor();
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    await page.getByRole('button', { name: /Amira Haddad/ }).click();
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ['tablet 1280', {}, 'More'],
    ['tablet 1024', { language: 'ar' }, 'المزيد'],
    ['phone', { language: 'es', textSize: 150 }, 'Más'],
  ] as const)('and the pages for which the head has no room: %s %j', async (size, preferences, more) => {
    const { page } = tablet;
    const desk = aTypicalDesk();
    const me = { ...desk.me, roles: ['reception', 'cashier', 'supervisor', 'admin'] as const };
    await page.evaluate(() => (location.hash = 'reception'));
    await wear(page, sizes[size], preferences, { ...desk, me, booking: 'here' });
    const row = page.locator('staff-header page-row');
    const bar = (await row.boundingBox())!;
    for (const entry of await row.locator('nav > button:not(.out)').all()) {
      const box = (await entry.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(bar.x - 1);
      expect(box.x + box.width).toBeLessThanOrEqual(bar.x + bar.width + 1);
    }
    const inRow = await row.locator('nav > .entry:not(.out)').count();
    await page.getByRole('button', { name: more, exact: true }).focus();
    await page.keyboard.press('Enter');
    const list = row.locator('ul button');
    await list.first().waitFor();
    expect(inRow + (await list.count())).toBe(pagesFor(me.roles, 'here').length);
    const last = (await list.last().innerText()).trim();
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => list.count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => list.first().evaluate((entry) => entry.matches(':focus'))).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    const current = row.locator('[aria-current=page]', { hasText: last });
    await current.waitFor();
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    await page.evaluate(() => (location.hash = 'room'));
  });

  it('and the questions over a page', async () => {
    const { page } = tablet;
    await wear(page, sizes['tablet 1280'], {}, aTypicalRoom());
    for (const open of ['Hold', 'Transfer', 'Room open', 'Why', 'This tablet']) {
      await page.getByRole('button', { name: open, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      expect(await seriousFaults(page, { colours: true })).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('staff-dialog').count()).toBe(0);
    }
  });
});
