// What the dashboard says of the centre itself and of what clinics share, in a real browser.

import { join } from 'node:path';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { builtPages } from '@foyer/ui-kit/testing/built-pages.ts';
import { launchChromium, openPage, seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aClinic, aDay } from './a-day.ts';
import { FakeCentre } from './fake-centre.ts';
import { aSeries, aSharedLaboratory, theClinics } from './fake-pools.ts';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  const root = join(import.meta.dirname, '..');
  folder = await builtPages('admin', (outDir) => viteApp({ root, base: '/', outDir }), 'dist');
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const now = aDay().serverTime;

describe('a standby that is lost', () => {
  it('is said above every page, with what it means, covers nothing, and goes when it is back', async () => {
    const centre = await FakeCentre.start(folder);
    centre.clinics = [aClinic()];
    centre.days = new Map([['harbour', aDay()]]);
    const lost = { since: now - 12 * 60_000, policy: 'wait', localCommits: 0 } as const;
    centre.state = { serverTime: now, standbyLost: lost };
    const { page, close } = await openPage(browser, 'about:blank', {
      viewport: { width: 360, height: 740 },
      timezoneId: 'UTC',
      locale: 'en-GB',
    });
    await page.clock.install({ time: now });
    await page.goto(centre.url);
    const notice = page.locator('standby-notice');
    await notice.getByText('away since 10:40').waitFor();
    await notice.getByText('Changes wait').waitFor();
    expect(await notice.getByRole('link').getAttribute('href')).toBe('/runbook/standby-lost');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const boxes = [await notice.boundingBox(), await page.locator('today-page').boundingBox()];
    expect(boxes[0]!.y + boxes[0]!.height).toBeLessThanOrEqual(boxes[1]!.y);
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    await page.getByRole('link', { name: 'All clinics' }).click();
    centre.state = { serverTime: now, standbyLost: { ...lost, policy: 'degrade', localCommits: 3 } };
    await page.clock.fastForward(10_000);
    await notice.getByRole('status').getByText('That is 3 changes so far.').waitFor();
    centre.state = { serverTime: now };
    await page.clock.fastForward(10_000);
    await notice.getByText('is back').waitFor();
    expect(await notice.locator('section').count()).toBe(0);
    await close();
    await centre.close();
  });
});

describe('what clinics share', () => {
  it('is made, seen to the last unit, taken back, narrowed no further than goes, and closed', async () => {
    const centre = await FakeCentre.start(folder);
    centre.clinics = theClinics.map(({ id, name }) => aClinic(id, { name }));
    centre.days = new Map(centre.clinics.map((clinic) => [clinic.id, aDay({ clinic })]));
    centre.pools.clinics = theClinics;
    const { page, complaints, close } = await openPage(browser, 'about:blank', {
      viewport: { width: 360, height: 740 },
      locale: 'en-GB',
    });
    await page.goto(`${centre.url}/?clinic=harbour&view=shared`);
    await page.getByText('Nothing is shared yet.').waitFor();
    expect(await seriousFaults(page, { colours: true })).toEqual([]);

    await page.getByRole('button', { name: 'Make a pool' }).click();
    const [name, perDay, save] = [
      page.getByLabel('Name'),
      page.getByLabel('How many a day'),
      page.getByRole('button', { name: 'Save' }),
    ];
    await save.click();
    await page.getByText('Give it a name.').waitFor();
    await name.fill('Samples at the laboratory');
    await perDay.fill('60');
    await save.click();
    await page.getByText('Choose the service of at least one clinic.').waitFor();
    await page.locator('pool-form').getByLabel('Harbour Street').selectOption('Blood test');
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    await save.click();
    await page.getByText('Samples at the laboratory is set.').waitFor();
    expect(centre.pools.acts.shift()).toEqual({
      name: 'Samples at the laboratory',
      perDay: 60,
      share: 10,
      services: [{ clinicId: 'harbour', serviceId: 'harbour-blood' }],
    });

    centre.pools.pools = [aSharedLaboratory(), aSeries()];
    await page.reload();
    const card = page.locator('pool-card').first();
    for (const words of ['22 used', '15 held by clinics', '4 out of account', '14 left', 'left of 60'])
      await card.getByText(words, { exact: true }).waitFor();
    await card.getByText('15 used, 9 held until Wednesday 25 November, 04:00').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await card.getByText('Numbers granted: 2 times').last().click();
    await card.getByText('31 to 42: 3 used, 9 held').waitFor();

    await card.getByRole('button', { name: 'Take back what Harbour Street holds' }).click();
    await card.getByRole('button', { name: 'Yes, take it back' }).click();
    await card.getByText('9 asked back. The clinic has not answered yet.').waitFor();
    await card.getByRole('button', { name: 'Grant Harbour Street of it again' }).click();
    const share = { clinicId: 'harbour', businessDay: '2026-11-24' };
    await expect
      .poll(() => centre.pools.acts)
      .toEqual([
        { act: 'take-back', ...share },
        { act: 'grant-again', ...share },
      ]);

    await card.getByRole('button', { name: 'Change' }).click();
    await perDay.fill('40');
    await save.click();
    await page.getByText('44 are out already. Set at least 44').waitFor();
    await page.getByRole('button', { name: 'Back without saving' }).click();
    await card.getByRole('button', { name: 'Close' }).click();
    await card.getByRole('button', { name: 'Yes, close it' }).click();
    await page.getByText('Samples at the laboratory is closed.').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
    await close();
    await centre.close();
  });
});

