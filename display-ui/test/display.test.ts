// The wall in a real browser, against an edge of a few lines, under the servers' content security policy.

import { join } from 'node:path';
import type { Language } from '@foyer/contracts/languages.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { builtPages } from '@foyer/ui-kit/testing/built-pages.ts';
import { launchChromium, openPage, seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { faultsOfWords } from '@foyer/ui-kit/testing/words.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DisplayCall } from '../src/calls/call-list.ts';
import { aCall } from '../src/testing/a-call.ts';
import { FakeEdge } from './fake-edge.ts';

const WALL = { width: 1920, height: 1080 };
const UPRIGHT = { width: 1080, height: 1920 };
const SMALL = { width: 1024, height: 768 };

function aView(calls: readonly DisplayCall[], given: Partial<DisplayView> = {}): DisplayView {
  return {
    clinic: {
      code: 'HSC',
      name: 'Harbour Street Clinic',
      zone: 'UTC',
      currency: 'EUR',
      languages: ['en', 'ar'],
      businessDay: '2026-11-22',
      openUntil: '18:00',
    },
    calls: Object.fromEntries(calls.map((call) => [call.id, call])),
    voice: false,
    ...given,
  };
}

const evacuation: NonNullable<DisplayView['evacuation']> = {
  startedAt: Date.UTC(2026, 10, 22, 10, 48),
  startedFrom: { en: 'Desk 1' },
  meetingPoint: { en: 'the car park', es: 'el aparcamiento' },
};
const leaveIn = { en: 'Leave now.', es: 'Salgan ahora.', zh: '请立即离开。', ar: 'غادروا المبنى الآن.' };

const lift = { en: 'The lift is out of order; use the stairs.', ar: 'المصعد معطّل؛ يرجى استخدام الدرج.' };

/** Calls of the last hour, the newest first. */
function callsBefore(count: number): DisplayCall[] {
  return Array.from({ length: count }, (_, index) =>
    aCall(`before-${index}`, {
      number: `A${String(40 - index).padStart(3, '0')}`,
      at: Date.now() - 60_000 * (index + 1),
    }),
  );
}

let browser: Browser;
let folder: string;
let edge: FakeEdge<DisplayView>;
let opened: OpenedPage | undefined;

beforeAll(async () => {
  const root = join(import.meta.dirname, '..');
  folder = await builtPages('display', (outDir) => viteApp({ root, base: '/display/', outDir, offline: true }), 'dist');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  edge = await FakeEdge.start({
    folder,
    base: '/display/',
    namespace: '/display',
    view: aView([]),
    admits: (token) => token === 'secret',
    routes: {
      '/api/v1/voice': (_request, response) =>
        response.writeHead(200, { 'content-type': 'audio/wav' }).end(aSilentWav()),
      '/api/v1/enrolments': ({ method }, response) => {
        const begun = {
          enrolmentId: 'e',
          code: 'H7KQ-2M9X',
          expiresAt: Date.now() + 300_000,
          pollSecret: 's',
        };
        const approved = {
          state: 'approved',
          token: 'secret',
          deviceId: 'd',
          role: 'display',
          name: 'Wall',
        };
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(method === 'POST' ? begun : approved));
      },
    },
  });
});
afterEach(async () => {
  await opened?.close();
  opened = undefined;
  await edge.close();
});

/** A screen that was enrolled before. Its clocks stand still but for what the test lets pass. */
async function openWall(
  viewport = WALL,
  { token = 'secret', serviceWorkers = 'block' }: { token?: string; serviceWorkers?: 'allow' | 'block' } = {},
): Promise<Page> {
  opened = await openPage(browser, 'about:blank', { viewport, serviceWorkers });
  const { page } = opened;
  await page.clock.install({ time: Date.now() });
  await page.addInitScript((secret) => {
    const credential = { token: secret, deviceId: 'd', role: 'display', name: 'Wall' };
    if (!localStorage.getItem('foyer.credential.display')) {
      localStorage.setItem('foyer.credential.display', JSON.stringify(credential));
    }
  }, token);
  await page.goto(`${edge.url}/display/`);
  return page;
}

/** Gives the wall another panel, and waits until everything stands as it will there. */
async function standOn(page: Page, viewport: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(viewport);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))),
  );
}

const call = (given: Partial<DisplayCall> = {}) => aCall('now', { at: Date.now(), ...given });

