// Leaving the building, on the tablet: the act that is never pressed by accident, the list to tick off, the all clear.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aStaffView, aTypicalDesk, byId, id, now } from './a-staff-view.ts';
import { aBench, openSignedIn, openTablet, type Bench } from './tablet.ts';

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(aTypicalDesk());
  tablet = await openSignedIn(bench);
});
afterAll(() => bench?.close());
beforeEach(() => bench.edge.reset(aTypicalDesk()));

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);
const evacuation = { startedAt: now - 60_000, meetingPoint: { en: 'the car park' }, startedFrom: { en: 'Desk 1' } };
const [anna, walkIn] = [id('ticket', 1), id('ticket', 2)];
const muster = byId([
  {
    id: anna,
    place: 1,
    number: 'A047',
    name: 'Anna Kowalczyk',
    state: 'waiting' as const,
    needs: ['mobility' as const],
    lastSeen: { en: 'Waiting area 2' },
  },
  {
    id: walkIn,
    place: 2,
    number: 'R012',
    state: 'serving' as const,
    needs: [],
    lastSeen: { en: 'Room 3' },
    present: false,
  },
]);
const evacuated = (more: Partial<StaffView> = {}): StaffView => ({ ...aTypicalDesk(), evacuation, muster, ...more });

describe('an evacuation', () => {
  it('is two presses away from every page, and the first alone does nothing', async () => {
    const { page, complaints } = tablet;
    await page.getByRole('button', { name: 'This tablet' }).click();
    await page.getByRole('button', { name: 'Evacuate the building' }).click();
    await page.getByText('Evacuate the building?').waitFor();
    expect(sent()).toEqual([]);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Evacuate now' }).click();
    await expect.poll(sent).toEqual([{ type: 'evacuate' }]);
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });

  it('shows over the page whom to look for, those who need help to get out first, and ticks them off', async () => {
    const { page } = tablet;
    bench.edge.change(evacuated());
    await page.getByText('Leave the building now.').waitFor();
    await page.getByText('Meeting point: the car park').waitFor();
    await page.getByText('1 to look for').waitFor();
    const rows = page.locator('muster-list .people > li');
    expect(await rows.count()).toBe(2);
    await rows.nth(0).getByText('Wheelchair').waitFor();
    await rows.nth(0).getByText('Waiting area 2, waiting').waitFor();
    await rows.nth(1).getByText('Name not known').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await rows.nth(0).getByRole('button', { name: 'Found' }).click();
    await rows.nth(1).getByRole('button', { name: 'Missing' }).click();
    await expect.poll(sent).toEqual([
      { type: 'account-for', ticketId: anna, present: true },
      { type: 'account-for', ticketId: walkIn, present: false },
    ]);
  });

  it('says why the list was not printed, and prints it again', async () => {
    const { page } = tablet;
    const print = { jobId: 'job', isMuster: true as const, state: 'failed' as const, code: 'paper-out' };
    bench.edge.change(evacuated({ prints: { job: print } }));
    await page.locator('evacuation-banner').getByText(/paper/i).first().waitFor();
    await page.getByRole('button', { name: 'Print again' }).first().click();
    await expect.poll(sent).toEqual([{ type: 'print-muster-list' }]);
  });

  it('ends with the all clear, which asks once and says who was not found', async () => {
    const { page } = tablet;
    bench.edge.change(evacuated());
    await page.getByRole('button', { name: 'All clear' }).click();
    await page.getByText('2 people were not found.').waitFor();
    expect(sent()).toEqual([]);
    await page.getByRole('button', { name: 'All clear, go on' }).click();
    await expect.poll(sent).toEqual([{ type: 'all-clear' }]);
    bench.edge.change(aTypicalDesk());
    await page.locator('evacuation-banner').waitFor({ state: 'detached' });
  });

  it('is said on a tablet that is locked, without a name', async () => {
    const { page, close } = await openTablet(bench);
    bench.edge.change(evacuated());
    await page.locator('lock-page').waitFor();
    await page.getByText('Leave the building now.').waitFor();
    await page.getByText('Sign in to tick off who is outside.').waitFor();
    expect(await page.getByText('Anna Kowalczyk').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await close();
  });

  it('can be started from the lock, too, where somebody was signed in, and nowhere else on it', async () => {
    const { page, close } = await openSignedIn(bench);
    await page.getByRole('button', { name: 'Lock' }).click();
    await page.getByRole('button', { name: 'This tablet' }).click();
    await page.getByRole('button', { name: 'Evacuate the building' }).click();
    await page.getByRole('button', { name: 'Evacuate now' }).click();
    await expect.poll(sent).toEqual([{ type: 'evacuate' }]);
    await close();
    const nobody = await openTablet(bench);
    await nobody.page.getByRole('button', { name: 'This tablet' }).click();
    await nobody.page.getByText('Locks by itself after').waitFor();
    expect(await nobody.page.getByRole('button', { name: 'Evacuate the building' }).count()).toBe(0);
    await nobody.close();
  });

  it('is ended by those alone who may', async () => {
    const { page, close } = await openSignedIn(bench, { viewport: { width: 390, height: 844 } });
    bench.edge.change(evacuated({ me: { ...aStaffView().me, roles: ['nurse'] } }));
    await page.locator('muster-list .people > li').first().waitFor();
    expect(await page.getByRole('button', { name: 'All clear' }).count()).toBe(0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await close();
  });
});
