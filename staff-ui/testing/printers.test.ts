// The desk's banner of printers in a real browser: a fault, somebody who sees to it, and what was not printed meanwhile.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import type { PrinterState } from '@foyer/contracts/printer-view.ts';
import { aTypicalDesk, now } from './a-staff-view.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await aBench();
});
afterAll(() => bench?.close());

const aDesk = (state: PrinterState) => {
  const printer = { id: 'kiosk-1', name: 'Kiosk 1', state, since: now };
  return aTypicalDesk({
    printers: { [printer.id]: printer },
    printer: state === 'ready' ? 'ready' : 'unavailable',
  });
};

it('shows how a printer is mended until somebody sees to it, then offers what was not printed', async () => {
  bench.edge.reset(aDesk('paper-out'));
  const { page, complaints } = await openSignedIn(bench);
  const app = page.locator('staff-app');
  await page.getByRole('alert').getByText('Kiosk 1: no paper').waitFor();
  expect(await app.getAttribute('data-alarm')).toBe('assistance');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'I see to it' }).click();
  await expect.poll(() => app.getAttribute('data-alarm')).toBe('silent');
  expect(await page.locator('printer-banner').getByText('Kiosk 1: no paper').isVisible()).toBe(true);
  expect(await page.getByText('Put in a roll').count()).toBe(0);

  const mended = aDesk('ready');
  const waiting = Object.values(mended.tickets).filter(({ state }) => state === 'waiting');
  bench.edge.change({ ...mended, unprinted: waiting.map(({ id }) => id) });
  await page.getByText('3 tickets were not printed').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Print R017' }).click();
  await page.getByRole('button', { name: 'Print all 3' }).click();
  const asked = (): readonly unknown[] =>
    bench.edge.commands
      .filter(({ type }) => type === 'reprint-ticket')
      .map((command) => 'ticketId' in command && command.ticketId);
  await expect.poll(() => new Set(asked())).toEqual(new Set(waiting.map(({ id }) => id)));
  await page.getByRole('button', { name: 'Not needed' }).click();
  await page.getByText('3 tickets were not printed').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});
