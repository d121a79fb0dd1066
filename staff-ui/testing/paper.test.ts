// Entering what was kept on paper, and printing numbers ahead, in a real browser.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aPatient, aTypicalDesk, id, services } from './a-staff-view.ts';
import { accepted, refused } from './fake-edge.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(aTypicalDesk());
  tablet = await openSignedIn(bench, { fragment: '#paper' });
});
afterAll(() => bench?.close());
beforeEach(async () => {
  bench.edge.reset(aTypicalDesk());
  const { page } = tablet;
  await page.goto(`${bench.edge.url}#reception`);
  await page.evaluate(() => (location.hash = 'paper'));
  await page.locator('paper-form').waitFor();
});
afterEach(() => expect(tablet.complaints).toEqual([]));

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);
const choice = (name: string) => tablet.page.getByRole('combobox', { name, exact: true });
const field = (name: string) => tablet.page.getByLabel(name, { exact: true });

describe('a row of paper', () => {
  it('is entered from the keyboard, and the next begins where the last one ended', async () => {
    const { page } = tablet;
    await field('Number').fill('w7');
    await field('Arrived').fill('8.10');
    await choice('For what').selectOption(services.walkIn);
    await field('Called').fill('8:30');
    await choice('Room').selectOption({ index: 1 });
    await field('Until').fill('850');
    await page.keyboard.press('Enter');
    await expect.poll(sent).toEqual([
      expect.objectContaining({
        type: 'enter-paper-visit',
        number: 'W7',
        serviceId: services.walkIn,
        outcome: 'completed',
        reason: 'The edge could not be reached',
      }),
    ]);
    await expect.poll(() => field('Number').inputValue()).toBe('W008');
    expect(await field('Arrived').inputValue()).toBe('');
    expect(await choice('For what').inputValue()).toBe(services.walkIn);
    expect(await field('Number').evaluate((input) => (input.getRootNode() as ShadowRoot).activeElement === input)).toBe(
      true,
    );
    await page.locator('paper-page li').filter({ hasText: 'Seen' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('of somebody who is known and still waits asks for no more than the arrival', async () => {
    const { page } = tablet;
    bench.edge.people = [{ ...aPatient(70, 'Zoë Ferreira', '1990-05-05'), earlierIds: [] }];
    await choice('What became of it').selectOption('waiting');
    expect(await field('Called').count()).toBe(0);
    await field('Number').fill('W8');
    await field('Arrived').fill('9');
    await choice('For what').selectOption(services.walkIn);
    await page.getByRole('searchbox').fill('zoe');
    await page.getByRole('button', { name: /Zoë Ferreira/ }).click();
    await field('Number').press('Enter');
    await expect.poll(sent).toEqual([expect.objectContaining({ number: 'W8', patientId: id('patient', 70) })]);
    expect(sent()[0]).not.toHaveProperty('outcome');
  });

  it('says which field does not fit, and what the edge has against it, and keeps what was typed', async () => {
    const { page } = tablet;
    await field('Number').fill('W9');
    await field('Arrived').fill('8:10');
    await choice('For what').selectOption(services.walkIn);
    await field('Number').press('Enter');
    await page.getByText('Type when the patient was called, such as 9:55.').waitFor();
    await choice('What became of it').selectOption('left');
    bench.edge.answer = () => refused('paper-number-used');
    await field('Number').press('Enter');
    await page.getByText('This number was entered for that day already.').waitFor();
    expect(await field('Arrived').inputValue()).toBe('8:10');
  });
});

describe('numbers for next time', () => {
  it('are printed on slips, or on a page that the printer alone sees', async () => {
    const { page } = tablet;
    bench.edge.answer = () => accepted({ numbers: ['W001', 'W002', 'W003'] });
    await field('How many').fill('3');
    await page.getByRole('button', { name: 'On the ticket printer' }).click();
    await expect.poll(sent).toEqual([{ type: 'print-paper-numbers', count: 3, print: true }]);
    await page.getByText('W001 to W003').waitFor();
    await page.evaluate(() => (window.print = () => undefined));
    await page.getByRole('button', { name: 'On a page' }).click();
    const slips = page.locator('paper-numbers-page li b');
    await expect.poll(() => slips.allTextContents()).toEqual(['W001', 'W002', 'W003']);
    expect(await slips.first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await slips.first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await slips.count()).toBe(0);
  });
});

describe('the page', () => {
  it.each([
    ['a tablet', { width: 1024, height: 768 }],
    ['a phone', { width: 390, height: 844 }],
  ])('fits %s', async (_what, size) => {
    const { page } = tablet;
    const desk = aTypicalDesk();
    // Of a supervisor, who has every page to choose from.
    bench.edge.change({ ...desk, me: { ...desk.me, roles: ['supervisor'] } });
    await page.locator('page-row .entry', { hasText: 'Till' }).waitFor({ state: 'attached' });
    await page.setViewportSize(size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'On a page' }).scrollIntoViewIfNeeded();
    expect(await seriousFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});
