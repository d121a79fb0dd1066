// The set-up of a clinic that runs, in a real browser: changed, looked at in words, applied, refused, and as a file.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { presetRules } from '@foyer/contracts/calling-presets.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aStaffView, id, room3, services } from './a-staff-view.ts';
import { aClinicAsSetUp } from './fake-set-up.ts';
import { refused } from './fake-edge.ts';
import { aBench, openSignedIn, signIn, type Bench } from './tablet.ts';

const asAdmin = (): StaffView => ({
  ...aStaffView(),
  me: { id: id('staff', 10), name: 'Wei-Ling Tan', roles: ['admin'] },
});

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(asAdmin());
  tablet = await openSignedIn(bench, { fragment: '#set-up' });
});
afterAll(() => bench?.close());
beforeEach(() => bench.edge.reset(asAdmin()));
afterEach(async () => {
  await tablet.page.evaluate(() => sessionStorage.clear());
  await tablet.page.reload();
});

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);

async function open(part?: string): Promise<OpenedPage['page']> {
  const { page } = tablet;
  if ((await page.locator('set-up-page').count()) === 0) await signIn(page, bench.edge);
  await page.locator('services-part').waitFor();
  if (part) await page.getByRole('button', { name: part, exact: true }).click();
  return page;
}
const button = (name: string) => tablet.page.getByRole('button', { name, exact: true });

