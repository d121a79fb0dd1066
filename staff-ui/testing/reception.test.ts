// Reception finds people, registers and corrects them, in a real browser.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FoundPatient } from '@foyer/contracts/people-at-the-desk.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aPatient, aTypicalDesk, id, services } from './a-staff-view.ts';
import { accepted } from './fake-edge.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(aTypicalDesk());
  tablet = await openSignedIn(bench);
});
afterAll(() => bench?.close());
beforeEach(async () => {
  bench.edge.reset(aTypicalDesk());
  await find('');
});
afterEach(async () => {
  expect(tablet.complaints).toEqual([]);
  await tablet.page.keyboard.press('Escape');
});

const aKnown = (index: number, name: string, born: string, more: Partial<FoundPatient> = {}): FoundPatient => ({
  ...aPatient(index, name, born),
  phone: '600 111 222',
  earlierIds: [],
  ...more,
});
const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);
const ticketOf = (number: string) => Object.values(bench.edge.view.tickets).find((ticket) => ticket.number === number)!;
const field = () => tablet.page.getByLabel('Find by name, birth date, phone or number');
const find = (typed: string) => field().fill(typed);
const button = (name: string | RegExp) => tablet.page.getByRole('button', { name, exact: true });
const dialog = () => tablet.page.locator('staff-dialog');
/** What stands in the list below what was typed. */
const known = () => tablet.page.locator('reception-list li.other');

describe('somebody who has nothing today', () => {
  beforeEach(() => {
    bench.edge.people = [aKnown(70, 'Zoë Ferreira', '1990-05-05', { phone: '600 123 441' })];
  });

  it('is found by what was typed, and checked in without an appointment', async () => {
    bench.edge.answer = () => accepted({ ticket: { id: id('ticket', 9), number: 'R018' } });
    await find('zoe');
    await known().getByText('Born 5 May 1990').waitFor();
    await known().getByText('Phone ends 3441').waitFor();
    await button('Open Zoë Ferreira').click();
    await button('Check in without appointment').click();
    await button(/^Walk-in consultation/).click();
    await button('Give the number').click();
    await expect
      .poll(sent)
      .toEqual([
        expect.objectContaining({ type: 'issue-ticket', serviceId: services.walkIn, patientId: id('patient', 70) }),
      ]);
    expect(bench.edge.searches).toEqual(['zoe']);
  });

  it('is attached to the number that they took without a name', async () => {
    await find('ferreira');
    await button('Open Zoë Ferreira').click();
    await button('Attach to a number').click();
    await dialog().getByRole('button', { name: /R017/ }).click();
    await expect
      .poll(sent)
      .toEqual([{ type: 'identify-ticket', ticketId: ticketOf('R017').id, patientId: id('patient', 70) }]);
  });

  it('is named for a number that has none', async () => {
    await button('Open R017').click();
    await button('Add the name').click();
    await tablet.page.getByRole('textbox', { name: 'Who is it?' }).fill('zoe');
    await dialog()
      .getByRole('button', { name: /Zoë Ferreira/ })
      .click();
    await expect
      .poll(sent)
      .toEqual([{ type: 'identify-ticket', ticketId: ticketOf('R017').id, patientId: id('patient', 70) }]);
  });
});

describe('namesakes', () => {
  const elder = aKnown(71, 'Rosa Prieto', '1950-01-02', { identifier: { kind: 'passport', end: '456' } });
  const younger = aKnown(72, 'Rosa Prieto', '1991-03-04', { phone: '600 999 888' });

  it('stand side by side with what tells them apart, and neither is chosen', async () => {
    bench.edge.people = [elder, younger];
    await find('rosa prieto');
    for (const mark of ['Born 2 Jan 1950', 'Phone ends 1222', 'Passport ends 456'])
      await known().nth(0).getByText(mark).waitFor();
    for (const mark of ['Born 4 Mar 1991', 'Phone ends 9888']) await known().nth(1).getByText(mark).waitFor();
    expect(await seriousFaults(tablet.page)).toEqual([]);
    await field().press('Enter');
    expect(await tablet.page.locator('reception-list .lit').count()).toBe(0);
    expect(await dialog().count()).toBe(0);
  });

  it('are gone through with the arrows, and opened with Enter', async () => {
    bench.edge.people = [elder, younger];
    await find('rosa prieto');
    await known().nth(1).waitFor();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await tablet.page.keyboard.press(key);
    await dialog().getByText('4 March 1991').waitFor();
    await tablet.page.keyboard.press('Escape');
    for (const key of ['ArrowUp', 'ArrowUp']) await tablet.page.keyboard.press(key);
    await tablet.page.keyboard.type('x');
    expect(await field().inputValue()).toBe('rosa prietox');
  });

  it('keep Enter from checking in the one who is expected', async () => {
    bench.edge.people = [aKnown(73, 'Somchai Srisuwan', '2001-01-01')];
    await find('somchai');
    await field().press('Enter');
    await known().getByText('Born 1 Jan 2001').waitFor();
    const expected = tablet.page.locator('reception-list li', { hasText: 'Expected' });
    await expected.getByText('Born 4 Dec 1978').waitFor();
    expect(await tablet.page.locator('reception-list .lit').count()).toBe(0);
    expect(sent()).toEqual([]);
    await button('Check in: Somchai Srisuwan').click();
    await expect.poll(sent).toEqual([{ type: 'check-in', appointmentId: id('appointment', 6) }]);
  });
});

