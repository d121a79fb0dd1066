// Staff through the day, in a real browser: signing in by badge, leaving a room and taking it over, a pause until a time,
// and walking to a patient.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import { readLine } from '@foyer/ui-kit/testing/a-reader.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aStaffView, aTicket, aTypicalRoom, aWalkAskedFor, id, now, room3 } from './a-staff-view.ts';
import { rightBadge } from './fake-edge.ts';
import { aBench, openSignedIn, openTablet, type Bench } from './tablet.ts';

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(aTypicalRoom());
  tablet = await openSignedIn(bench);
});
afterAll(() => bench?.close());
beforeEach(() => bench.edge.reset(aTypicalRoom()));
afterEach(() => tablet.page.keyboard.press('Escape'));

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);

/** The view with the room of this tablet as given. */
function withRoom(view: StaffView, room: Partial<StaffView['servicePoints'][string]>): StaffView {
  return { ...view, servicePoints: { ...view.servicePoints, [room3]: { ...view.servicePoints[room3]!, ...room } } };
}

describe('a badge at the lock', () => {
  it('signs in at the room of the tablet, and nothing of it falls into a field', async () => {
    const { page, close } = await openTablet(bench);
    await page.locator('lock-page .tiles').waitFor();
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'focused';
      field.ariaLabel = 'Looking for somebody';
      document.body.append(field);
      field.focus();
    });
    await readLine(page, `X${rightBadge}`);
    await page.getByText("This badge is nobody's here.").waitFor();
    expect(await page.locator('#focused').inputValue()).toBe('');
    expect(await seriousFaults(page)).toEqual([]);
    await readLine(page, rightBadge);
    await page.locator('room-page').waitFor();
    expect(await page.locator('#focused').inputValue()).toBe('');
    await close();
  });

  it('is read twice to be enrolled, and begins anew after another one', async () => {
    bench.edge.reset({ ...aStaffView(), me: { id: id('staff', 10), name: 'Wei-Ling Tan', roles: ['admin'] } });
    const { page, close } = await openSignedIn(bench);
    await page.getByRole('button', { name: 'Staff', exact: true }).click();
    await page.getByRole('button', { name: 'Badge: Amira Haddad' }).click();
    await readLine(page, 'AMIRA-01');
    await page.getByText('Once more: the same badge.').waitFor();
    await readLine(page, 'ANOTHER-1');
    await page.getByText('That was another badge.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await readLine(page, 'AMIRA-01');
    await page.getByText('Once more: the same badge.').waitFor();
    await readLine(page, 'AMIRA-01');
    await expect.poll(sent).toEqual([{ type: 'enrol-badge', staffId: id('staff', 1), badge: 'AMIRA-01' }]);
    await page.getByText('The badge of Amira Haddad signs in now.').waitFor();
    await close();
  });
});

describe('handing a room over', () => {
  it('shows what is open before somebody leaves, and to whoever takes over', async () => {
    const held = aTicket('A042', { state: 'on-hold', heldUntil: now + 14 * minuteMs });
    const away = aTicket('A052', { steppedOut: { whenAhead: 3, at: now } });
    const typical = aTypicalRoom();
    const open = { ...typical, tickets: { ...typical.tickets, [held.id]: held, [away.id]: away } };
    bench.edge.change(open);
    const { page, close } = await openSignedIn(bench);
    await page.locator('staff-header .state, foyer-button.state').first().click();
    await page.getByRole('button', { name: 'Hand over or leave' }).click();
    const dialog = page.locator('hand-over-dialog');
    await dialog.getByText('until 11:00').waitFor();
    await dialog.getByText('back when 3 are ahead').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Nobody yet' }).click();
    await expect.poll(sent).toEqual([{ type: 'leave-service-point', servicePointId: room3 }]);
    await page.locator('lock-page').waitFor();
    await close();

    bench.edge.change(withRoom(open, { handOver: { since: now - minuteMs, fromName: 'Sofie Lindqvist' } }));
    const next = await openSignedIn(bench);
    const taking = next.page.locator('take-over-dialog');
    await taking.getByText('Sofie Lindqvist left at 10:45.').waitFor();
    await taking.getByText('until 11:00').waitFor();
    expect(await seriousFaults(next.page)).toEqual([]);
    await taking.getByRole('button', { name: 'I take over' }).click();
    await expect.poll(() => sent().at(-1)).toEqual({ type: 'take-over', servicePointId: room3 });
    bench.edge.change(open);
    await expect.poll(() => next.page.locator('take-over-dialog').count()).toBe(0);
    await next.close();
  });
});

describe('a pause', () => {
  it('is planned by one touch, says when the room is back, and reminds it', async () => {
    const { page } = tablet;
    await page.locator('foyer-button.state').click();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByRole('button', { name: 'Lunch' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /Back at 11:16/ }).click();
    const until = now + 30 * minuteMs;
    await expect
      .poll(sent)
      .toMatchObject([
        { type: 'pause-service-point', servicePointId: room3, kind: 'lunch', until: expect.any(Number) },
      ]);
    const pause = (at: number) => ({
      state: 'paused' as const,
      pause: { since: now, kind: 'lunch' as const, until: at },
    });
    bench.edge.change(withRoom(aTypicalRoom(), pause(until)));
    await page.locator('room-call').getByText('Back at 11:16').waitFor();
    bench.edge.change(withRoom(aTypicalRoom(), pause(now - minuteMs)));
    await page.locator('room-call').getByText('Was to be back at 10:45').waitFor();
    await page.locator('notice-strip').getByText('Room 3 was to go on at 10:45').waitFor();
  });
});

describe('walking to a patient', () => {
  it('is asked for with the reasons until somebody goes', async () => {
    const { page } = tablet;
    bench.edge.change(aWalkAskedFor());
    const current = Object.values(bench.edge.view.tickets).find(({ state }) => state === 'called')!;
    const card = page.locator('walk-card');
    await card.getByText(`Walk to the patient: ${current.number}`).waitFor();
    await card.getByText('hearing, outside.').waitFor();
    await card.getByText('Called back at 10:44, not confirmed.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await card.getByRole('button', { name: 'I am going' }).click();
    await expect.poll(sent).toEqual([{ type: 'acknowledge-walk', ticketId: current.id }]);
    bench.edge.change(aTypicalRoom('called'));
    await expect.poll(() => card.count()).toBe(0);
  });
});
