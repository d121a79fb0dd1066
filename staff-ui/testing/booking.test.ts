// The desk books, moves and cancels, in a real browser: at once, or waiting in sight for the centre.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BookingRequestView } from '@foyer/contracts/booking.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aTypicalDesk, id, now, services } from './a-staff-view.ts';
import { accepted } from './fake-edge.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(aDesk());
  tablet = await openSignedIn(bench);
});
afterAll(() => bench?.close());
beforeEach(() => bench.edge.reset(aDesk()));
afterEach(async () => {
  expect(tablet.complaints).toEqual([]);
  await tablet.page.keyboard.press('Escape');
});

const expected = Object.values(aTypicalDesk().appointments).find(({ ticketId, at }) => !ticketId && at > now)!;
const name = aTypicalDesk().patients[expected.patientId]!.displayName;
/** Tomorrow at 9:30 in Lisbon in winter. */
const tomorrow = Date.UTC(2026, 10, 25, 9, 30);
const requestId = id('help', 1);

function aDesk(...asked: readonly Partial<BookingRequestView>[]): StaffView {
  const { id: appointmentId, patientId, serviceId } = expected;
  const usual = { kind: 'book-appointment', state: 'waiting', askedAt: now - 4 * minuteMs, at: tomorrow } as const;
  const requests = asked.map((one) => ({ id: requestId, appointmentId, patientId, serviceId, ...usual, ...one }));
  return { ...aTypicalDesk(), booking: 'centre', bookingRequests: Object.fromEntries(requests.map((r) => [r.id, r])) };
}
const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);
const button = (words: string | RegExp) => tablet.page.getByRole('button', { name: words, exact: true });
const list = () => tablet.page.locator('booking-requests');

const openPerson = () => button(name).click();

describe('booking at the desk', () => {
  it('takes a day and a time with how many are booked there, and waits in sight for the office', async () => {
    const booked = [9, 9].map((hour) => ({ serviceId: expected.serviceId, at: Date.UTC(2026, 10, 25, hour) }));
    const open = [{ from: Date.UTC(2026, 10, 25, 9), until: Date.UTC(2026, 10, 25, 10) }];
    bench.edge.bookedTimes = (day) => ({ day, complete: true, open, times: booked });
    bench.edge.answer = () => accepted({ requestId, appointmentId: expected.id });
    await openPerson();
    await button('Book an appointment').click();
    await button(/Wed.*25 Nov/).click();
    await button(/09:00.*2 booked/).waitFor();
    expect(await seriousFaults(tablet.page)).toEqual([]);
    await button('09:30').click();
    await button('Book').click();
    const { patientId, serviceId } = expected;
    await expect.poll(sent).toEqual([{ type: 'request-appointment', patientId, serviceId, at: tomorrow }]);
    bench.edge.change(aDesk({}));
    await list().getByText('Asked for at 10:42, waiting for the office').waitFor();
    bench.edge.change(aDesk({ state: 'accepted', askedAt: now }));
    await list().getByText('Booked').waitFor();
    await list().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => sent().at(-1)).toEqual({ type: 'request-cancellation', appointmentId: expected.id });
  });

  it('says without a line to the office that it will wait, and is withdrawn while it does', async () => {
    bench.edge.change({ ...aDesk({}), relay: { state: 'unlinked', waitingRows: 1, since: now - hourMs } });
    await openPerson();
    await button('Cancel the appointment').click();
    await tablet.page.getByText(/No line to the office: it is asked as soon as/).waitFor();
    await button('Yes, cancel it').click();
    await expect.poll(sent).toEqual([{ type: 'request-cancellation', appointmentId: expected.id }]);
    await list().getByRole('button', { name: 'Withdraw' }).click();
    await expect.poll(() => sent().at(-1)).toEqual({ type: 'withdraw-request', requestId });
  });

  it('shows a refusal with both sides, and asks for a time that was free instead', async () => {
    bench.edge.change(aDesk({ state: 'refused', code: 'slot-full', freeTimes: [tomorrow + hourMs] }));
    await list().getByText('The office says no: The time is full.').waitFor();
    expect(await seriousFaults(tablet.page)).toEqual([]);
    await list().getByRole('button', { name: 'Wed 25 Nov, 10:30' }).click();
    const { patientId, serviceId } = expected;
    await expect.poll(sent).toEqual([
      { type: 'request-appointment', patientId, serviceId, at: tomorrow + hourMs },
      { type: 'resolve-work-item', workItemId: requestId },
    ]);
  });

  it('moves an appointment at once where no office has the clinic, and moves it back', async () => {
    const { booking: _booking, bookingRequests: _requests, ...desk } = aDesk();
    bench.edge.change({ ...desk, booking: 'here' });
    bench.edge.answer = () => accepted({ appointmentId: expected.id });
    await openPerson();
    await button('Move the appointment').click();
    await button(/Wed.*25 Nov/).click();
    await tablet.page.getByLabel('Time', { exact: true }).fill('930');
    await button('Move it').click();
    const move = { type: 'request-move', appointmentId: expected.id, serviceId: expected.serviceId };
    await expect.poll(sent).toEqual([{ ...move, at: tomorrow }]);
    await list().getByText('Moved').waitFor();
    await list().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => sent().at(-1)).toEqual({ ...move, at: expected.at });
  });
});

it("the next day's list is printed as the edge gives it out", async () => {
  const { page } = tablet;
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-next', '');
  });
  bench.edge.nextDayList = {
    day: '2026-11-25',
    people: [{ at: tomorrow, serviceId: services.laboratory, name: 'Zoë Ferreira', birthDate: '1990-05-05' }],
  };
  await button("Print the next day's list").click();
  await page.locator('body[data-next]').waitFor();
  const printed = page.locator('reception-printed-list');
  expect(await printed.evaluate((element) => element.shadowRoot?.textContent)).toMatch(
    /Wednesday 25 November: 1 appointment\.[^]*09:30[^]*Zoë Ferreira[^]*5 May 1990[^]*Blood count/,
  );
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(bench.edge.requests).toEqual([`POST /api/v1/list-prints/next Bearer staff-${id('staff', 2)}`]);
});
