// Somebody leaves, is late or changes rooms: the page's walk at the size of a tablet, in English and in Arabic.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aLeavingDay, okonkwo, proposal, room4, room5, room6 } from './a-leaving-day.ts';
import { id, now } from './a-staff-view.ts';
import { accepted, refused } from './fake-edge.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(aLeavingDay());
  tablet = await openSignedIn(bench, { fragment: '#leaves' });
});
afterAll(() => bench?.close());
beforeEach(async () => {
  bench.edge.reset(aLeavingDay());
  bench.edge.proposal = proposal;
  const { page } = tablet;
  await page.evaluate(() => (location.hash = 'reception'));
  await page.locator('reception-page').waitFor();
  await page.evaluate(() => (location.hash = 'leaves'));
  await page.locator('leaves-ask').waitFor();
});
afterEach(() => expect(tablet.complaints).toEqual([]));

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);
const choose = (whose: string) => tablet.page.getByLabel('Who, or which room').selectOption(whose);
const goes = (person: string) => tablet.page.getByRole('combobox', { name: `Where ${person} goes` });

describe('somebody leaves', () => {
  it('and everybody is in one list, changed by the keyboard, counted at once and applied as one step', async () => {
    const { page } = tablet;
    await choose(okonkwo);
    await page.getByRole('heading', { name: '\u2068Chiamaka Okonkwo\u2069 leaves: 12 people' }).waitFor();
    expect(await page.locator('leaves-list tbody tr').count()).toBe(12);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByText('Room 5: 4 before, 9 then').waitFor({ state: 'attached' });
    const giuseppe = goes('A064 Giuseppe Bonfiglio');
    await giuseppe.focus();
    await giuseppe.selectOption({ label: 'As it is: phone them' });
    await page.getByText('Room 6: 2 before, 6 then').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: /^Apply 11/ }).click();
    await expect.poll(sent).toHaveLength(1);
    const [command] = sent() as { steps: object[] }[];
    expect(command).toMatchObject({ type: 'apply-reassignment', staffId: okonkwo });
    expect(command?.steps.slice(0, 3)).toEqual([
      { ticketId: proposal.people[0]!.id, seen: 'serving', to: 'stay' },
      { ticketId: proposal.people[1]!.id, seen: 'waiting', to: 'phone' },
      { ticketId: proposal.people[2]!.id, seen: 'waiting', to: 'service-point', toServicePointId: room5 },
    ]);
    await page.getByRole('heading', { name: 'Who leaves, is late, or changes rooms?' }).waitFor();
  });

  it('and when the clinic has changed since, the list is new, what was chosen stays and what is new is marked', async () => {
    const { page } = tablet;
    await choose(okonkwo);
    await goes('A064 Giuseppe Bonfiglio').selectOption({ label: 'As it is: phone them' });
    const came = proposal.people[3]!;
    bench.edge.answer = () => refused('reassignment-stale', { changed: [came.id], servicePointIds: [] });
    bench.edge.proposal = { ...proposal, people: proposal.people.slice(0, 8) };
    await page.getByRole('button', { name: /^Apply 11/ }).click();
    await page.getByText('Look once more at what is marked').waitFor();
    await expect.poll(() => page.locator('leaves-list tbody tr').count()).toBe(8);
    expect(await page.locator('leaves-list tr.changed').innerText()).toContain('Nguyễn Thị Minh Khai');
    expect(await goes('A064 Giuseppe Bonfiglio').inputValue()).toBe('phone');
  });

  it('and without a line nothing is applied, the page says so, and what was chosen is there when it returns', async () => {
    const { page } = tablet;
    await choose(okonkwo);
    await goes('A064 Giuseppe Bonfiglio').selectOption({ label: 'As it is: phone them' });
    bench.edge.hangUp();
    await page.getByText('nothing can be changed now').waitFor();
    expect(await page.getByRole('button', { name: /^Apply/ }).isDisabled()).toBe(true);
    bench.edge.pickUp();
    await page.getByText('One step, one undo.').waitFor();
    expect(await goes('A064 Giuseppe Bonfiglio').inputValue()).toBe('phone');
    // The browser's own words for the line that was cut.
    tablet.complaints.splice(0);
  });

  it('and it is taken back; who was called since is named', async () => {
    const { page } = tablet;
    const applied = { id: id('call', 9), at: now, kind: 'leaves' as const, people: 11, phoned: 1, staffName: 'Dr Lim' };
    bench.edge.change({ ...bench.edge.view, reassignments: { [applied.id]: applied } });
    bench.edge.answer = () => accepted({ reassignmentId: applied.id, kept: [{ id: 't', number: 'A064' }] });
    await page.getByRole('button', { name: 'Take back: 10:46 Dr Lim left: 11 people' }).click();
    await page.getByText('so they stay: A064.').waitFor();
    expect(sent()).toEqual([{ type: 'undo-reassignment', reassignmentId: applied.id }]);
  });
});

describe('somebody is late, or changes rooms', () => {
  it('by a touch: the minutes, or the other room and who goes along', async () => {
    const { page } = tablet;
    await choose(okonkwo);
    await page.getByRole('button', { name: 'Is late' }).click();
    await page.getByRole('button', { name: 'About 40 minutes' }).click();
    await page.getByRole('button', { name: 'Changes room' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /Room 6/ }).click();
    await page.getByRole('button', { name: 'Everyone who waits for the room' }).click();
    await page.getByRole('button', { name: 'Change rooms' }).click();
    await expect.poll(sent).toEqual([
      { type: 'announce-delay', staffId: okonkwo, minutes: 40 },
      { type: 'swap-rooms', servicePointId: room4, withServicePointId: room6, follow: 'everyone' },
    ]);
  });

  it('and the tablet says where they are now, and leads to the lock of that room', async () => {
    const { page } = tablet;
    bench.edge.change({ ...bench.edge.view, movedTo: room6 });
    await page.evaluate(() => (location.hash = 'room'));
    await page.getByText('You are now in Room 6').waitFor();
    expect(await page.getByRole('button', { name: 'Go to Room 6' }).isVisible()).toBe(true);
  });
});

describe('the page', () => {
  it.each([
    ['a small tablet, in Arabic', { width: 1024, height: 768 }, 'ar'],
    ['a phone', { width: 390, height: 844 }, 'en'],
  ])('fits %s', async (_what, size, language) => {
    const { page } = tablet;
    await page.setViewportSize(size);
    const detail = { hand: 'right', theme: 'light', textSize: 100, language, lockAfter: 15 };
    await page
      .locator('staff-app')
      .evaluate((app, wanted) => app.dispatchEvent(new CustomEvent('preferences', { detail: wanted })), detail);
    await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
    await page.locator('leaves-ask select').first().selectOption(okonkwo);
    await expect.poll(() => page.locator('leaves-list tbody tr').count()).toBe(12);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await seriousFaults(page)).toEqual([]);
  });
});
