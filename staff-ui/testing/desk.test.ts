// The desk, the till and the devices in a real browser.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wordsOfKey } from '@foyer/ui-kit/key-words/key-words.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aFullHealth } from './a-full-health.ts';
import {
  aConflict,
  amira,
  aPatient,
  aStaffView,
  aTypicalDesk,
  aTypicalTill,
  id,
  now,
  services,
} from './a-staff-view.ts';
import { accepted, refused, someTiles } from './fake-edge.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

let bench: Bench;
/** One tablet for all: the page follows the roles that the view names. */
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(aTypicalDesk());
  tablet = await openSignedIn(bench);
});
afterAll(() => bench?.close());
beforeEach(() => bench.edge.reset(aTypicalDesk()));
afterEach(() => tablet.page.keyboard.press('Escape'));

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);
const ticketOf = (number: string) => Object.values(bench.edge.view.tickets).find((ticket) => ticket.number === number)!;
const clerk = aStaffView().me;

describe('the desk', () => {
  it('finds somebody while typing, lights the one thing to do, and checks in by Enter', async () => {
    const { page, complaints } = tablet;
    const find = page.getByLabel('Find by name, birth date, phone or number');
    await find.fill('4.12.1978');
    expect(await page.locator('reception-list .lit').count()).toBe(1);
    await find.press('Enter');
    await expect.poll(sent).toEqual([{ type: 'check-in', appointmentId: id('appointment', 6) }]);
    expect(complaints).toEqual([]);
  });

  it('checks in by one touch and takes it back', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: 'Check in: Aleksandra Wiśniewska-Kowalczyk' }).click();
    await page.getByRole('button', { name: 'Open A049' }).click();
    await page.getByRole('button', { name: 'Wrong person: undo check-in' }).click();
    await expect.poll(sent).toEqual([
      { type: 'check-in', appointmentId: id('appointment', 7) },
      { type: 'undo-check-in', ticketId: ticketOf('A049').id },
    ]);
  });

  it('registers somebody new and goes straight to a number', async () => {
    bench.edge.answer = (command) =>
      command.type === 'register-patient'
        ? accepted({ patientId: id('patient', 99) })
        : accepted({ ticket: { id: id('ticket', 9), number: 'R018' } });
    const { page } = tablet;
    await page.getByLabel('Find by name, birth date, phone or number').fill('Ada Lovelace');
    await page.getByText('Nobody found.').waitFor();
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.getByLabel('Birth date', { exact: true }).fill('1985-12-10');
    await page.getByRole('button', { name: 'Register, then number' }).click();
    await page.getByRole('button', { name: /^Walk-in consultation.*Wait now: 20 to 35 minutes/ }).click();
    await page.getByRole('button', { name: 'Give the number' }).click();
    await page.getByText('is being printed').waitFor();
    expect(sent()).toEqual([
      { type: 'register-patient', patient: { name: { given: 'Ada', family: 'Lovelace' }, birthDate: '1985-12-10' } },
      {
        type: 'issue-ticket',
        serviceId: services.walkIn,
        needs: [],
        priorityClass: 'walk-in',
        patientId: id('patient', 99),
      },
    ]);
  });

  it('prints a number again', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: 'Open R017' }).click();
    await page.getByRole('button', { name: 'Print again' }).click();
    await expect.poll(sent).toEqual([{ type: 'reprint-ticket', ticketId: ticketOf('R017').id }]);
  });

  it('puts a name to a number', async () => {
    bench.edge.reset(
      aTypicalDesk({
        patients: [...Object.values(bench.edge.view.patients), aPatient(70, 'Zoë Ferreira', '1990-05-05')],
      }),
    );
    const { page } = tablet;
    await page.getByRole('button', { name: 'Open R017' }).click();
    await page.getByRole('button', { name: 'Add the name' }).click();
    await page.getByRole('textbox', { name: 'Who is it?' }).fill('zoe');
    await page.getByRole('button', { name: /Zoë Ferreira/ }).click();
    await expect
      .poll(sent)
      .toEqual([{ type: 'identify-ticket', ticketId: ticketOf('R017').id, patientId: id('patient', 70) }]);
  });
});

describe('what a person has to decide', () => {
  it('is settled after one question', async () => {
    const item = { id: id('help', 9), kind: 'feed-failed', code: 'not-found', at: now, about: { item: 'price' } };
    bench.edge.reset(aTypicalDesk({ workItems: { [item.id]: item } }));
    const { page, complaints } = tablet;
    await page.getByText('It does not fit this clinic (price, not-found).').waitFor();
    await page.getByRole('button', { name: 'Settled', exact: true }).click();
    expect(sent()).toEqual([]);
    await page.getByRole('button', { name: 'Yes, it is settled' }).click();
    await expect.poll(sent).toEqual([{ type: 'resolve-work-item', workItemId: item.id }]);
    expect(complaints).toEqual([]);
  });
});

