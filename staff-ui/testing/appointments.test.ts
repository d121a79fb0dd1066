// The appointments of a clinic without a centre, in a real browser: typed, and brought as a table.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportAnswer, ImportRequest } from '@foyer/contracts/appointment-import.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aTypicalDesk, id, now, room3, services } from './a-staff-view.ts';
import { accepted } from './fake-edge.ts';
import { aBench, openSignedIn, signIn, type Bench } from './tablet.ts';

const desk = (): StaffView => ({ ...aTypicalDesk(), booking: 'here' });
const half = now + hourMs / 2;

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(desk());
  tablet = await openSignedIn(bench, { fragment: '#appointments' });
});
afterAll(() => bench?.close());
beforeEach(() => {
  bench.edge.reset(desk());
  bench.edge.answer = () => accepted({ appointmentId: id('appointment', 99), patientId: id('patient', 99) });
});
afterEach(() => tablet.page.reload());

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);

async function open(): Promise<OpenedPage['page']> {
  const { page } = tablet;
  if ((await page.locator('appointments-page').count()) === 0) {
    await signIn(page, bench.edge);
  }
  await page.locator('appointment-form').waitFor();
  return page;
}

describe('an appointment that is typed', () => {
  it('is added by Enter, at the clinic’s own time, and taken back where it stands', async () => {
    const page = await open();
    await page.getByLabel('Given names').fill('Ada');
    await page.getByLabel('Family names').fill('Lovelace');
    await page.getByLabel('Birth date').fill('1985-12-10');
    await page.getByLabel('Phone').fill('600 100 200');
    await page.getByLabel('Time', { exact: true }).fill('1130');
    await page.keyboard.press('Enter');
    await page.getByText('Ada Lovelace: 24 Nov 2026, 11:30').waitFor();
    expect(await page.getByLabel('Given names').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('taken back').waitFor();
    expect(sent()).toEqual([
      {
        type: 'request-appointment',
        patient: {
          name: { given: 'Ada', family: 'Lovelace' },
          birthDate: '1985-12-10',
          phone: '600 100 200',
        },
        serviceId: services.consultation,
        // 11:30 in Lisbon in winter.
        at: Date.UTC(2026, 10, 24, 11, 30),
      },
      { type: 'request-cancellation', appointmentId: id('appointment', 99) },
    ]);
    expect(tablet.complaints).toEqual([]);
  });

  it('is for somebody who is known, when a person says so', async () => {
    const known = {
      id: id('patient', 70),
      displayName: 'Zoë Ferreira',
      birthDate: '1990-05-05',
      needs: [],
      earlierIds: [],
    };
    bench.edge.people = [known];
    const page = await open();
    await page.getByLabel('Given names').fill('zoe');
    await page.getByLabel('Family names').fill('ferreira');
    await page.getByRole('button', { name: /Zoë Ferreira/ }).click();
    await page.getByText('For Zoë Ferreira').waitFor();
    await page.getByLabel('Time', { exact: true }).fill('12');
    await page.getByRole('button', { name: /^Add/ }).click();
    await expect.poll(sent).toEqual([
      {
        type: 'request-appointment',
        patientId: known.id,
        serviceId: services.consultation,
        at: Date.UTC(2026, 10, 24, 12),
      },
    ]);
  });

  it('says what is no time, and waits for one', async () => {
    const page = await open();
    await page.getByLabel('Given names').fill('Ada');
    await page.getByLabel('Time', { exact: true }).fill('25:00');
    await page.getByText('A time such as 9:30 is needed.').waitFor();
    expect(await page.locator('appointment-form foyer-door').getAttribute('state')).toBe('hollow');
  });
});

const good = {
  line: 2,
  name: 'Ana Ruiz',
  birthDate: '1967-11-07',
  serviceId: services.consultation,
  at: half,
  faults: [],
};
const faulty = {
  line: 3,
  name: 'Bea Gil',
  faults: [{ field: 'service' as const, code: 'service-unknown' as const, text: 'Dentist' }],
};
const columns = ['name', 'birth-date', 'time'].map((field) => ({ head: field, field: field as 'name' }));
const read = (changes: Partial<ImportAnswer> = {}): ImportAnswer => ({
  ok: true,
  columns,
  asks: [],
  rows: [good, faulty],
  good: 1,
  ...changes,
});
const asked = (request: ImportRequest | undefined) => {
  const { commandId: _id, ...rest } = request ?? ({} as ImportRequest);
  return rest;
};

describe('a table that is brought', () => {
  it('is looked at, asked about, and taken over', async () => {
    bench.edge.importAnswer = ({ dateOrder, commit }) =>
      dateOrder === undefined
        ? read({ asks: ['date-order'], rows: [], good: 0 })
        : read({ dateOrder, ...(commit ? { added: 1 } : {}) });
    const page = await open();
    await page.getByLabel('Or paste it here').fill('a,b');
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByRole('button', { name: 'Day first: 24/11/2026' }).click();
    await page.getByText('“Dentist” is no service of this clinic.').waitFor();
    await page.getByText('1 line stays behind').waitFor();
    await page.getByRole('button', { name: /^Take them over/ }).click();
    await page.getByText('1 appointment is taken over.').waitFor();
    expect(bench.edge.imports.map(asked)).toEqual([
      { text: 'a,b', commit: false },
      { text: 'a,b', dateOrder: 'day-first', commit: false },
      { text: 'a,b', dateOrder: 'day-first', commit: true },
    ]);
    expect(bench.edge.imports[2]?.commandId).toBe(bench.edge.imports[1]?.commandId);
    expect(tablet.complaints).toEqual([]);
  });

  it('is sent as the file is, whatever its letters', async () => {
    bench.edge.importAnswer = () => read();
    const page = await open();
    const buffer = Buffer.from([0x50, 0x65, 0xf1, 0x61]);
    await page.locator('input[name=file]').setInputFiles({ name: 'day.csv', mimeType: 'text/csv', buffer });
    await page.getByText('1 can be taken over').waitFor();
    expect(bench.edge.imports.map(asked)).toEqual([{ base64: buffer.toString('base64'), commit: false }]);
  });

  it('has its columns named by hand where their heads say nothing', async () => {
    const heads = [{ head: 'Who' }, { head: 'When', field: 'date' as const }];
    bench.edge.importAnswer = (request) =>
      read(request.columns ? {} : { asks: ['columns'], columns: heads, rows: [], good: 0 });
    const page = await open();
    await page.getByLabel('Or paste it here').fill('a,b');
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.locator('select[name=column-0]').selectOption('name');
    await expect
      .poll(() => asked(bench.edge.imports.at(-1)))
      .toEqual({
        text: 'a,b',
        commit: false,
        columns: [
          { column: 1, field: 'date' },
          { column: 0, field: 'name' },
        ],
      });
  });

  it('of too many rows is refused before it is sent', async () => {
    const page = await open();
    const buffer = Buffer.alloc(4 * 1024 * 1024, 'a,b\n');
    await page.locator('input[name=file]').setInputFiles({ name: 'all.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('alert').getByText('More than 5,000 lines.').waitFor();
    expect(bench.edge.imports).toEqual([]);
  });
});

describe('the page', () => {
  it.each([
    ['en', { width: 1280, height: 800 }],
    ['ar', { width: 1024, height: 768 }],
    ['zh', { width: 768, height: 1024 }],
    ['es', { width: 390, height: 844 }],
  ] as const)('in %s is whole, for eyes and for readers', async (language, size) => {
    const rows = [good, faulty, { ...faulty, line: 4, name: 'Christopher Abernathy-Worthington the Younger' }];
    bench.edge.importAnswer = () => read({ asks: ['service'], rows, good: 1 });
    const { page, complaints } = await openSignedIn(bench, {
      fragment: '#appointments',
      viewport: size,
      preferences: { language, servicePointId: room3 },
    });
    await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
    const isWhole = async () => {
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    };
    await page.locator('appointment-form').waitFor();
    await isWhole();
    await page.locator('textarea').fill('a,b');
    await page.locator('appointment-table foyer-button[kind=strong]').click();
    await page.locator('.question').waitFor();
    await isWhole();
    bench.edge.importAnswer = () => read({ rows });
    await page.locator('.question foyer-button').first().click();
    await page.locator('table-rows').waitFor();
    await isWhole();
    expect(complaints).toEqual([]);
    await page.close();
  });
});
