// The page of an appointment in a real browser, over plain HTTP on a name that is not this machine, as on a patient's
// phone.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppointmentPageView } from '@foyer/contracts/appointment-page.ts';
import { builtPages } from '@foyer/ui-kit/testing/built-pages.ts';
import { launchChromium, openPage, seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { serveApp, STRICT_POLICY, type StaticServer } from '@foyer/ui-kit/testing/static-server.ts';
import { faultsOfWords } from '@foyer/ui-kit/testing/words.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ticketPage } from '../ticket.config.ts';

const address = '/a/AZkAAAAAcACAAAAAAAAAwQGZAAAAAHAAgAAAAAAAAKEAAQIDBAUGBwgJCgsMDQ4P';
const minute = 60_000;
const code = (name: string) => `F1.${name.padEnd(156, 'A')}`;

function aView(given: Partial<AppointmentPageView> = {}): AppointmentPageView {
  return {
    ...{ clinicName: 'Harbour Street Clinic', address: '12 Harbour Street', phone: '+34 985 000 000' },
    ...{ serviceName: { en: 'Nurse', es: 'Enfermería', ar: 'التمريض' }, date: '2026-11-23', time: '10:40' },
    ...{ mode: 'in-person', state: 'today', code: code('own') },
    ...given,
  };
}

let browser: Browser;
let folder: string;
let server: StaticServer;
let opened: OpenedPage | undefined;
/** Undefined: there is no such page. */
let view: AppointmentPageView | undefined;
let asked = 0;

beforeAll(async () => {
  folder = await builtPages('ticket', ticketPage, 'dist/ticket');
  browser = await launchChromium(['--host-resolver-rules=MAP clinic.foyer.test 127.0.0.1']);
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  await opened?.close();
  await server.close();
});

async function openAppointment(shown: AppointmentPageView | undefined, locale = 'en-GB'): Promise<Page> {
  view = shown;
  asked = 0;
  const html = await readFile(join(folder, 'appointment.html'));
  server = await serveApp(join(folder, 'assets'), '/a/assets/', (request, response) => {
    if (request.url === address) {
      const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': STRICT_POLICY };
      response.writeHead(200, headers).end(html);
      return;
    }
    asked += 1;
    const live = { code: code(`live${asked}`), endsInMs: 10 * minute };
    const body = view?.state === 'today' && view.mode === 'in-person' ? { ...view, live } : view;
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });
  opened = await openPage(browser, 'about:blank', { viewport: { width: 390, height: 844 }, hasTouch: true, locale });
  await opened.page.clock.install({ time: Date.UTC(2026, 10, 23, 9) });
  await opened.page.goto(server.url.replace('127.0.0.1', 'clinic.foyer.test') + address);
  return opened.page;
}
const shownCode = (page: Page) => page.locator('foyer-qr').evaluate((element) => Reflect.get(element, 'text'));

describe('the page of an appointment', () => {
  it('shows the live code, takes the next one over in time, and the appointment’s own without a network', async () => {
    const page = await openAppointment(aView());
    await page.getByRole('img', { name: 'Live check-in code' }).waitFor();
    await page.getByText('Monday 23 November').waitFor();
    await page.getByText('10:40').waitFor();
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    expect(await shownCode(page)).toBe(code('live1'));
    expect(await seriousFaults(page, { colours: true })).toEqual([]);

    await page.getByRole('button', { name: 'No network at the clinic?' }).click();
    expect(await shownCode(page)).toBe(code('own'));
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    await page.getByRole('button', { name: 'Go back' }).click();

    const before = asked;
    await page.clock.fastForward(5.5 * minute);
    await expect.poll(() => asked).toBeGreaterThan(before);
    await expect.poll(() => shownCode(page)).not.toBe(code('live1'));
    expect(opened!.complaints).toEqual([]);

    await page.context().setOffline(true);
    await page.clock.fastForward(11 * minute);
    await page.getByText('No network: this is the code of the appointment itself.').waitFor();
    expect(await shownCode(page)).toBe(code('own'));
    await page.context().setOffline(false);
    view = aView({ state: 'arrived' });
    await page.clock.fastForward(minute);
    await page.getByText('You are checked in').waitFor();
    expect(await page.locator('foyer-qr').count()).toBe(0);
  });

  it('says what it is where there is no code to show, in every language and with letters twice as large', async () => {
    const page = await openAppointment(aView({ state: 'cancelled' }), 'ar');
    await page.getByText('أُلغي هذا الموعد').waitFor();
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    await page.evaluate(() => (document.documentElement.style.fontSize = '32px'));
    const { code: _code, ...without } = aView();
    for (const [given, words] of [
      [{ ...without, state: 'over' }, 'انتهى هذا اليوم'],
      [{ ...without, state: 'today', mode: 'video' }, 'لا حاجة إلى الحضور'],
      [aView({ state: 'ahead' }), 'موعدك محجوز'],
      [aView(), 'عند الوصول: ضع هذا أمام القارئ'],
      [undefined, 'لا يوجد هذا الموعد'],
    ] as const) {
      view = given;
      await page.clock.fastForward(minute);
      await page.getByText(words).waitFor();
      expect(await faultsOfWords(page, { host: 'foyer-appointment', except: 'header' })).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(await seriousFaults(page, { colours: true })).toEqual([]);
    }
  });
});