describe('the set-up', () => {
  it('takes a card as its number is written, and says at once what a number is', async () => {
    const page = await open('Cards');
    const dialog = page.locator('edit-card-dialog');
    const trial = dialog.getByLabel('Try a number');
    await button('Add a card').click();
    await dialog.getByLabel('Name, as said to its holder, English').fill('Health card');
    await dialog.getByLabel('How its number is written').fill('99-9999-9999');
    await dialog.getByLabel('Check digit').selectOption('Modulus 11, ten digits');
    await trial.fill('9434765919');
    await dialog.getByText('It fits, and its check digit agrees.').waitFor();
    await dialog.getByText('Health card: screens show ••-••••-5919').waitFor();
    await trial.fill('9434765918');
    await dialog.getByText('It fits, but its check digit does not agree.').waitFor();
    await trial.fill('12');
    await dialog.getByText('It is not written so.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByLabel('What a screen may show').fill('##-####-####');
    await dialog.getByText('A mask is as long as its pattern').waitFor();
    await dialog.getByLabel('What a screen may show').fill('**-****-####');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await button('Look and apply').click();
    await button('Apply').click();
    await expect
      .poll(sent)
      .toMatchObject([
        { changes: { cardFormats: [{ pattern: '99-9999-9999', mask: '**-****-####', checksum: 'mod-11' }] } },
      ]);
  });

  it('has nothing serious for axe-core and nothing wider than the screen, in any part or dialog', async () => {
    const page = await open();
    const found: unknown[] = [];
    const look = async () => {
      found.push(...(await seriousFaults(page)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    };
    bench.edge.setUp.rules = presetRules['appointments-first'];
    for (const part of [
      'Rooms',
      'Visits of several steps',
      'Nobody answers, nobody calls',
      'Opening hours',
      'Prices',
      'The clinic',
      'Calling rules',
      'Cards',
      'As one file',
    ]) {
      await button(part).click();
      await look();
    }
    await button('Forms').click();
    await button('Change: Before your visit').click();
    await button('Change: How long have you coughed?').click();
    await look();
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('.chooser select').selectOption('services');
    await look();
    await button('Change: Consultation').click();
    await look();
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(found).toEqual([]);
    expect(tablet.complaints).toEqual([]);
  });

  it('adds a service by keyboard alone, asks for its door, and applies both when it was seen in words', async () => {
    const page = await open();
    await button('Add a service').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name, English').focus();
    await page.keyboard.type('Vaccination');
    await button('Done').focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 thing to mend before it can be applied').waitFor();
    await button('Rooms').click();
    await button('Change: Room 3').click();
    await button('Vaccination').click();
    await button('Done').click();
    await button('Look and apply').click();
    await page.getByText('Service “Vaccination” is new').waitFor();
    await page.getByText('Room “Room 3”: services').waitFor();
    await page.getByLabel('Why (may stay empty)').fill('a new wing');
    await button('Apply').click();
    await page.getByText('Applied. Every screen has it.').waitFor();
    const [command] = sent();
    expect(command).toMatchObject({ type: 'change-clinic', version: 4, reason: 'a new wing' });
    const { changes } = command as unknown as { changes: ReturnType<typeof aClinicAsSetUp>['document'] };
    expect(Object.keys(changes)).toEqual(['services', 'servicePoints']);
    expect(changes.services.at(-1)).toMatchObject({ name: { en: 'Vaccination' }, prefix: 'R' });
    expect(changes.servicePoints[0]?.serviceIds).toEqual([services.consultation, changes.services.at(-1)?.id]);
  });

  it('loses nothing when a dialog is left by accident, nor over a reload', async () => {
    const page = await open();
    await button('Change: Laboratory').click();
    await page.getByLabel('Name, Español').fill('Análisis');
    await page.keyboard.press('Escape');
    await page.getByText('1 change, not applied yet').waitFor();
    await page.reload();
    await open();
    await button('Change: Laboratory').click();
    expect(await page.getByLabel('Name, Español').inputValue()).toBe('Análisis');
  });

  it('draws the Chinese letters of a form that no word of the tablet has, in whatever language it speaks', async () => {
    const page = await open('Forms');
    const ready = () =>
      page.evaluate(() =>
        [...document.fonts].some(({ family, status }) => family.includes('SC Rest') && status === 'loaded'),
      );
    await button('Add a consent').click();
    await page.getByLabel('Title, English').fill('瘀青');
    await expect.poll(ready, { timeout: 20_000 }).toBe(true);
  });

  it('opens one dialog after the other, and each as often as it is asked for', async () => {
    const page = await open();
    const shown = page.getByRole('dialog');
    for (const name of ['Consultation', 'Laboratory', 'Consultation']) {
      await button(`Change: ${name}`).click();
      await shown.waitFor();
      expect(await page.getByLabel('Name, English').inputValue()).toBe(name);
      await page.keyboard.press('Escape');
      await page.locator('edit-service-dialog').waitFor({ state: 'detached' });
    }
    await button('Change: Laboratory').click();
    await page.getByLabel('Name, English').fill('Lab');
    await button('Done').click();
    for (let time = 0; time < 2; time += 1) {
      await button('Look and apply').click();
      await shown.waitFor();
      await page.keyboard.press('Escape');
      await page.locator('apply-dialog').waitFor({ state: 'detached' });
    }
  });

  it('keeps nothing of what was begun and not touched', async () => {
    const page = await open();
    for (const [part, add] of [
      ['Services', 'Add a service'],
      ['Rooms', 'Add a door'],
      ['Forms', 'Add a consent'],
      ['Forms', 'Add a questionnaire'],
      ['Visits of several steps', 'Add a visit'],
      ['Cards', 'Add a card'],
    ] as const) {
      await button(part).click();
      await button(add).click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('Nothing is changed.').waitFor();
      expect(await button('Take back').count()).toBe(0);
    }
    await button('Add a card').click();
    await page.getByLabel('Who gave the number').fill('NHS');
    await page.keyboard.press('Escape');
    await page.getByText('1 thing to mend before it can be applied').waitFor();
  });

  it('takes a service away, says so, and puts it back with its rooms', async () => {
    const page = await open();
    await button('Take away: Desk').click();
    await page.getByText('Desk is taken away.').waitFor();
    await button('Put it back').click();
    await page.getByText('Nothing is changed.').waitFor();
  });

  it('says who would be stranded, by name and number, and keeps the change', async () => {
    const page = await open('Rooms');
    bench.edge.answer = () => refused('room-has-patients', { servicePointId: room3, waiting: 2 });
    await button('Take away: Laboratory 1').click();
    await button('Put it back').click();
    await page.getByRole('button', { name: 'Move down: Room 3' }).click();
    await button('Look and apply').click();
    await button('Apply').click();
    await page.getByText('2 people are in Room 3, or wait for it.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('1 change, not applied yet').waitFor();
  });

  it('closes the clinic on a day, and says of one that is there already that it is', async () => {
    const page = await open('Opening hours');
    await button('Add a day').click();
    const day = page.getByLabel('Day', { exact: true });
    await page.getByText('Choose a day.').waitFor();
    await day.nth(1).fill('2026-12-25');
    await page.getByText('This day is in the list already.').waitFor();
    await day.nth(1).fill('2026-12-08');
    await expect.poll(() => day.nth(1).inputValue()).toBe('2026-12-25');
    await page.getByLabel('What patients are told (may be left empty), English').first().fill('Public holiday');
    await button('Look and apply').click();
    await page.getByText('The days closed', { exact: true }).waitFor();
    await button('Apply').click();
    await page.getByText('Applied. Every screen has it.').waitFor();
    const closedDates = [
      { date: '2026-12-08', reason: { en: 'Public holiday' } },
      { date: '2026-12-25', reason: { en: 'Christmas Day' } },
    ];
    expect(sent()).toEqual([{ type: 'change-clinic', version: 4, changes: { closedDates } }]);
  });

  it('shows hours and prices of a clinic that a centre has adopted as they are there', async () => {
    bench.edge.setUp.clinic = { ...aClinicAsSetUp(), isAdopted: true };
    await tablet.page.reload();
    const page = await open('Prices');
    await page.getByText('this is changed there').waitFor();
    await page.getByText('€45.00').waitFor();
    expect(await page.locator('charges-part input').count()).toBe(0);
  });
});

describe('the calling rules', () => {
  it('start from a preset, show who would move now, and are applied with a reason', async () => {
    const page = await open('Calling rules');
    const move = { ticketId: id('ticket', 7), number: 'A007', by: 2 };
    const next = { ticketId: move.ticketId, number: move.number };
    bench.edge.setUp.preview = { points: [{ servicePointId: room3, now: [next], changed: [next], moves: [move] }] };
    await page.getByRole('button', { name: 'Urgent first' }).click();
    await button('What would it do now?').click();
    await page.getByText('1 place would move').waitFor();
    await page.getByText('2 sooner').waitFor();
    await page.getByLabel('Minutes', { exact: true }).first().fill('5');
    await page.keyboard.press('Tab');
    await page.getByText('Between 1 and 720 minutes.').waitFor();
    await button('Take back').click();
    await button('Needs count').click();
    await page.locator('needs-earlier-fields').getByLabel('Minutes', { exact: true }).fill('10');
    await button('Infant').click();
    await page.getByRole('button', { name: 'Appointments first' }).click();
    expect(await page.locator('needs-earlier-fields').getByLabel('Minutes', { exact: true }).inputValue()).toBe('10');
    await button('Wheelchair').click();
    await page.locator('needs-earlier-fields').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Urgent first' }).click();
    await button('Look and apply').click();
    await page.getByText('The calling rules', { exact: true }).waitFor();
    await button('Apply').click();
    await page.getByText('Applied. Every screen has it.').waitFor();
    expect(sent()).toEqual([{ type: 'set-calling-rules', rules: presetRules['urgent-first'] }]);
  });

  it('are tried on a past day, each class beside what was, with how far to believe it', async () => {
    const page = await open('Calling rules');
    const waits = (median: number, most: number) => ({ called: 20, uncalled: 0, median, most, longest: most });
    const all = { recorded: waits(14, 38), inForce: waits(15, 40), changed: waits(13, 33) };
    const walkIn = { recorded: waits(16, 42), inForce: waits(17, 43), changed: waits(18, 48) };
    await button('Try on that day').click();
    await page.getByText('Nothing is known of that day. Choose another one.').waitFor();
    bench.edge.setUp.whatIf = {
      businessDay: '2026-11-20',
      all,
      classes: [
        { priorityClass: 'priority', recorded: waits(4, 9), inForce: waits(4, 8), changed: { called: 0, uncalled: 3 } },
        { priorityClass: 'walk-in', ...walkIn },
      ],
      services: [
        { serviceId: services.consultation, ...walkIn },
        { serviceId: id('service', 99), ...all },
      ],
    };
    await page.getByLabel('Which day').fill('2026-11-20');
    await button('Try on that day').click();
    await page.getByText('The replay of today’s rules differs from what happened by 2 minutes.').waitFor();
    await page.getByRole('row', { name: /^Consultation/ }).waitFor();
    await page.getByRole('row', { name: /^A service that is gone/ }).waitFor();
    await page
      .getByRole('row', { name: /Walk-in/ })
      .getByText('Nine of ten within 48 minutes')
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Urgent first' }).click();
    await expect.poll(() => page.locator('what-if-panel table').count()).toBe(0);
  });
});

describe('the visits of several steps', () => {
  it('are made step by step, put in another order, and a step comes back that was taken away', async () => {
    const page = await open('Visits of several steps');
    await button('Add a visit').click();
    await page.getByLabel('Name, English').fill('Check-up');
    await button('Add a step').click();
    await button('May be left out without a reason').click();
    expect(await seriousFaults(page)).toEqual([]);
    await button('Back to the steps').click();
    await button('Add a step').click();
    await button('Back to the steps').click();
    await button('Move up: Desk').click();
    await button('Take away: Desk').click();
    await page.getByText('Desk is taken away.').waitFor();
    await button('Put it back').click();
    await page.getByLabel('Begins with').selectOption('a number for Consultation');
    expect(await page.locator('journey-path li').allInnerTexts()).toEqual(['Consultation', 'Desk', 'Laboratory']);
    expect(await seriousFaults(page)).toEqual([]);
    await button('Done').click();
    await button('Look and apply').click();
    await page.getByText('Journey “Check-up” is new').waitFor();
    await button('Apply').click();
    await page.getByText('Applied. Every screen has it.').waitFor();
    const [command] = sent() as unknown as {
      changes: Pick<ReturnType<typeof aClinicAsSetUp>['document'], 'journeys'>;
    }[];
    expect(command?.changes.journeys).toMatchObject([
      {
        name: { en: 'Check-up' },
        startsWith: services.consultation,
        steps: [
          { id: 's1', serviceId: services.consultation, after: [] },
          { id: 's3', serviceId: services.walkIn, after: ['s1'] },
          { id: 's2', serviceId: services.laboratory, after: ['s3'], optional: true },
        ],
      },
    ]);
  });

  it('say beside the step that it would wait for itself', async () => {
    const after = (...ids: string[]) => ({ serviceId: services.consultation, after: ids });
    const journeys = [
      {
        id: id('call', 3),
        name: { en: 'Check-up' },
        steps: [
          { id: 'a', ...after() },
          { id: 'b', ...after('a') },
        ],
      },
    ];
    bench.edge.setUp.clinic = aClinicAsSetUp({ journeys });
    await tablet.page.reload();
    const page = await open('Visits of several steps');
    await button('Change: Check-up').click();
    await button('Change: Consultation').first().click();
    await button('2 – Consultation').click();
    const fault = page.locator('edit-journey-step').getByText('These steps wait for one another.');
    await fault.waitFor();
    await button('2 – Consultation').click();
    await fault.waitFor({ state: 'detached' });
  });
});

describe('what the queue does by itself', () => {
  it('is switched on with numbers that fit, and says which does not', async () => {
    const page = await open('Nobody answers, nobody calls');
    await button('Give up the call by itself').click();
    await page.getByLabel('After so many recalls').fill('0');
    await page.getByText('A whole number that fits here, or nothing.').waitFor();
    await page.getByLabel('After so many recalls').fill('');
    await button('Tell somebody').click();
    await page.getByLabel('Who is told').selectOption('Supervisor');
    await button('Look and apply').click();
    await page.getByText('When a call counts as not answered').waitFor();
    await button('Apply').click();
    await page.getByText('Applied. Every screen has it.').waitFor();
    expect(sent()).toMatchObject([
      {
        changes: {
          notAnswered: { afterMinutes: 5, graceMinutes: 30 },
          stranded: { afterMinutes: 15, role: 'supervisor' },
        },
      },
    ]);
  });
});

describe('a supervisor', () => {
  it('changes the calling rules, and sees nothing of what is the administrator’s', async () => {
    const { page } = tablet;
    const admin = asAdmin();
    bench.edge.reset({ ...admin, me: { ...admin.me, roles: ['supervisor'] } });
    await page.reload();
    await signIn(page, bench.edge);
    await page.evaluate(() => (location.hash = 'set-up'));
    await page.getByRole('button', { name: 'Urgent first' }).click();
    expect(await page.locator('set-up-page nav[aria-label="Set up"], set-up-page .chooser').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await button('Look and apply').click();
    await button('Apply').click();
    await page.getByText('Applied. Every screen has it.').waitFor();
    expect(sent()).toEqual([{ type: 'set-calling-rules', rules: presetRules['urgent-first'] }]);
  });
});

describe('the set-up as a file', () => {
  const fileOf = (clinic: object) => ({
    name: 'clinic.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ kind: 'foyer-clinic', version: 1, clinic })),
  });

  it('is looked at in words before it counts', async () => {
    const page = await open('As one file');
    await page
      .locator('input[type=file]')
      .setInputFiles(fileOf({ name: 'Harbour Street', skippedOrdinals: [13, 666] }));
    await page.getByText('The name of the clinic', { exact: true }).waitFor();
    await page.getByText('Numbers that nobody gets', { exact: true }).waitFor();
    expect(bench.edge.setUp.checks).toEqual([{ name: 'Harbour Street', skippedOrdinals: [13, 666] }]);
    await button('Apply').click();
    await expect
      .poll(sent)
      .toEqual([
        { type: 'change-clinic', version: 4, changes: { name: 'Harbour Street', skippedOrdinals: [13, 666] } },
      ]);
  });

  it('changes nothing where it does not fit, and says where', async () => {
    const page = await open('As one file');
    bench.edge.setUp.refusal = {
      code: 'set-up-faulty',
      faults: [{ path: '/services/1/prefix', code: 'letter-twice' }],
    };
    await page.locator('input[type=file]').setInputFiles(fileOf({ services: [] }));
    await page.getByText('/clinic/services/1/prefix').waitFor();
    await page.getByText('Nothing is changed.').waitFor();
  });

  it('is saved with everything in it', async () => {
    const page = await open('As one file');
    const saved = page.waitForEvent('download');
    await button('Save as a file').click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('foyer-north-2026-11-24.json');
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(JSON.parse(Buffer.concat(chunks).toString())).toEqual({
      kind: 'foyer-clinic',
      version: 1,
      clinic: aClinicAsSetUp().document,
      callingRules: null,
      displays: {},
    });
  });
});