describe('a detail that was written in two ways', () => {
  it('shows both beside each other, is chosen by one tap, and taken back', async () => {
    const conflict = aConflict();
    bench.edge.reset(aTypicalDesk({ conflicts: { [conflict.id]: conflict } }));
    const { page, complaints } = tablet;
    const versions = page.locator('conflict-versions li');
    await versions.first().waitFor();
    expect(await versions.allInnerTexts()).toEqual([
      expect.stringContaining('7 March 1956'),
      expect.stringContaining('At the clinic, Amira Osei'),
    ]);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'This one: 3 July 1956' }).click();
    await expect.poll(sent).toEqual([{ type: 'choose-detail', conflictId: conflict.id, version: 1 }]);
    const chosen = { version: 1, by: `staff:${amira}`, at: now };
    bench.edge.reset(aTypicalDesk({ conflicts: { [conflict.id]: { ...conflict, chosen } } }));
    await page.getByText('stands from now on.').waitFor();
    await page.locator('conflict-versions').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(sent).toContainEqual({ type: 'choose-detail', conflictId: conflict.id, version: null });
    expect(complaints).toEqual([]);
  });
});

describe('the till', () => {
  beforeEach(() => bench.edge.reset(aTypicalTill()));

  it('takes cash, says what goes back, and shows the receipt’s number with its print', async () => {
    bench.edge.answer = () => accepted({ paymentId: id('payment', 7), receiptNumber: 'HSC-1-17' });
    const { page, complaints } = tablet;
    await page.getByRole('button', { name: /A\s*044/ }).click();
    for (const key of '10000') await page.keyboard.press(key);
    await page.locator('till-change .change').getByText('€18.50').waitFor();
    await page.locator('till-change foyer-door').click();
    await page.getByText('HSC-1-17').waitFor();
    expect(sent()).toEqual([
      {
        type: 'take-payment',
        chargeIds: [1, 2, 3].map((index) => id('charge', index)),
        means: 'cash',
        amountMinor: 8150,
        tenderedMinor: 10000,
      },
    ]);
    const payment = {
      id: id('payment', 7),
      receiptNumber: 'HSC-1-17',
      means: 'cash' as const,
      amountMinor: 8150,
      at: 0,
      print: 'printed' as const,
    };
    bench.edge.change({ ...bench.edge.view, payments: { ...bench.edge.view.payments, [payment.id]: payment } });
    await page.locator('till-change .receipt').getByText('printed', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('does not take less than what is due', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: /A\s*044/ }).click();
    for (const key of '5000') await page.keyboard.press(key);
    await page.getByText('€31.50 are missing').waitFor();
    expect(await page.locator('till-change foyer-door').getAttribute('state')).toBe('hollow');
  });

  it('charges a service that has a price', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: /A\s*031/ }).click();
    await page.getByRole('button', { name: 'Charge', exact: true }).click();
    await page.getByRole('button', { name: /^Consultation/ }).click();
    await expect
      .poll(sent)
      .toEqual([{ type: 'record-charge', ticketId: ticketOf('A031').id, serviceId: services.consultation }]);
  });

  it('opens with a float', async () => {
    const { till: _, ...closed } = aTypicalTill();
    bench.edge.reset(closed);
    const { page } = tablet;
    await page.getByRole('heading', { name: 'The till is closed' }).waitFor();
    for (const key of '20000') await page.keyboard.press(key);
    await page.getByRole('button', { name: /Open the till/ }).click();
    await expect.poll(sent).toEqual([{ type: 'open-till', floatMinor: 20_000 }]);
  });

  it('closes after counting, and tells the difference only then', async () => {
    const facts = { expectedMinor: 124_150, varianceMinor: -150 };
    const closing = { tillId: id('till', 1), zNumber: 'HSC-1-Z3', ...facts };
    bench.edge.answer = (command) => ('reason' in command ? accepted(closing) : refused('variance-unexplained', facts));
    const { page } = tablet;
    await page.getByRole('button', { name: 'Close the till' }).click();
    const dialog = page.locator('staff-dialog');
    await page.getByLabel('€200.00 note').fill('6');
    await page.getByLabel('€20.00 note').fill('2');
    await dialog.getByText('€1,240.00').waitFor();
    await dialog.getByRole('button', { name: 'Close the till' }).click();
    await page.getByRole('heading', { name: 'The count differs' }).waitFor();
    await page.getByText('Too little').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const close = dialog.getByRole('button', { name: 'Close with this difference' });
    expect(await close.isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Wrong change given' }).click();
    await close.click();
    await page.getByText('Closing HSC-1-Z3.').waitFor();
    expect(sent()).toEqual([
      { type: 'close-till', countedMinor: 124_000 },
      { type: 'close-till', countedMinor: 124_000, reason: 'Wrong change given' },
    ]);
    const print = { jobId: 'z', tillId: id('till', 1), state: 'failed' as const, code: 'paper-out' };
    bench.edge.change({ ...bench.edge.view, prints: { z: print } });
    await page.getByText('The Z was not printed.').waitFor();
  });

  it('is counted with the keyboard alone, and counted again without losing what was typed', async () => {
    bench.edge.answer = () => refused('variance-unexplained', { expectedMinor: 124_150, varianceMinor: -84_150 });
    const { page } = tablet;
    await page.getByRole('button', { name: 'Close the till' }).click();
    await page.getByLabel('€200.00 note').focus();
    for (const key of ['1', 'Enter', '2', 'Enter', 'Enter']) await page.keyboard.press(key);
    await page.getByText('€400.00').waitFor();
    await page.locator('staff-dialog').getByRole('button', { name: 'Close the till' }).click();
    await page.getByRole('button', { name: 'Count again' }).click();
    expect(await page.getByLabel('€100.00 note').inputValue()).toBe('2');
  });

  it('prints an X while it is open, and the Z of its closing again', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: 'Print an X' }).click();
    await expect.poll(sent).toEqual([{ type: 'print-till-report' }]);
    const { till: _, ...closed } = aTypicalTill();
    bench.edge.reset({ ...closed, closedTill: { id: id('till', 1), zNumber: 'HSC-1-Z3', print: 'printed' } });
    await page.getByText('The Z is printed.').waitFor();
    await page.getByRole('button', { name: 'Print the Z again' }).click();
    await expect.poll(sent).toEqual([{ type: 'print-till-report', tillId: id('till', 1) }]);
  });

  it('says in words what the edge refuses', async () => {
    bench.edge.answer = () => refused('wrong-amount', { expectedMinor: 1 });
    const { page } = tablet;
    await page.getByRole('button', { name: /A\s*044/ }).click();
    await page.getByRole('button', { name: '€100' }).click();
    await page.locator('till-change foyer-door').click();
    await page.getByRole('alert').getByText('The charges have changed meanwhile').waitFor();
  });
});

