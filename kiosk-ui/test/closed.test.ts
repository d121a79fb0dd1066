// A kiosk while nobody is admitted, and one whose service is full for today, in a real browser: there is always a way on.

import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '@foyer/contracts/error-codes.ts';
import type { ClinicView } from '@foyer/contracts/clinic-view.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { hourMs, minuteMs } from '@foyer/contracts/time.ts';
import { accepted, aTicket, aView, NOW } from './a-clinic.ts';
import { KioskBench } from './kiosk.ts';

// Whole walks through a real browser, on machines that do other things as well.
vi.setConfig({ testTimeout: 90_000 });

const bench = new KioskBench();
beforeAll(() => bench.start());
afterEach(() => bench.closeKiosks());
afterAll(() => bench.stop());

/** 08:00 on the Monday after. */
const monday = Date.UTC(2026, 10, 23, 7);
const refusal = (code: ErrorCode, facts: object = {}) => ({
  ok: false as const,
  refusal: { code, ...facts },
  status: 409,
});

/** The same clinic outside its hours, or with the day closed. */
function at(hours: Partial<ClinicView>, more: Partial<KioskView> = {}) {
  return (view: KioskView): KioskView => {
    const { openUntil: _open, ...clinic } = view.clinic;
    return { ...view, ...more, clinic: { ...clinic, ...hours } };
  };
}

describe('outside opening hours', () => {
  it('says that it is closed and when it opens, in words, and keeps help', async () => {
    const { page, edge, shows } = await bench.open();
    const closedFor = { en: 'Public holiday', ar: 'عطلة رسمية' };
    edge.change(at({ opensAt: monday, opensNextDayAt: monday, closedFor }));
    await shows('closed-page');
    await page.getByText('We are closed.').waitFor();
    await page.getByText('Public holiday').waitFor();
    await page.getByText('We open again tomorrow, Monday 23 November, at 08:00.').waitFor();
    await page.getByText('Nobody is at the desk now.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'العربية' }).click();
    await page.getByText('العيادة مغلقة.').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: /Very unwell/ }).click();
    await shows('help-page');
  });

  it('goes dark at night when nobody is there, and comes back at a touch', async () => {
    const { page, edge, shows } = await bench.open();
    edge.change(at({ opensAt: monday, opensNextDayAt: monday }));
    await shows('closed-page');
    expect(await page.locator('kiosk-night').count()).toBe(0);
    await page.clock.install({ time: Date.now() });
    // Whoever looked in is gone, and the screen puts itself in order again and again.
    await page.mouse.click(5, 5);
    await page.clock.runFor(16 * minuteMs);
    await page.locator('kiosk-night').getByText('We open again').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.mouse.click(500, 900);
    await page.locator('kiosk-night').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /Very unwell/ }).click();
    await shows('help-page');
  });

  it('draws itself anew in a still moment, where the clinic never closes', async () => {
    const { page, shows } = await bench.open();
    await shows('idle-page');
    await page.clock.install({ time: Date.now() });
    let isAnew = false;
    page.once('load', () => (isAnew = true));
    await page.clock.fastForward(44 * hourMs);
    await page.clock.runFor(14 * minuteMs);
    expect(isAnew).toBe(false);
    await page.mouse.click(5, 5);
    await page.clock.runFor(14 * minuteMs);
    expect(isAnew).toBe(false);
    const anew = page.waitForEvent('load');
    await page.clock.runFor(2 * minuteMs);
    await anew;
  });

  it.each([
    ['the same day', NOW + 5 * hourMs, 'We open again today at 15:22.'],
    ['another day', monday + 48 * hourMs, 'We open again on Wednesday 25 November at 08:00.'],
  ])('says so of %s', async (_, opensAt, words) => {
    const { page, edge } = await bench.open();
    edge.change(at({ opensAt, opensNextDayAt: monday }));
    await page.getByText(words).waitFor();
  });

  it('sends who scans to the desk while somebody is there, and gives no number', async () => {
    const { page, edge, shows } = await bench.open();
    edge.change(at({ opensAt: monday, opensNextDayAt: monday }, { deskOpen: true }));
    await shows('closed-page');
    edge.scan('FOYER1.code');
    await shows('refusal-page');
    await page.getByText('Please go to the desk.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect([edge.commands, edge.identifications]).toEqual([[], []]);
  });

  it('opens by itself', async () => {
    const { edge, shows } = await bench.open();
    edge.change(at({ opensAt: monday }));
    await shows('closed-page');
    edge.change(() => aView());
    await shows('idle-page');
  });
});