describe('a box that cannot keep what is done', () => {
  it('is a calm line for staff alone: the calls go on, large and whole', async () => {
    edge.show(aView([call(), ...callsBefore(6)], { storage: { state: 'full', since: Date.now() } }));
    const page = await openWall();
    await page.locator('call-stage').waitFor();
    await page.getByText('Staff: please look at a tablet').waitFor();
    for (const viewport of [WALL, UPRIGHT, SMALL]) {
      await standOn(page, viewport);
      expect(await faultsOfWords(page, { host: 'foyer-display' })).toEqual([]);
    }
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    edge.show(aView([call()]));
    await page.getByText('Staff: please look at a tablet').waitFor({ state: 'detached' });
  });
});

describe('the wall at night', () => {
  const asleep = () => {
    const { openUntil: _until, ...clinic } = aView([]).clinic;
    return { ...clinic, opensAt: Date.now() + 8 * 3_600_000 };
  };

  it('is dark but for the time, and wakes at a call and at a touch', async () => {
    edge.show(aView([], { clinic: asleep() }));
    const page = await openWall();
    const time = page.locator('night-page time');
    await time.waitFor();
    expect(await page.getByText('Please take a seat.').count()).toBe(0);
    const { x, y, width, height } = (await time.boundingBox())!;
    expect(x >= 0 && y >= 0 && x + width <= WALL.width && y + height <= WALL.height).toBe(true);
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    edge.show(aView([call()], { clinic: asleep() }));
    await page.locator('call-stage').waitFor();
    edge.show(aView([], { clinic: asleep() }));
    await time.waitFor();
    await page.mouse.click(200, 200);
    await page.getByText('Please take a seat.').waitFor();
    expect(opened!.complaints).toEqual([]);
  });

  it('stays awake in a clinic that is open', async () => {
    edge.show(aView([]));
    const page = await openWall();
    await page.getByText('Please take a seat.').waitFor();
    expect(await page.locator('night-page').count()).toBe(0);
  });
});