describe('registering', () => {
  it('begins with everything that was typed', async () => {
    await find('Ada Lovelace 10.12.1985');
    await button('Register “Ada Lovelace 10.12.1985”').click();
    const value = (label: string) => tablet.page.getByLabel(label, { exact: true }).inputValue();
    expect([await value('Given names'), await value('Family names'), await value('Birth date')]).toEqual([
      'Ada',
      'Lovelace',
      '1985-12-10',
    ]);
  });

  it('shows who is very likely the same person first, and opens them', async () => {
    bench.edge.people = [aKnown(74, 'Ada Lovelace', '1985-12-10')];
    await button('Register').click();
    await tablet.page.getByLabel('Given names').fill('Ada');
    await tablet.page.getByLabel('Family names').fill('Lovelace');
    await tablet.page.getByText('Known already:').waitFor();
    await tablet.page.getByLabel('Birth date', { exact: true }).fill('1985-12-10');
    await tablet.page.getByText('Very likely the same person').waitFor();
    expect(await seriousFaults(tablet.page)).toEqual([]);
    expect(sent()).toEqual([]);
    await dialog()
      .getByRole('button', { name: /Ada Lovelace/ })
      .click();
    await button('Check in without appointment').waitFor();
  });

  it('registers somebody else of the same name and birth date when asked for it', async () => {
    bench.edge.people = [aKnown(74, 'Ada Lovelace', '1985-12-10')];
    await find('Ada Lovelace');
    await button('Register').click();
    await tablet.page.getByLabel('Birth date', { exact: true }).fill('1985-12-10');
    await button('Another person: register').click();
    await expect
      .poll(sent)
      .toEqual([
        { type: 'register-patient', patient: { name: { given: 'Ada', family: 'Lovelace' }, birthDate: '1985-12-10' } },
      ]);
  });
});

describe('correcting', () => {
  it('sends what was changed, with how it was shown, and nothing else', async () => {
    await button('Somchai Srisuwan').click();
    await button('Correct details').click();
    await tablet.page.getByLabel('Family names').fill('Srisuvan');
    await tablet.page.getByLabel('Phone', { exact: true }).fill('600 555 444');
    await button('Low vision').click();
    await button('Save').click();
    await expect.poll(sent).toEqual([
      {
        type: 'update-patient',
        patientId: id('patient', 26),
        patient: { name: { given: 'Somchai', family: 'Srisuvan' }, phone: '600 555 444', needs: ['sight'] },
        before: expect.objectContaining({ name: { given: 'Somchai', family: 'Srisuwan' } }) as object,
      },
    ]);
    await expect.poll(() => dialog().count()).toBe(0);
  });
});

describe('the check-in of the wrong person', () => {
  it('is taken back while the number waits', async () => {
    await button('Open A049').click();
    await button('Wrong person: undo check-in').click();
    await expect.poll(sent).toEqual([{ type: 'undo-check-in', ticketId: ticketOf('A049').id }]);
  });

  it('cannot be taken back while they are served, and it says why', async () => {
    await button('Open A044').click();
    await dialog().getByText('A044 is with staff: its check-in cannot be undone now.').waitFor();
    expect(await button('Wrong person: undo check-in').count()).toBe(0);
  });
});

describe("today's list on paper", () => {
  it('holds the booked with a number or room for one, is all that prints, and is taken note of', async () => {
    const { page } = tablet;
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await button("Print today's list").click();
    await page.locator('body[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    const rows = page.locator('reception-printed-list tbody tr');
    expect(await rows.count()).toBe(11);
    expect((await rows.nth(1).innerText()).split(/\s*\t\s*/)).toEqual([
      '10:30',
      'María del Carmen Fernández-Villaverde',
      '2 Feb 1971',
      'Consultation',
      'A044',
    ]);
    expect(await rows.nth(2).locator('.empty').count()).toBe(1);
    expect(await page.locator('staff-app').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('reception-printed-list').count()).toBe(0);
    expect(bench.edge.requests).toEqual([`POST /api/v1/list-prints Bearer staff-${id('staff', 2)}`]);
  });
});

describe('without a connection', () => {
  it("says that only today's people were looked through, and looks on when it returns", async () => {
    bench.edge.people = [aKnown(70, 'Zoë Ferreira', '1990-05-05')];
    bench.edge.hangUp();
    await tablet.page
      .locator('line-card')
      .getByText(/No connection/)
      .waitFor();
    await find('zoe');
    await tablet.page.getByText("No connection: only today's people were looked through.").waitFor();
    bench.edge.pickUp();
    await button('Open Zoë Ferreira').waitFor();
    // The browser's own words for the line that was cut.
    tablet.complaints.splice(0);
  });
});
