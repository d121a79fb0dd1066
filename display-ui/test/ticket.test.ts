// The patient's page in a real browser, over plain HTTP on a name that is not this machine: what only a secure context
// has is not there, as on a patient's phone.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import { builtPages } from '@foyer/ui-kit/testing/built-pages.ts';
import { launchChromium, openPage, seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import { STRICT_POLICY } from '@foyer/ui-kit/testing/static-server.ts';
import { faultsOfWords } from '@foyer/ui-kit/testing/words.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ticketPage } from '../ticket.config.ts';
import { faceOf } from '../ticket/src/ticket-face.ts';
import { FakeEdge, type FakeEdgeOptions } from './fake-edge.ts';

const PUBLIC_ID = 'AbCdEfGhIjKlMnOpQrSt_-';
const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 360, height: 640 };

function aView(given: Partial<TicketView> = {}): TicketView {
  return {
    id: '01980000-0000-7000-8000-000000000001',
    number: 'A047',
    state: 'waiting',
    ahead: 2,
    asOf: Date.now(),
    clinicName: 'Harbour Street Clinic',
    serviceName: { en: 'Nurse', es: 'Enfermería' },
    waitingArea: { en: 'Waiting area 2', es: 'Sala de espera 2' },
    ...given,
  };
}
const called = (given: Partial<TicketView> = {}) =>
  aView({
    state: 'called',
    servicePointName: 'Room 3',
    servicePointNames: { en: 'Room 3', ar: 'غرفة 3' },
    ...given,
  });

/** Four steps, the third of which is not ready. */
const onAVisit = (given: Partial<TicketView> = {}) =>
  aView({
    state: 'on-hold',
    path: [
      { id: 'a', serviceName: { en: 'Triage', es: 'Triaje' }, state: 'done' },
      { id: 'b', serviceName: { en: 'Laboratory', es: 'Laboratorio' }, state: 'done' },
      { id: 'c', serviceName: { en: 'Pharmacy', es: 'Farmacia', ar: 'الصيدلية' }, state: 'here', notReady: true },
      { id: 'd', serviceName: { en: 'Cashier', es: 'Caja', ar: 'الصندوق' }, state: 'ahead' },
    ],
    ...given,
  });

let browser: Browser;
let folder: string;
let edge: FakeEdge<TicketView>;
let opened: OpenedPage | undefined;

beforeAll(async () => {
  folder = await builtPages('ticket', ticketPage, 'dist/ticket');
  browser = await launchChromium(['--host-resolver-rules=MAP clinic.foyer.test 127.0.0.1']);
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  await opened?.close();
  await edge.close();
});

interface Given extends Partial<FakeEdgeOptions<TicketView>> {
  /** The path before `/t/`. */
  readonly under?: string;
  readonly phone?: BrowserContextOptions;
}

async function openTicket({ under = '', phone, ...given }: Given = {}): Promise<Page> {
  const page = await readFile(join(folder, 'index.html'));
  const path = `${under}/t/${PUBLIC_ID}`;
  edge = await FakeEdge.start({
    folder: join(folder, 'assets'),
    base: `${under}/t/assets/`,
    socketPath: `${under}/socket.io`,
    namespace: '/ticket',
    view: aView(),
    admits: (token) => token === PUBLIC_ID,
    routes: {
      [path]: (_request, response) =>
        response
          .writeHead(200, {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': STRICT_POLICY,
          })
          .end(page),
    },
    ...given,
  });
  opened = await openPage(browser, 'about:blank', {
    viewport: PHONE,
    hasTouch: true,
    locale: 'en-GB',
    ...phone,
  });
  await opened.page.clock.install({ time: Date.now() });
  await opened.page.addInitScript(() => {
    const shakes: unknown[] = [];
    Object.assign(globalThis, { shakes });
    navigator.vibrate = (pattern) => shakes.push(pattern) > 0;
  });
  await opened.page.goto(edge.url.replace('127.0.0.1', 'clinic.foyer.test') + path);
  return opened.page;
}

/** How the edge and the PMS say that there is no such ticket. */
const UNKNOWN = [
  ['at the edge', Object.assign(new Error('refused'), { data: { code: 'not-found' } })],
  ['at the PMS', new Error('not-found')],
] as const;