describe('the details of a patient', () => {
  it('are found, put right, undone, and never saved over somebody else’s change unseen', async () => {
    const centre = await FakeCentre.start(folder);
    centre.clinics = [aClinic()];
    centre.days = new Map([['harbour', aDay()]]);
    const { page, complaints, close } = await openPage(browser, 'about:blank', {
      viewport: { width: 360, height: 740 },
      locale: 'en-GB',
    });
    await page.goto(`${centre.url}/?clinic=harbour&view=patients`);
    const name = page.getByLabel('Name, as it begins');
    const find = page.getByRole('button', { name: 'Find' });
    await find.click();
    await page.getByText('Say at least one of the three.').waitFor();
    await name.fill('nobody');
    await find.click();
    await page.getByText('Nobody here is like that.').waitFor();
    await name.fill('ferr');
    await find.click();
    await page.getByText('born 7 March 1956').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open: Zoë Ferreira' }).click();

    const [phone, email] = [page.getByLabel('phone number'), page.getByLabel('e-mail address')];
    const save = page.getByRole('button', { name: 'Save' });
    await phone.waitFor();
    expect(await save.isDisabled()).toBe(true);
    await phone.fill('');
    await email.fill('zoe@example.org');
    expect(await seriousFaults(page)).toEqual([]);
    await save.click();
    await page.getByText('Saved. It goes to the clinic by itself.').waitFor();
    await page.getByRole('button', { name: 'Undo the last change' }).click();
    await page.getByText('Undone: it is as it was before.').waitFor();
    expect(centre.patients.saved).toMatchObject([
      { patient: { email: 'zoe@example.org' }, before: { phone: '600 123 441' }, cleared: ['phone'] },
      { patient: { phone: '600 123 441' }, before: { email: 'zoe@example.org' }, cleared: ['email'] },
    ]);

    centre.patients.details = { ...centre.patients.details, birthDate: '1956-07-03', phone: '600 9' };
    await phone.fill('600 2');
    await save.click();
    const meanwhile = page.locator('.meanwhile');
    await meanwhile.getByText('Somebody changed this meanwhile').waitFor();
    expect(await meanwhile.locator('dd').allInnerTexts()).toEqual([
      'There now: 3 July 1956',
      'There now: 600 9',
      'Yours: 600 2',
    ]);
    expect(centre.patients.saved).toHaveLength(2);
    expect(await seriousFaults(page)).toEqual([]);
    await meanwhile.getByRole('button', { name: 'Save mine all the same' }).click();
    await page.getByText('Saved. It goes to the clinic by itself.').waitFor();
    expect(centre.patients.details).toMatchObject({ birthDate: '1956-07-03', phone: '600 2' });
    expect(centre.patients.saved[2]).toMatchObject({ patient: { phone: '600 2' }, before: { phone: '600 9' } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(complaints.filter((line) => !line.includes('409'))).toEqual([]);
    await close();
    await centre.close();
  });
});
