// The supervisor's view, in a real browser: every queue and point, and putting somebody elsewhere in a queue.

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { minuteMs } from '@foyer/contracts/time.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aStaffView, aTicket, id, now, room3 } from './a-staff-view.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

const came = (minutes: number) => ({ placeAt: now - minutes * minuteMs, issuedAt: now - minutes * minuteMs });
const tickets = [
  aTicket('A001', came(40)),
  aTicket('A002', { ...came(22), needs: ['mobility'] }),
  aTicket('A003', came(9)),
  aTicket('A000', { ...came(50), priorityClass: 'priority' }),
];
const view = () => ({
  ...aStaffView({ tickets }),
  me: { id: id('staff', 10), name: 'Ingrid Solberg', roles: ['supervisor' as const], servicePointId: room3 },
});

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(view());
  tablet = await openSignedIn(bench);
  await tablet.page.getByRole('button', { name: 'Queues', exact: true }).click();
  await tablet.page.locator('queues-page').waitFor();
});
beforeEach(() => bench.edge.reset(view()));
afterAll(() => bench?.close());

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);
const ticketOf = (number: string) => tickets.find((ticket) => ticket.number === number)!.id;
const handle = (number: string) => tablet.page.getByRole('button', { name: `Move ${number}`, exact: true });

it('drags somebody before another one, asks why, and sends it', async () => {
  const { page } = tablet;
  const [from, to] = await Promise.all([handle('A003').boundingBox(), handle('A001').boundingBox()]);
  await page.mouse.move(from!.x + 10, from!.y + 10);
  await page.mouse.down();
  await page.mouse.move(to!.x + 10, to!.y + 4, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('heading', { name: 'Move A003 before A001?' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Feels worse' }).click();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect
    .poll(sent)
    .toEqual([
      { type: 'move-in-queue', ticketId: ticketOf('A003'), beforeTicketId: ticketOf('A001'), reason: 'Feels worse' },
    ]);
});

it('does the same with the keyboard, and leaves it by Escape', async () => {
  const { page } = tablet;
  await handle('A001').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: 'Move A001 behind everybody of its class?' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('move-dialog').count()).toBe(0);
  await handle('A002').focus();
  for (const key of ['ArrowUp', 'Escape', 'Enter']) await page.keyboard.press(key);
  expect(await page.locator('move-dialog').count()).toBe(0);
  expect(sent()).toEqual([]);
});

it('opens and closes every point, and has no serious fault', async () => {
  const { page } = tablet;
  expect(await seriousFaults(page)).toEqual([]);
  await page.locator('queue-points button').first().click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('room-state-dialog').count()).toBe(0);
  expect(tablet.complaints).toEqual([]);
});

it('puts a message on chosen displays in the clinic’s languages, and takes down one that runs', async () => {
  const { page } = tablet;
  const lift = { id: id('call', 90), text: { en: 'The lift is out of order.' }, at: now, until: now + 15 * minuteMs };
  bench.edge.reset({ ...view(), messages: { [lift.id]: lift } });
  await page.getByRole('button', { name: 'Message to displays (1 is shown)' }).click();
  const dialog = page.locator('message-dialog');
  const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
  await press('Show it');
  await dialog.getByText('Say it at least in the first language.').waitFor();
  await dialog.getByLabel('What they say, English').fill('No water on this floor.');
  await dialog.getByLabel('What they say, Español').fill('No hay agua en esta planta.');
  await press('Display 2');
  await dialog.getByRole('button', { name: 'Until we close, at' }).click();
  expect(await seriousFaults(page)).toEqual([]);
  await press('Take down');
  await press('Show it');
  await expect.poll(sent).toMatchObject([
    { type: 'withdraw-message', messageId: lift.id },
    {
      type: 'show-message',
      text: { en: 'No water on this floor.', es: 'No hay agua en esta planta.' },
      displayIds: [Object.values(view().devices).find(({ name }) => name === 'Display 2')!.id],
    },
  ]);
  await expect.poll(() => dialog.count()).toBe(0);
});