describe('a day that is closed while a kiosk is registering', () => {
  it('lets what was begun come to a kind end that says where to go', async () => {
    const { page, edge, door, shows } = await bench.open();
    await door('idle-page', 1);
    await page.getByRole('button', { name: /I am new here/ }).click();
    for (const key of 'OKAFOR') await page.getByRole('button', { name: key, exact: true }).click();
    edge.change((view) => ({
      ...view,
      deskOpen: true,
      clinic: { ...view.clinic, dayClosed: true, opensNextDayAt: monday },
    }));
    edge.clinic.command = ({ type }) =>
      type === 'issue-ticket' ? refusal('day-closed') : accepted({ patientId: 'p1', identificationId: 'i2' });
    await page.getByRole('button', { name: 'Next' }).click();
    for (let field = 1; field < 5; field += 1) await page.getByRole('button', { name: /Skip this/ }).click();
    await shows('services-page');
    await door('services-page');
    await page.getByText('We are closed for today.').waitFor();
    await page.getByText('We open again tomorrow, Monday 23 November, at 08:00.').waitFor();
    await page.getByText('Please go to the desk.').waitFor();
    await page.getByRole('button', { name: 'Start again' }).click();
    await shows('closed-page');
  });
});

describe('a service that is full for today', () => {
  it('is said to be, and the desk can help all the same', async () => {
    const { page, edge, door, shows } = await bench.open();
    edge.change(({ services, ...view }) => ({
      ...view,
      services: { ...services, blood: { ...services['blood']!, full: true } },
      clinic: { ...view.clinic, opensNextDayAt: monday },
    }));
    edge.clinic.command = (command) =>
      command.type === 'issue-ticket' && command.serviceId === 'blood'
        ? refusal('day-full', { serviceId: 'blood' })
        : accepted({ ticket: aTicket({ serviceId: 'desk' }) });
    await door('idle-page', 1);
    await page.getByText('Full today').waitFor();
    await page.getByRole('button', { name: /Blood test/ }).click();
    await page.getByText('Today is full for Blood test.').waitFor();
    await page
      .getByText('The desk can help you. Or call us, or come tomorrow, Monday 23 November, from 08:00.')
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /Something else/ }).click();
    await shows('services-page');
    await page.getByRole('button', { name: /Blood test/ }).click();
    await door('refusal-page');
    await shows('ticket-page');
    expect(edge.commands.at(-1)).toMatchObject({ type: 'issue-ticket', serviceId: 'desk' });
  });
});

describe('a box that can keep no number', () => {
  it('sends everybody to the desk in their language, whoever scans as well, keeps help, and opens by itself', async () => {
    const { page, edge, shows } = await bench.open();
    edge.change((view) => ({ ...view, storage: { state: 'unproven', since: NOW } }));
    await shows('storage-page');
    await page.getByRole('heading', { name: 'Please go to the desk.' }).waitFor();
    await page.getByText('If you have a number, keep it: you will be called.').waitFor();
    expect(await page.locator('foyer-door button').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'العربية' }).click();
    await page.getByText('الرقم الذي معك محفوظ').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    edge.scan('FOYER1.code');
    await shows('refusal-page');
    await page.getByText('Please see the desk.').waitFor();
    expect(edge.identifications).toEqual([]);
    await page.getByRole('button', { name: 'Start again' }).click();
    await shows('storage-page');
    edge.change(({ storage: _well, ...view }) => view);
    await shows('idle-page');
    edge.change((view) => ({ ...view, storage: { state: 'full', since: NOW } }));
    await shows('storage-page');
    await page.getByRole('button', { name: /Very unwell/ }).click();
    await shows('help-page');
  });
});
