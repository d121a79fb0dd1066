// How printed paper looks, changed on a tablet beside a picture of the paper, in a real browser.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { usualPaper, usualTicket } from '@foyer/contracts/usual-paper.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aStaffView, id } from './a-staff-view.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

const asAdmin = (): StaffView => ({
  ...aStaffView(),
  me: { id: id('staff', 10), name: 'Wei-Ling Tan', roles: ['admin'] },
});

const staffPapers = {
  'List of people': 'muster-list',
  'Till report': 'till-report',
  'Paper numbers': 'paper-numbers',
} as const;

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(asAdmin());
  tablet = await openSignedIn(bench, { fragment: '#set-up' });
});
afterAll(() => bench?.close());

const button = (name: string | RegExp) => tablet.page.getByRole('button', { name, exact: true });
/** As the edge was asked to draw it last. */
const drawn = () => bench.edge.paper.looks.at(-1)?.template.parts ?? [];

it('is put in order by keyboard, with own words and a logo, looked at, printed once, and applied', async () => {
  const { page } = tablet;
  await button('Printed paper').click();
  await page.getByRole('img', { name: 'The ticket as it will be printed, of nobody' }).waitFor();
  expect(drawn()).toEqual(usualTicket.parts);

  await button('Name of the clinic').focus();
  await page.keyboard.press('Enter');
  await button('Move down: Name of the clinic').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => drawn()[1]).toEqual({ part: 'field', field: 'clinic-name' });
  await page.getByLabel('Where on the line').selectOption('centre');
  await page.getByLabel('At the other end of the line').selectOption('printed-at');
  await expect.poll(() => drawn()[1]).toMatchObject({ align: 'centre', beside: 'printed-at' });

  await button('Add a part').click();
  await button('Your own words').click();
  await page.getByText('1 thing to mend before it can be applied').waitFor();
  await page.getByLabel('The words, English').fill('Please keep this ticket');
  await button('Español').click();
  await expect.poll(() => drawn()[2]).toMatchObject({ text: { en: 'Please keep this ticket' }, languages: ['es'] });

  await button('Add a part').click();
  const picture = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('a picture') };
  await page.locator('paper-part paper-logo-choice input').setInputFiles(picture);
  await page.getByLabel('How wide, in millimetres').fill('70');
  await page.getByText('In steps of half a millimetre, within what fits.').first().waitFor();
  await page.getByLabel('How wide, in millimetres').fill('30.5');
  await expect.poll(() => drawn()[3]).toMatchObject({ part: 'logo', widthMm: 30.5 });
  expect(await seriousFaults(page)).toEqual([]);

  bench.edge.files.clear();
  await button('Forms').click();
  await button('Printed paper').click();
  await page.getByRole('button', { name: /^Logo.*The picture is gone/ }).click();

  await button('Take away: Logo').click();
  await button('Put it back').click();
  await expect.poll(() => drawn()[3]?.part).toBe('logo');
  bench.edge.paper.answer = { outcome: 'failed', code: 'paper-out' };
  await button('Print a test').click();
  await page.locator('paper-part [role=alert]').waitFor();
  bench.edge.paper.answer = { outcome: 'printed' };
  await button('Print a test').click();
  await page.getByText('Printed, with made-up words.').waitFor();
  expect(bench.edge.paper.printed.at(-1)?.template.parts).toEqual(drawn());

  await button('Receipt').click();
  await expect.poll(() => bench.edge.paper.looks.at(-1)?.kind).toBe('receipt');
  for (const [name, kind] of Object.entries(staffPapers)) {
    await button(name).click();
    await expect.poll(() => bench.edge.paper.looks.at(-1)).toMatchObject({ kind, template: usualPaper[kind] });
  }
  await button('List of people').click();
  await button('Whom to look for').click();
  await button('Take away: Whom to look for').click();
  await page.getByText('A list of people has to show the people.').first().waitFor();
  await button('Put it back').click();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByLabel('Look at it in').selectOption('ar');
  await expect.poll(() => bench.edge.paper.looks.at(-1)?.language).toBe('ar');
  await button('Look and apply').click();
  await page.getByText('How printed paper looks', { exact: true }).waitFor();
  await button('Apply').click();
  await page.getByText('Applied. Every screen has it.').waitFor();
  expect(bench.edge.commands[0]).toMatchObject({ type: 'change-clinic', changes: { paper: { ticket: {} } } });
  expect(tablet.complaints).toEqual([]);
});