describe('devices', () => {
  const admin = {
    ...aStaffView(),
    ...aFullHealth,
    me: { ...clerk, id: id('staff', 10), name: 'Wei-Ling Tan', roles: ['admin'] as const },
  };
  beforeEach(() => bench.edge.reset(admin));

  it('let a screen in by its code', async () => {
    const { page, complaints } = tablet;
    await page.getByLabel('The code that the screen shows').fill('k7q2m4xp');
    const words = await wordsOfKey('B'.repeat(87), 'en');
    await expect.poll(() => page.locator('key-words li').allInnerTexts()).toEqual(words);
    await page.getByRole('button', { name: 'Tablet', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill('Tablet 9');
    await page.getByLabel('Place').selectOption({ label: 'Room 3' });
    await page.getByRole('button', { name: /Let it in/ }).click();
    await page.getByText('Tablet 9 is let in.').waitFor();
    expect(bench.edge.approvals).toEqual([
      expect.objectContaining({
        code: 'K7Q2-M4XP',
        role: 'staff-tablet',
        name: 'Tablet 9',
        servicePointId: id('point', 3),
        device: 'device-token-of-this-tablet',
      }),
    ]);
    expect(complaints).toEqual([]);
  });

  it('are told from afar which one they are, and settings of the box change at once', async () => {
    const { page, complaints } = tablet;
    await page.getByText('2 of 9 do not work').waitFor();
    await page.getByRole('button', { name: 'About Kiosk 1' }).click();
    const about = page.locator('device-dialog');
    await about.getByText('A054, R012, A053').waitFor();
    await about.getByRole('button', { name: 'Which one is it?' }).click();
    await about.getByText('It shows its name').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'About The box' }).click();
    await about.getByText('1.5.0 was taken back').waitFor();
    await about.getByText('none yet').waitFor();
    await about.getByText('Everything is there').waitFor();
    await about.getByText('502 rows wait').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'About Display 2' }).click();
    await about.getByText('It comes back by itself').waitFor();
    expect(await about.getByRole('button', { name: 'Restart its page' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Settings of the box' }).click();
    const box = page.locator('box-settings-dialog');
    await box.getByLabel('Quiet from').fill('20:30');
    await box.getByLabel('A battery is low below').fill('200');
    expect(await box.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await box.getByLabel('A battery is low below').fill('20');
    expect(await seriousFaults(page)).toEqual([]);
    await box.getByRole('button', { name: 'Save' }).click();
    await expect.poll(sent).toEqual([
      { type: 'order-device', deviceId: id('device', 1), order: 'identify' },
      { type: 'change-setting', name: 'FOYER_QUIET_FROM', value: '20:30' },
      { type: 'change-setting', name: 'FOYER_BATTERY_LOW', value: '20' },
    ]);
    await expect.poll(() => box.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('are let go after one question', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: 'Remove Display 2' }).click();
    await page.getByText('It loses its access at once').waitFor();
    expect(bench.edge.requests).toEqual([]);
    await page.locator('staff-dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect
      .poll(() => bench.edge.requests)
      .toEqual([`DELETE /api/v1/devices/${id('device', 3)} Bearer staff-${id('staff', 2)}`]);
    await expect.poll(() => page.locator('staff-dialog').count()).toBe(0);
  });

  it('stand beside the names that wrong PINs have locked, which are opened at once', async () => {
    const person = { id: id('staff', 5), name: 'Sofie Lindqvist', until: now + 600_000 };
    bench.edge.reset({ ...admin, lockedStaff: { [person.id]: person } });
    const { page } = tablet;
    await page.getByText('Sofie Lindqvist is locked out').click();
    await page.getByRole('button', { name: 'Unlock now' }).click();
    await expect
      .poll(() => bench.edge.requests)
      .toEqual([`POST /api/v1/staff/${person.id}/unlock Bearer staff-${id('staff', 2)}`]);
  });

  it('stand beside the staff: somebody is admitted for a few days with a PIN of their own choosing', async () => {
    bench.edge.reset({ ...admin, me: { ...admin.me, roles: ['supervisor'] } });
    const { page, complaints } = tablet;
    await page.evaluate(() => (location.hash = 'devices'));
    await page.getByRole('button', { name: 'Staff', exact: true }).click();
    const dialog = page.locator('people-dialog');
    await dialog.getByRole('button', { name: 'Admit for a few days' }).click();
    const admit = dialog.getByRole('button', { name: 'Admit for a few days' });
    await dialog.getByLabel('Name, as on the tile').fill('Dr Lim');
    await dialog.getByRole('button', { name: '26 Nov 2026' }).click();
    await dialog.getByLabel('PIN', { exact: true }).fill('1234');
    await dialog.getByLabel('PIN once more').fill('1234');
    await dialog.getByText('That PIN is guessed at once.').waitFor();
    expect(await admit.isDisabled()).toBe(true);
    await dialog.getByLabel('PIN', { exact: true }).fill('4711');
    await dialog.getByLabel('PIN once more').fill('4711');
    expect(await dialog.getByRole('button', { name: 'Administrator' }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await admit.click();
    await expect.poll(sent).toEqual([
      {
        type: 'admit-temporary-staff',
        name: 'Dr Lim',
        roles: ['nurse'],
        untilBusinessDay: '2026-11-26',
        pin: '4711',
      },
    ]);
    await dialog.getByText('Dr Lim may sign in now.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('give a new PIN, end a stay after one question, and say what the edge refuses', async () => {
    const { page } = tablet;
    const tiles = someTiles();
    const [first, ...others] = tiles.staff;
    const lim = { ...first!, name: 'Dr Lim', temporaryUntil: now + 86_400_000 };
    bench.edge.tiles = { ...tiles, staff: [lim, ...others] };
    bench.edge.answer = () => refused('pin-length', { digits: 6 });
    await page.getByRole('button', { name: 'Staff', exact: true }).click();
    const dialog = page.locator('people-dialog');
    await dialog.getByText('Temporary, last day').waitFor();
    await dialog.getByRole('button', { name: 'New PIN: Dr Lim' }).click();
    await dialog.getByLabel('PIN', { exact: true }).fill('4711');
    await dialog.getByLabel('PIN once more').fill('4711');
    await dialog.getByRole('button', { name: 'New PIN', exact: true }).click();
    await dialog.getByRole('alert').getByText('as many digits as those of the others').waitFor();
    bench.edge.answer = () => accepted();
    await dialog.locator('.choices').getByRole('button', { name: 'Back' }).click();
    await dialog.getByRole('button', { name: 'End the stay: Dr Lim' }).click();
    await dialog.getByRole('button', { name: 'End the stay', exact: true }).click();
    await expect.poll(() => sent().at(-1)).toEqual({ type: 'end-temporary-staff', staffId: lim.id });
    // Whoever closes it while the answer is on its way leaves it open for the next.
    await expect
      .poll(async () => {
        await page.keyboard.press('Escape');
        return dialog.count();
      })
      .toBe(0);
  });

  it('say when no screen shows that code', async () => {
    bench.edge.approvalRefusal = 'unknown-enrolment';
    const { page } = tablet;
    await page.getByLabel('The code that the screen shows').fill('AAAA-BBBB');
    await page.getByLabel('Name', { exact: true }).fill('Kiosk 3');
    await page.getByRole('button', { name: /Let it in/ }).click();
    await page.getByText('No screen shows this code now.').waitFor();
  });
});