const lit = (page: Page) => page.locator('foyer-door[state=lit]');

describe('the ticket page', () => {
  it('shows the number, the people ahead and where to wait, without anything that needs a secure context', async () => {
    const page = await openTicket();
    await page.getByText('2 people').waitFor();
    await page.getByText('Waiting area 2').waitFor();
    await page.getByText(/Live, \d\d:\d\d/).waitFor();
    edge.show(aView({ wait: { fromMinutes: 10, untilMinutes: 20 } }));
    await page.getByText('10 to 20 minutes').waitFor();
    await page.getByText('Your wait from now').waitFor();
    expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
    const width = await page.locator('foyer-number span').evaluate((number) => number.getBoundingClientRect().width);
    expect(width).toBeGreaterThan(340);
    expect(await page.title()).toBe('A047');
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    expect(opened!.complaints).toEqual([]);
  });

  it('says who runs late whom the patient waits for, in the language of the page', async () => {
    const late = { id: 'lim', minutes: 40, staffName: 'Dr Lim', serviceIds: ['nurse'] };
    const page = await openTicket({ view: aView({ delays: { lim: late } }) });
    await page.getByText('Dr Lim is running about 40 minutes late.').waitFor();
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByText('Dr Lim lleva un retraso de unos 40 minutos.').waitFor();
    edge.show(aView({ awaitsServicePointNames: { en: 'Room 2', es: 'Sala 2' } }));
    await page.getByText('Dr Lim').waitFor({ state: 'detached' });
    await page.getByText('Se le llamará a Sala 2.').waitFor();
    expect(opened!.complaints).toEqual([]);
  });

  it('follows the queue, and turns to the room when the number is called', async () => {
    const page = await openTicket();
    await page.getByRole('button', { name: 'Shake when called' }).click();
    await page.getByText('this phone shakes when A047 is called').waitFor();
    edge.show(aView({ ahead: 0 }));
    await page.getByText('You are next').waitFor();
    edge.show(called());
    await page.getByText('Go now').waitFor();
    await page.getByText('Your number A047 is called. Go to Room 3.').waitFor({ state: 'attached' });
    expect(await page.title()).toBe('A047: Room 3');
    expect(await lit(page).getAttribute('label')).toBe('Room 3');
    expect(await page.evaluate(() => (globalThis as unknown as { shakes: unknown[] }).shakes.length)).toBe(2);
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
  });

  it('says to leave the building, in every language, keeps the place, and still calls for help', async () => {
    const page = await openTicket();
    await page.getByText('2 people').waitFor();
    const evacuation = { startedAt: Date.now(), meetingPoint: { en: 'the car park', es: 'el aparcamiento' } };
    edge.show(aView({ evacuation }));
    for (const words of ['Leave now.', 'Salgan ahora.', '请立即离开。', 'غادروا المبنى الآن.']) {
      await page.getByText(words, { exact: true }).waitFor();
    }
    await page.getByText('Meeting point: the car park').first().waitFor();
    await page.getByText('Your place is kept. Do not wait to be called.').waitFor();
    expect(await page.getByText('2 people').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    await page.getByRole('button', { name: /Feeling worse/ }).click();
    await page.getByRole('button', { name: /Chest pain/ }).click();
    await vi.waitFor(() => expect(edge.commands).toMatchObject([{ type: 'request-help', kind: 'emergency' }]));
    await page.clock.runFor(60_000);
    await page.getByText('Leave now.', { exact: true }).waitFor();
    edge.tick();
    edge.show(aView());
    await page.getByText('2 people').waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
    expect(opened!.complaints).toEqual([]);
  });

  it('promises no shake that nobody asked for', async () => {
    const page = await openTicket();
    await page.getByText('it says so when A047 is called').waitFor();
    edge.show(called());
    await page.getByText('Go now').waitFor();
    expect(await page.evaluate(() => (globalThis as unknown as { shakes: unknown[] }).shakes)).toEqual([]);
  });

  it('says which step of the visit it is and what comes after, and that it is not ready yet', async () => {
    const page = await openTicket({ view: onAVisit() });
    await page.getByText('Not ready yet').waitFor();
    await page.getByText('Step 3 of 4: Pharmacy').waitFor();
    await page.getByText('Then: Cashier').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('lets whoever missed the call say that they are here', async () => {
    const page = await openTicket({ view: aView({ state: 'not-answered', graceUntil: Date.now() + 600_000 }) });
    await page.getByText('Your place is kept until').waitFor();
    await lit(page).click();
    await vi.waitFor(() => expect(edge.commands.map(({ type }) => type)).toEqual(['resume']));
  });

  it('lives under any path that its address gives', async () => {
    const page = await openTicket({ under: '/foyer/centre' });
    await page.getByText('2 people').waitFor();
    expect(opened!.complaints).toEqual([]);
  });

  it.each([
    ['en-GB', PHONE],
    ['en-GB', SMALL_PHONE],
    ['ar', PHONE],
    ['es-MX', SMALL_PHONE],
    ['ar', SMALL_PHONE],
  ])('stays whole with letters twice as large: %s on %o', async (locale, viewport) => {
    const page = await openTicket({ phone: { locale, viewport } });
    await page.locator('ticket-stage[face=waiting]').waitFor();
    await page.evaluate(() => (document.documentElement.style.fontSize = '32px'));
    const views = [
      aView({ ahead: 12 }),
      aView({ ahead: 12, wait: { fromMinutes: 90, untilMinutes: 120, planned: true }, waitAsOf: Date.now() }),
      aView({ state: 'on-hold', heldByMe: true }),
      called(),
      called({ servicePointName: 'Vaccination', servicePointNames: { en: 'Vaccination' } }),
      aView({ state: 'not-answered' }),
      aView({ state: 'not-answered', graceUntil: Date.now() + 60_000 }),
      onAVisit(),
      aView({ help: 'acknowledged' }),
      aView({ state: 'completed' }),
    ];
    for (const view of views) {
      edge.show(view);
      await page.locator(`ticket-stage[face=${faceOf({ view, liveness: Liveness.live })}]`).waitFor();
      expect(await faultsOfWords(page, { host: 'foyer-ticket', except: 'header' })).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    edge.show(called());
    await page.locator('ticket-stage[face=called]').waitFor();
    const words = page.locator('ticket-stage h1');
    const [head, door] = await Promise.all([words.boundingBox(), lit(page).boundingBox()]);
    expect(door!.y).toBeGreaterThan(head!.y + head!.height);
  });

  it.each(['en-GB', 'es-MX', 'ar', 'zh-CN'])(
    'draws whoever is ahead as whole rings, on a small phone too: %s',
    async (locale) => {
      const page = await openTicket({ phone: { viewport: SMALL_PHONE, locale } });
      const people = page.locator('people-ahead');
      for (const ahead of [1, 2, 3, 4, 5, 6, 40]) {
        edge.show(aView({ ahead }));
        await vi.waitFor(async () =>
          expect(await people.evaluate((element) => Reflect.get(element, 'count'))).toBe(ahead),
        );
        const { cut, sizes } = await people.evaluate((element) => {
          const around = element.getBoundingClientRect();
          const parts = [...element.shadowRoot!.querySelectorAll('.you, .ring, .dots, foyer-icon')];
          const boxes = parts.map((part) => part.getBoundingClientRect());
          return {
            cut: boxes.filter(({ left, right }) => left < around.left - 1 || right > around.right + 1).length,
            sizes: [...element.shadowRoot!.querySelectorAll('.ring')].map((ring) => {
              const { width, height } = ring.getBoundingClientRect();
              return Math.abs(width - height) < 1 && width >= 7;
            }),
          };
        });
        expect(cut).toBe(0);
        expect(sizes).toEqual(sizes.map(() => true));
      }
    },
  );

  it('speaks the language of the phone, and any other at a touch', async () => {
    const page = await openTicket({ phone: { locale: 'es-MX' } });
    await page.getByText('2 personas').waitFor();
    await page.getByText('Sala de espera 2').waitFor();
    await page.getByRole('button', { name: 'Idioma: Español' }).click();
    await page.getByRole('button', { name: 'العربية' }).click();
    await page.getByText('شخصان').waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'ar',
      'rtl',
    ]);
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('what a patient may do', () => {
  it('holds the place and comes back', async () => {
    const page = await openTicket();
    await page.getByRole('button', { name: 'I am going outside' }).click();
    edge.show(aView({ state: 'on-hold', heldByMe: true }));
    await page.getByText('Your place is kept').waitFor();
    await page.getByRole('button', { name: 'I am back' }).click();
    edge.show(aView());
    await page.getByText('2 people').waitFor();
    expect(edge.commands.map(({ type }) => type)).toEqual(['hold', 'resume']);
    expect(edge.commands[0]).toMatchObject({
      ticketId: aView().id,
      commandId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('goes outside until few are ahead, is called back with a shake, and says when the patient is back', async () => {
    const page = await openTicket({ view: aView({ ahead: 4 }) });
    await page.getByRole('button', { name: 'I am going outside' }).click();
    expect(await page.getByRole('button', { name: '5 people' }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '3 people' }).click();
    const steppedOut = { whenAhead: 3, at: Date.now() };
    edge.show(aView({ ahead: 4, steppedOut }));
    await page.getByText('calls you back when 3 people are ahead').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    edge.show(aView({ ahead: 3, steppedOut: { ...steppedOut, calledBackAt: Date.now() } }));
    await page.getByRole('heading', { name: 'Come back inside now' }).waitFor();
    expect(await page.title()).toBe('A047: Come back inside now');
    expect(await page.evaluate(() => (globalThis as unknown as { shakes: unknown[] }).shakes.length)).toBe(2);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'I am back' }).click();
    edge.show(aView({ ahead: 3 }));
    await page.getByText('3 people').waitFor();
    expect(edge.commands).toMatchObject([{ type: 'step-out', whenAhead: 3 }, { type: 'back-inside' }]);
    expect(opened!.complaints).toEqual([]);
  });

  it('cannot come back from a hold that staff made', async () => {
    const page = await openTicket({ view: aView({ state: 'on-hold' }) });
    await page.getByText('Staff keep your place').waitFor();
    expect(await page.getByRole('button', { name: 'I am back' }).count()).toBe(0);
  });

  it('sees that a wish is not confirmed, and after 15 s what to do; a late answer still counts', async () => {
    const page = await openTicket({ onCommand: () => ({ status: 200, ok: true, pending: true }) });
    await page.getByRole('button', { name: 'I am going outside' }).click();
    await page.getByText('Not confirmed yet. Stay until it is.').waitFor();
    await page.clock.fastForward(15_000);
    await page.getByText('Come back inside, or ask at the desk.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    edge.show(aView({ state: 'on-hold', heldByMe: true }));
    await page.getByText('Your place is kept').waitFor();
    expect(await page.getByText('Not confirmed').count()).toBe(0);
  });

  it('is offered the act again after 15 s without an answer, and nothing of the first is sent any more', async () => {
    const page = await openTicket({ onCommand: () => undefined });
    const outside = page.getByRole('button', { name: 'I am going outside' });
    await outside.click();
    await page.clock.runFor(15_000);
    await page.getByText('Not confirmed', { exact: true }).waitFor();
    const [first] = edge.commands;
    const tries = () => edge.commands.filter(({ commandId }) => commandId === first!.commandId).length;
    const before = tries();
    await page.clock.runFor(60_000);
    edge.tick();
    await outside.click();
    await vi.waitFor(() => expect(edge.commands.at(-1)!.commandId).not.toBe(first!.commandId));
    expect(tries()).toBe(before);
  });

  it('who is back and is not confirmed may press the door again', async () => {
    const page = await openTicket({
      view: aView({ state: 'on-hold', heldByMe: true }),
      onCommand: () => undefined,
    });
    await page.getByRole('button', { name: 'I am back' }).click();
    await page.clock.runFor(15_000);
    await page.getByText('Press the door once more, or tell the desk that you are back.').waitFor();
    expect(await page.getByRole('button', { name: 'I am back' }).isEnabled()).toBe(true);
  });

  it('is heard in a call for help however late, because that is sent until it is answered', async () => {
    const page = await openTicket({ onCommand: () => undefined });
    await page.getByRole('button', { name: /Feeling worse/ }).click();
    await page.getByRole('button', { name: /Chest pain/ }).click();
    await page.clock.runFor(15_000);
    await page.getByText('Not confirmed. Go to the desk now, or call out.').waitFor();
    edge.answerWith(() => ({ status: 200, ok: true, epoch: 1, seq: 1, result: {} }));
    await page.clock.runFor(8_000);
    await page.getByText('The staff have been told.').waitFor();
    expect(new Set(edge.commands.map(({ commandId }) => commandId)).size).toBe(1);
  });

  it('is told when the clinic said no', async () => {
    const page = await openTicket({
      onCommand: () => ({ status: 409, ok: false, refusal: { code: 'wrong-state' } }),
    });
    await page.getByRole('button', { name: 'I am going outside' }).click();
    await page.getByText('Nothing was changed.').waitFor();
    expect(await page.getByRole('button', { name: 'I am going outside' }).isEnabled()).toBe(true);
  });

  it('tells the staff in two touches, and says that someone is coming only when someone is', async () => {
    const page = await openTicket();
    await page.getByRole('button', { name: /Feeling worse/ }).click();
    expect(edge.commands).toEqual([]);
    await page.getByRole('button', { name: /Chest pain/ }).click();
    await page.getByText('The staff have been told.').waitFor();
    expect(edge.commands).toMatchObject([{ type: 'request-help', kind: 'emergency' }]);
    expect(await page.getByText('Someone is coming').count()).toBe(0);
    edge.show(aView({ help: 'acknowledged' }));
    await page.getByText('Someone is coming.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('is sent to the desk when a call for help is not confirmed', async () => {
    const page = await openTicket({ onCommand: () => ({ status: 200, ok: true, pending: true }) });
    await page.getByRole('button', { name: /Feeling worse/ }).click();
    await page.getByRole('button', { name: /I feel worse/ }).click();
    await page.getByText('Not confirmed yet.').waitFor();
    await page.clock.fastForward(15_000);
    await page.getByText('Not confirmed. Go to the desk now, or call out.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('a ticket page without news', () => {
  it('turns its light off, says since when, and sends the patient inside', async () => {
    const page = await openTicket({ view: called() });
    await page.getByText('Go now').waitFor();
    await page.clock.runFor(31_000);
    await page.getByRole('heading', { name: 'Come back inside' }).waitFor();
    await page.locator('.late', { hasText: /No news since \d\d:\d\d/ }).waitFor();
    expect(await lit(page).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    edge.tick();
    await page.getByText('Go now').waitFor();
  });

  it('says the same where the centre has not heard from the clinic', async () => {
    const page = await openTicket();
    await page.getByText('2 people').waitFor();
    edge.show(aView({ clinicUnheard: true }));
    await page.getByRole('heading', { name: 'Come back inside' }).waitFor();
    expect(await lit(page).count()).toBe(0);
  });
});

describe('a ticket that is over', () => {
  it.each([
    ['completed', 'Your visit is finished'],
    ['left', 'You have left the queue'],
    ['cancelled', 'This number has ended'],
  ] as const)('says so: %s', async (state, words) => {
    const page = await openTicket({ view: aView({ state }) });
    await page.getByText(words).waitFor();
    expect(await page.getByRole('button', { name: /worse|outside/ }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it.each(UNKNOWN)('has an address that has ended, %s', async (_where, refusal) => {
    let known = true;
    const page = await openTicket({ admits: () => known, refusal });
    await page.getByText('2 people').waitFor();
    known = false;
    edge.sendAway();
    await page.getByText('This page has ended').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('a ticket that the server does not know yet', () => {
  it.each(UNKNOWN)('is asked for every 5 s, and its page comes alive by itself, %s', async (_where, refusal) => {
    let asked = 0;
    const page = await openTicket({ admits: () => (asked += 1) > 3, refusal });
    await page.getByText('We have no news of this number yet').waitFor();
    await page.getByText('Look at the screens, or ask at the desk.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.clock.runFor(5_000);
    await vi.waitFor(() => expect(asked).toBe(2));
    await page.clock.runFor(5_000);
    await vi.waitFor(() => expect(asked).toBe(3));
    expect(await page.getByText('This page has ended').count()).toBe(0);
    await page.clock.runFor(5_000);
    await page.getByText('2 people').waitFor();
  });
});
