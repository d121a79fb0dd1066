// Closing the day, and reopening it, in a real browser.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aPatient, aStaffView, aTicket, id, now, room3 } from './a-staff-view.ts';
import { refused } from './fake-edge.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

let bench: Bench;
let tablet: OpenedPage;

const margaret = aPatient(1, 'Margaret O’Sullivan', '1958-03-14');
const serving = aTicket('A043', {
  state: 'serving',
  patientId: margaret.id,
  servicePointId: room3,
  servingSince: now - 60_000,
});
const first = aTicket('A044', { waitedMinutes: 40 });
const second = aTicket('R011', { waitedMinutes: 12 });
const chiamaka = { id: id('staff', 4), name: 'Chiamaka Okonkwo', roles: ['supervisor'] as const };

function anEvening(given: Parameters<typeof aStaffView>[0] = {}): StaffView {
  return aStaffView({ me: chiamaka, tickets: [serving, first, second], patients: [margaret], ...given });
}
function closed(given: Parameters<typeof aStaffView>[0] = {}): StaffView {
  const view = anEvening({ tickets: [], ...given });
  return { ...view, clinic: { ...view.clinic, dayClosed: true } };
}

beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(anEvening());
  tablet = await openSignedIn(bench, { fragment: '#day' });
});
afterAll(() => bench?.close());
beforeEach(() => bench.edge.reset(anEvening()));
afterEach(() => tablet.page.setViewportSize({ width: 1280, height: 800 }));

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);

describe('the end of the day', () => {
  it('lists who is left and lights the door only when everybody has an outcome', async () => {
    const { page, complaints } = tablet;
    await page.getByRole('heading', { name: '3 people are still here' }).waitFor();
    await page.getByText('Margaret O’Sullivan').waitFor();
    const door = page.getByRole('button', { name: /^Close the day/ });
    expect(await door.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'All waiting: gone' }).click();
    await page.getByText('Say first what became of 1 person.').waitFor();
    expect(await door.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'A043: Seen' }).click();
    await page.getByRole('button', { name: 'R011: Cancelled' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await door.click();
    await expect.poll(sent).toEqual([
      {
        type: 'close-day',
        outcomes: [
          { ticketId: serving.id, outcome: 'completed' },
          { ticketId: first.id, outcome: 'left' },
          { ticketId: second.id, outcome: 'cancelled' },
        ],
      },
    ]);
    expect(complaints).toEqual([]);
  });

  it('leaves for tomorrow whom nobody can say anything of', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: 'The rest: decide tomorrow' }).click();
    await page.getByRole('button', { name: /^Close the day/ }).click();
    await expect.poll(sent).toMatchObject([{ outcomes: Array.from({ length: 3 }, () => ({ outcome: 'undecided' })) }]);
  });

  it('reminds of the open till, of rooms and of calls for help', async () => {
    const { page } = tablet;
    const help = [{ id: id('help', 1), kind: 'assistance', at: now, state: 'sounding', from: 'Kiosk 1' }] as const;
    bench.edge.reset(anEvening({ tillOpenSince: now, help }));
    await page.getByText(/^The till is open since/).waitFor();
    await page.getByText('1 call for help is open').waitFor();
    await page.getByText('4 rooms are open').waitFor();
  });

  it('closes by one touch when nobody is left, and says so', async () => {
    const { page } = tablet;
    bench.edge.reset(anEvening({ tickets: [] }));
    await page.getByText('Nobody is left in the house.').waitFor();
    await page.getByRole('button', { name: /^Close the day/ }).click();
    await expect.poll(sent).toEqual([{ type: 'close-day', outcomes: [] }]);
  });

  it('is taken back by a supervisor', async () => {
    const { page } = tablet;
    bench.edge.reset(closed());
    await page.getByRole('heading', { name: 'The day is closed' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Reopen the day/ }).click();
    await expect.poll(sent).toEqual([{ type: 'reopen-day' }]);
  });

  it('asks reception to find a supervisor for that', async () => {
    const { page } = tablet;
    bench.edge.reset(closed({ me: { ...chiamaka, roles: ['reception'] } }));
    await page.getByText('A supervisor can reopen the day here.').waitFor();
    expect(await page.getByRole('button', { name: /^Reopen the day/ }).count()).toBe(0);
  });

  it('keeps what was said while the edge refuses, and says what to do', async () => {
    const { page } = tablet;
    bench.edge.answer = () => refused('day-frozen');
    await page.getByRole('button', { name: 'The rest: decide tomorrow' }).click();
    await page.getByRole('button', { name: /^Close the day/ }).click();
    await page.getByText('Confirm the time first.').waitFor();
    expect(await page.getByRole('button', { name: 'A043: Tomorrow' }).getAttribute('aria-pressed')).toBe('true');
  });

  it.each([
    { width: 768, height: 1024 },
    { width: 390, height: 844 },
  ])('fits %j', async (size) => {
    const { page } = tablet;
    await page.setViewportSize(size);
    await page.getByRole('heading', { name: '3 people are still here' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await seriousFaults(page)).toEqual([]);
  });
});
