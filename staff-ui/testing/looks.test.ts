// Every page at the sizes, languages and themes that a clinic uses: nothing serious for axe-core, nothing wider than the
// screen, and the door that calls always whole in view.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import { aFullRoom, aStaffView, aTypicalDesk, aTypicalRoom, aTypicalTill, id, room3 } from './a-staff-view.ts';
import { aBench, openSignedIn, openTablet, type Bench } from './tablet.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await aBench();
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
  me: { ...aStaffView().me, id: id('staff', 10), name: 'Wei-Ling Tan', roles: ['admin'] as const },
};
const views = {
  room: aTypicalRoom,
  called: () => aTypicalRoom('called'),
  full: aFullRoom,
  empty: aStaffView,
  desk: aTypicalDesk,
  till: aTypicalTill,
  devices: () => admin,
} as const;

const cases: readonly (readonly [keyof typeof views, keyof typeof sizes, Record<string, unknown>])[] = [
  ['room', 'tablet 1280', {}],
  ['room', 'tablet 1280', { theme: 'dark', hand: 'left', language: 'ar' }],
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
  ['till', 'tablet 1280', {}],
  ['till', 'upright 800', { language: 'ar' }],
  ['till', 'phone', { theme: 'dark' }],
  ['devices', 'tablet 1280', {}],
  ['devices', 'phone', { language: 'es', textSize: 150 }],
];

describe('every page', () => {
  it.each(cases)('%s on %s %j', async (view, size, preferences) => {
    bench.edge.reset(views[view]());
    const { page, complaints, close } = await openSignedIn(bench, {
      viewport: sizes[size],
      preferences: { servicePointId: room3, ...preferences },
    });
    await page.locator('foyer-floor').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    if (view === 'room' || view === 'full' || view === 'called') {
      const door = (await page.locator('room-call foyer-door').boundingBox())!;
      expect(door.y + door.height).toBeLessThanOrEqual(sizes[size].height);
      expect(door.height).toBeGreaterThanOrEqual(96);
    }
    await close();
  });

  it('and the lock, before and after a name was touched', async () => {
    bench.edge.reset(aTypicalRoom());
    const { page, complaints, close } = await openTablet(bench);
    await page.locator('lock-page .tiles').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /Amira Haddad/ }).click();
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('and the questions over a page', async () => {
    bench.edge.reset(aTypicalRoom());
    const { page, close } = await openSignedIn(bench);
    for (const open of ['Hold', 'Transfer', 'Room open', 'Why', 'This tablet']) {
      await page.getByRole('button', { name: open, exact: true }).click();
      await page.locator('staff-dialog').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('staff-dialog').count()).toBe(0);
    }
    await close();
  });
});