describe('the wall', () => {
  it.each([
    ['lying', WALL],
    ['upright', UPRIGHT],
    ['of a 4K panel', { width: 3840, height: 2160 }],
  ])(
    'shows a call at once, %s: the number at 24 % of the shorter side, and the room the same',
    async (_name, viewport) => {
      const page = await openWall(viewport);
      await page.getByText('Please take a seat.').waitFor();
      edge.show(aView([call(), ...callsBefore(3)]));
      await page.locator('call-stage').waitFor();
      const [number, room] = await page
        .locator('call-stage foyer-number')
        .evaluateAll((numbers) =>
          numbers.map((each) => each.shadowRoot!.querySelector('span')!.getBoundingClientRect().height),
        );
      const share = number! / Math.min(viewport.width, viewport.height);
      expect(share).toBeGreaterThan(0.235);
      expect(room).toBeCloseTo(number!, 0);
      const row = page.locator('call-rows foyer-number span').first();
      expect((await row.boundingBox())!.height / Math.min(viewport.width, viewport.height)).toBeGreaterThan(0.05);
      expect(opened!.complaints).toEqual([]);
    },
  );

  it('holds everything on the screen, with forty calls and names of sixty characters', async () => {
    const longName = 'Consultation and measuring room on the second floor, left 12';
    const many = callsBefore(40).map((each) => ({
      ...each,
      number: 'A1047',
      names: { en: longName, ar: longName },
    }));
    const page = await openWall();
    edge.show(aView([call({ number: 'A1047', names: { en: longName } }), ...many]));
    await page.locator('call-stage').waitFor();
    for (const viewport of [WALL, UPRIGHT, SMALL]) {
      await standOn(page, viewport);
      expect(await page.locator('call-rows li').count()).toBeLessThanOrEqual(8);
      expect(await overflowing(page)).toEqual([]);
    }
  });

  it('says who runs late in two of its languages, and all of it stays on the screen', async () => {
    const room = (minutes: number) => ({
      minutes,
      servicePointNames: { en: 'Measuring room on the second floor', ar: 'غرفة القياس في الطابق الثاني' },
      serviceIds: [],
    });
    const delays = { a: { id: 'a', ...room(40) }, b: { id: 'b', ...room(15), staffName: 'Dr Lim' } };
    const page = await openWall();
    for (const viewport of [WALL, UPRIGHT, SMALL]) {
      await standOn(page, viewport);
      edge.show(aView([call(), ...callsBefore(7)], { delays }));
      const strip = page.locator('wall-strip');
      const turn = async () => {
        expect(await overflowing(page)).toEqual([]);
        edge.tick();
        await page.clock.runFor(12_000);
      };
      const isUpright = viewport === UPRIGHT;
      for (const [here, there] of [
        [
          'Measuring room on the second floor is running about 40 minutes late.',
          'غرفة القياس في الطابق الثاني: تأخير نحو 40 دقيقة.',
        ],
        ['Dr Lim is running about 15 minutes late.', 'Dr Lim: تأخير نحو 15 دقيقة.'],
      ] as const) {
        await strip.getByText(here).waitFor();
        if (!isUpright) await strip.getByText(there).waitFor();
        await turn();
      }
      await strip.getByText('Feeling worse while you wait?').waitFor();
      expect(await seriousFaults(page, { colours: true })).toEqual([]);
      edge.show(aView([call()]));
      await strip.getByText('Dr Lim').waitFor({ state: 'detached' });
    }
  });

  it('tells a message large, in every language, in turn with the rest, and nothing jumps or is hidden', async () => {
    const page = await openWall();
    const view = aView([call(), ...callsBefore(8)], {
      messages: { lift: { id: 'lift', text: lift, at: Date.now(), until: Date.now() + 60_000 } },
    });
    edge.show({ ...view, clinic: { ...view.clinic, languages: ['en', 'ar', 'zh', 'es'] } });
    const strip = page.locator('wall-strip');
    const places = () =>
      page.locator('call-rows li').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
    await strip.getByText(lift.en).waitFor();
    const before = await places();
    expect(before).toHaveLength(6);
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    for (const words of [/Feeling worse/, lift.ar, /¿Se siente peor/]) {
      edge.tick();
      await page.clock.runFor(12_000);
      await strip.getByText(words).waitFor();
      expect(await places()).toEqual(before);
      expect(await overflowing(page)).toEqual([]);
    }
  });

  it('takes each message down at its time, though its server has gone', async () => {
    const page = await openWall();
    const told = (text: { readonly en: string }, ms: number) => ({
      id: text.en,
      text,
      at: Date.now(),
      until: Date.now() + ms,
    });
    edge.show(aView([call()], { messages: { lift: told(lift, 20_000), water: told({ en: 'No water.' }, 40_000) } }));
    const strip = page.locator('wall-strip');
    await strip.getByText('No water.').waitFor();
    edge.fallSilent();
    await page.clock.runFor(21_000);
    expect(await strip.getAttribute('large')).toBe('');
    await page.clock.runFor(20_000);
    await expect.poll(() => strip.getAttribute('large')).toBeNull();
    await page.getByText('This screen has stopped.').first().waitFor();
  });

  it('writes a room without a figure as large as its door is wide, and breaks no word', async () => {
    const page = await openWall();
    edge.show(aView([call({ names: { en: 'Vaccination' }, direction: 'left-up' })]));
    const word = page.locator('call-stage fit-words span');
    await word.waitFor();
    for (const viewport of [WALL, UPRIGHT]) {
      await standOn(page, viewport);
      const { width, height } = (await word.boundingBox())!;
      expect(height / Math.min(viewport.width, viewport.height)).toBeGreaterThan(1 / 8);
      expect(width).toBeGreaterThan(0.35 * viewport.width);
      expect(await word.evaluate((element) => element.getClientRects().length)).toBe(1);
    }
  });

  it('lets a call settle into the list after its dwell, and announces a recall again', async () => {
    const page = await openWall();
    const first = call();
    edge.show(aView([first]));
    await page.locator('call-stage').waitFor();
    expect(await page.locator('call-rows li').count()).toBe(0);
    edge.tick();
    await page.clock.fastForward(25_000);
    edge.tick();
    await page.clock.fastForward(25_000);
    edge.tick();
    await page.clock.fastForward(11_000);
    await page.getByText('Please take a seat.').waitFor();
    expect(await page.locator('call-rows li').count()).toBe(1);
    edge.show(aView([{ ...first, at: await page.evaluate(() => Date.now()) }]));
    await page.locator('call-stage').waitFor();
  });

  it('never shows two calls at once, and gives the second its turn', async () => {
    const page = await openWall();
    const first = call();
    edge.show(aView([first]));
    await page.locator('call-stage').waitFor();
    edge.show(aView([first, aCall('second', { number: 'R012', at: first.at + 1 })]));
    await page.locator('call-rows li', { hasText: '012' }).waitFor();
    await page.locator('call-stage', { hasText: '047' }).waitFor();
    await page.clock.fastForward(8_000);
    await page.locator('call-stage', { hasText: '012' }).waitFor();
    expect(await page.locator('call-stage').count()).toBe(1);
  });

  it('withdraws a call that was undone', async () => {
    const page = await openWall();
    edge.show(aView([call()]));
    await page.locator('call-stage').waitFor();
    edge.show(aView([]));
    await page.getByText('Please take a seat.').waitFor();
    expect(await page.locator('call-rows li').count()).toBe(0);
  });

  it('is quiet while live, marked after 5 s, and stopped after 30 s with no call as current', async () => {
    const page = await openWall();
    edge.show(aView([call(), ...callsBefore(8)]));
    await page.locator('call-stage').waitFor();
    expect(await page.locator('foyer-mark').innerText()).toBe('');
    expect(await faultsOfWords(page, { host: 'foyer-display' })).toEqual([]);
    edge.fallSilent();
    await page.clock.runFor(6_000);
    await page.getByText(/No news for \d seconds/).waitFor();
    await page.clock.runFor(25_000);
    await page.getByText('This screen has stopped.', { exact: true }).waitFor();
    await page.getByText('Please stay seated: staff will call your number.', { exact: true }).waitFor();
    await page.getByText('توقفت هذه الشاشة. يرجى البقاء جالسين: سينادي الموظفون رقمكم.').waitFor();
    expect(await page.locator('call-stage, foyer-door[state=lit]').count()).toBe(0);
    expect(await page.locator('call-rows li').count()).toBe(8);
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    expect(await faultsOfWords(page, { host: 'foyer-display' })).toEqual([]);
    edge.tick();
    await page.getByText('Please take a seat.').waitFor();
    expect(await page.locator('call-stage').count()).toBe(0);
  });

  it('asks for a touch before it can sound, then speaks the clinic’s languages in their order with its own credential', async () => {
    const page = await openWall();
    await page.getByText('Touch the screen for sound').waitFor();
    await page.mouse.click(900, 500);
    await page.getByText('Touch the screen for sound').waitFor({ state: 'detached' });
    const view = aView([call()], { voice: true });
    const asked = page.waitForResponse(/\/en\.wav$/);
    edge.show({ ...view, clinic: { ...view.clinic, languages: ['es', 'en', 'ar'] } });
    await asked;
    const voices = edge.requests.filter(({ path }) => path.startsWith('/api/v1/voice/'));
    expect(voices).toEqual([
      { path: '/api/v1/voice/now/es.wav', authorization: 'Bearer secret' },
      { path: '/api/v1/voice/now/en.wav', authorization: 'Bearer secret' },
    ]);
    expect(opened!.complaints).toEqual([]);
  });

  it.each([
    ['lying', WALL],
    ['upright', UPRIGHT],
    ['small', SMALL],
  ])(
    'says to leave and nothing else, %s, in every language of the clinic, until the all clear',
    async (_name, size) => {
      const clinics: Language[][] = [
        ['en', 'es', 'zh', 'ar'],
        ['es', 'en'],
        ['ar', 'zh', 'en'],
      ];
      const page = await openWall(size);
      for (const languages of clinics) {
        const view = aView([call(), ...callsBefore(3)]);
        edge.show({ ...view, clinic: { ...view.clinic, languages } });
        await page.locator('call-stage').waitFor();
        edge.show({ ...view, clinic: { ...view.clinic, languages }, evacuation });
        for (const code of languages) await page.getByText(leaveIn[code], { exact: true }).waitFor();
        expect(await page.locator('calls-page').count()).toBe(0);
        expect(await page.locator('foyer-door').count()).toBe(1);
        expect(await overflowing(page)).toEqual([]);
        expect(await seriousFaults(page, { colours: true })).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('contrast');
        edge.show({ ...view, clinic: { ...view.clinic, languages } });
        await page.locator('calls-page').waitFor();
        expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
      }
    },
  );

  it('goes on saying to leave when its server is lost, and after it came back in the middle', async () => {
    const page = await openWall();
    edge.show(aView([call()], { evacuation }));
    await page.getByText('Leave now.', { exact: true }).waitFor();
    await page.getByText('Meeting point: the car park').waitFor();
    await page.getByText('Since 10:48, from Desk 1.').waitFor();
    await page.clock.runFor(60_000);
    expect(await page.locator('leave-page').count()).toBe(1);
    expect(await page.getByText('This screen has stopped.').count()).toBe(0);
    edge.hangUp();
    await page.clock.runFor(5_000);
    await page.getByText('Leave now.', { exact: true }).waitFor();
  });

  it('speaks the message in the clinic’s languages again every half minute, with the words that it fetched once', async () => {
    const page = await openWall();
    await page.mouse.click(900, 500);
    const view = aView([call()], { voice: true, evacuation });
    const spoken = () => edge.requests.filter(({ path }) => path.startsWith('/api/v1/voice?'));
    edge.show({ ...view, clinic: { ...view.clinic, languages: ['en', 'es', 'zh'] } });
    await vi.waitFor(() => expect(spoken()).toHaveLength(2), 10_000);
    const asked = spoken().map(({ path }) => new URLSearchParams(path.split('?')[1]).get('text'));
    expect(asked).toEqual([
      'Attention. Leave the building now. Walk to the exit. Leave your things. Meeting point: the car park.',
      'Atención. Salgan del edificio ahora. Caminen hacia la salida. Dejen sus cosas. Punto de reunión: el aparcamiento.',
    ]);
    await page.clock.runFor(61_000);
    expect(spoken()).toHaveLength(2);
    expect(edge.requests.filter(({ path }) => path.startsWith('/api/v1/voice/'))).toEqual([]);
    expect(opened!.complaints).toEqual([]);
  });

  it('speaks Arabic from right to left where the clinic does, with the arrow as the building is', async () => {
    const page = await openWall();
    const view = aView([call(), ...callsBefore(2)]);
    edge.show({ ...view, clinic: { ...view.clinic, languages: ['ar', 'en'], accent: '#0a5cc2' } });
    await page.getByText('ننادي الآن').waitFor();
    const { number, door, arrow, accent } = await page.evaluate(() => {
      const stage = document
        .querySelector('foyer-display')!
        .shadowRoot!.querySelector('calls-page')!
        .shadowRoot!.querySelector('call-stage')!.shadowRoot!;
      const left = (selector: string) => stage.querySelector(selector)!.getBoundingClientRect().left;
      return {
        number: left('.number'),
        door: left('foyer-door'),
        arrow: stage.querySelector('.between')!.shadowRoot!.querySelector('path')!.getAttribute('d'),
        accent: document.documentElement.style.getPropertyValue('--accent').toLowerCase(),
      };
    });
    expect(door).toBeLessThan(number);
    expect(arrow).toBe('M0 74H224M160 8l68 66-68 66');
    expect(accent).toMatch(/^#/);
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    expect(opened!.complaints).toEqual([]);
  });
});

describe('a wall that is not let in', () => {
  it('shows its code, and comes in when it was approved', async () => {
    const page = await openWall(WALL, { token: 'of another day' });
    await page.getByText('H7KQ-2M9X').waitFor();
    expect(await seriousFaults(page, { colours: true })).toEqual([]);
    await page.clock.fastForward(2_000);
    await page.getByText('Please take a seat.').waitFor();
  });
});

describe('a wall without its server', () => {
  it('comes up from its service worker, with its clinic, and says that it has stopped', async () => {
    const page = await openWall(WALL, { serviceWorkers: 'allow' });
    edge.show(aView([call()]));
    await page.locator('call-stage').waitFor();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      await document.fonts.ready;
    });
    await edge.close();
    await page.reload();
    await page.getByText('Harbour Street Clinic').waitFor();
    await page.clock.runFor(31_000);
    await page.getByText('This screen has stopped.', { exact: true }).waitFor();
    expect(await page.locator('call-stage').count()).toBe(0);
  });
});

/** A tenth of a second of silence: 8 kHz, 8 bits, one channel. */
function aSilentWav(): Buffer {
  const head = Buffer.from('524946460000000057415645666d74201000000001000100401f0000401f00000100080064617461', 'hex');
  const samples = Buffer.alloc(800, 128);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(samples.length);
  head.writeUInt32LE(36 + samples.length, 4);
  return Buffer.concat([head, length, samples]);
}

/** Elements that stand out of the screen, or out of a box that hides what stands out. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (element.closest('.visually-hidden') || element.clientWidth === 0) continue;
        const { right, bottom, left, top } = element.getBoundingClientRect();
        if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) found.push(element.tagName);
      }
    };
    look(document);
    return found;
  });
}
