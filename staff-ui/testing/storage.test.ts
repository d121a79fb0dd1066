// The tablet while the box cannot keep what is done, in a real browser: across every page and the lock it says what happened,
// what still works, what to do, and which page of the runbook has the rest.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import { aTypicalRoom, now } from './a-staff-view.ts';
import { aBench, openSignedIn, openTablet, type Bench } from './tablet.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await aBench();
});
afterAll(() => bench?.close());

it('says of a disk that is full, broken or unproven what still works and what to do, and goes when it is well', async () => {
  bench.edge.reset(aTypicalRoom('serving', { storage: { state: 'full', since: now } }));
  const { page, complaints } = await openSignedIn(bench);
  const banner = page.locator('storage-banner');
  await page.getByRole('alert').getByText('The disk of the box is full: nobody can be checked in.').waitFor();
  await banner.getByText('Runbook: disk-full').waitFor();
  // The door that calls is whole in view: who is here is served to the end.
  const box = (await page.locator('foyer-door').last().boundingBox())!;
  expect(box.y + box.height).toBeLessThanOrEqual(800);
  expect(await seriousFaults(page)).toEqual([]);
  for (const [state, words, runbook] of [
    ['broken', 'nothing can be kept', 'disk-broken'],
    ['unproven', 'it writes nothing', 'log-unproven'],
  ] as const) {
    bench.edge.change(aTypicalRoom('serving', { storage: { state, since: now } }));
    await banner.getByRole('heading').getByText(words).waitFor();
    await banner.getByText(`Runbook: ${runbook}`).waitFor();
  }
  bench.edge.change(aTypicalRoom('serving', { storage: { state: 'nearly-full', since: now } }));
  await banner.getByRole('status').getByText('Everything works.').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  bench.edge.change(aTypicalRoom('serving'));
  await banner.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

it('says so on a tablet on which nobody is signed in, on a phone and in Arabic, and nothing is wider than the screen', async () => {
  bench.edge.reset(aTypicalRoom('serving', { storage: { state: 'broken', since: now } }));
  const preferences = { language: 'ar', theme: 'dark' };
  const { page } = await openTablet(bench, { viewport: { width: 390, height: 844 }, preferences });
  await page.locator('storage-banner').getByRole('heading').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await seriousFaults(page)).toEqual([]);
});
