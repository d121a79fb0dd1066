// A wall as its layout says, in a real browser: media and texts beside the calls, the sign of one room, recorded voices,
// and what a wall shows that comes back.

import { join } from 'node:path';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import { viteApp } from '@foyer/ui-kit/build/vite-app.ts';
import { builtPages } from '@foyer/ui-kit/testing/built-pages.ts';
import { launchChromium, openPage, seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DisplayCall } from '../src/calls/call-list.ts';
import { aCall } from '../src/testing/a-call.ts';
import { FakeEdge } from './fake-edge.ts';

const sizes = {
  lying: { width: 1920, height: 1080 },
  upright: { width: 1080, height: 1920 },
  'of a 4K panel': { width: 3840, height: 2160 },
  'beside a door': { width: 1280, height: 800 },
} as const;
const [shown, missing, another] = ['a', 'b', 'c'].map((letter) => `${letter.repeat(32)}.png`) as [
  string,
  string,
  string,
];
const withMedia: DisplayLayout = {
  ...usualLayout,
  media: [missing, shown].map((file) => ({ file, seconds: 10 })),
  ticker: [{ en: 'Flu vaccine on Tuesdays', ar: 'لقاح الإنفلونزا كل ثلاثاء' }],
};
const aPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** 50 ms of nothing, as WAV. */
const aSound = Buffer.concat([
  Buffer.from('524946464403000057415645666d74201000000001000100401f0000401f0000010008006461746120030000', 'hex'),
  Buffer.alloc(800, 128),
]);

const clinic: DisplayView['clinic'] = {
  code: 'HSC',
  name: 'Harbour Street Clinic',
  zone: 'UTC',
  currency: 'EUR',
  languages: ['en', 'ar'],
  businessDay: '2026-11-22',
  openUntil: '18:00',
};
const aView = (calls: readonly DisplayCall[], given: Partial<DisplayView> = {}): DisplayView => ({
  clinic,
  calls: Object.fromEntries(calls.map((call) => [call.id, call])),
  voice: false,
  ...given,
});
const call = (given: Partial<DisplayCall> = {}) => aCall('now', { at: Date.now(), ...given });
const before = (count: number) =>
  Array.from({ length: count }, (_, index) => aCall(`before-${index}`, { at: Date.now() - 60_000 * (index + 1) }));

let browser: Browser;
let folder: string;
let edge: FakeEdge<DisplayView>;
let opened: OpenedPage | undefined;
/** Clips that are recorded; the others are not there. */
let recorded: readonly string[] = [];

beforeAll(async () => {
  const root = join(import.meta.dirname, '..');
  folder = await builtPages('display', (outDir) => viteApp({ root, base: '/display/', outDir, offline: true }), 'dist');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  recorded = [];
  edge = await FakeEdge.start({
    folder,
    base: '/display/',
    namespace: '/display',
    view: aView([]),
    routes: {
      '/api/v1/media': ({ url }, response) =>
        [shown, another].some((file) => url?.endsWith(file))
          ? response.writeHead(200, { 'content-type': 'image/png' }).end(aPicture)
          : response.writeHead(404).end(),
      '/api/v1/clips': ({ url = '' }, response) =>
        recorded.some((clip) => url.endsWith(clip))
          ? response.writeHead(200, { 'content-type': 'audio/wav' }).end(aSound)
          : response.writeHead(404).end(),
      '/api/v1/voice': (_request, response) => response.writeHead(200, { 'content-type': 'audio/wav' }).end(aSound),
    },
  });
});
afterEach(async () => {
  await opened?.close();
  opened = undefined;
  await edge.close();
});

/** `still`: its clocks stand but for what the test lets pass. */
async function openWall(viewport: { width: number; height: number } = sizes.lying, still = false): Promise<Page> {
  opened = await openPage(browser, 'about:blank', { viewport, serviceWorkers: 'block' });
  const { page } = opened;
  if (still) await page.clock.install({ time: Date.now() });
  await page.addInitScript(() => {
    const credential = { token: 'secret', deviceId: 'd', role: 'display', name: 'Wall' };
    localStorage.setItem('foyer.credential.display', JSON.stringify(credential));
  });
  await page.goto(`${edge.url}/display/`);
  return page;
}

/** What lies over one another of the stage, the rows and the media, or out of the screen. */
function collisions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wall = document.querySelector('foyer-display')!.shadowRoot!.querySelector('calls-page')!.shadowRoot!;
    const parts = ['call-stage', 'quiet-stage', 'call-rows', 'media-panel', 'wall-strip'].flatMap((tag) => {
      const box = wall.querySelector(tag)?.getBoundingClientRect();
      return box && box.width > 0 ? [{ tag, box }] : [];
    });
    const out = parts.filter(
      ({ box }) => box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1,
    );
    const over = parts.flatMap((one, index) =>
      parts
        .slice(index + 1)
        .filter(
          ({ box }) =>
            Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left) > 1 &&
            Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top) > 1,
        )
        .map(({ tag }) => `${one.tag} and ${tag}`),
    );
    return [...out.map(({ tag }) => `${tag} out of the screen`), ...over];
  });
}

describe('media and texts beside the calls', () => {
  it.each(Object.entries(sizes))('never cover a call, %s, and pass over a file that is gone', async (_name, size) => {
    edge.show(aView([], { layout: withMedia }));
    const page = await openWall(size);
    await page.locator('media-panel img').waitFor();
    await page.getByText('Flu vaccine on Tuesdays').waitFor();
    expect(await collisions(page)).toEqual([]);
    edge.show(aView([call({ initials: 'M. O.', manner: { flashes: true } }), ...before(7)], { layout: withMedia }));
    await page.locator('call-stage', { hasText: 'M. O.' }).waitFor();
    await page.locator('media-panel img').waitFor();
    expect(await collisions(page)).toEqual([]);
    const number = (await page.locator('call-stage foyer-number').first().boundingBox())!;
    expect(number.height / Math.min(size.width, size.height)).toBeGreaterThan(1 / 8);
    expect(await page.locator('call-rows li').count()).toBeGreaterThanOrEqual(3);
    expect(await seriousFaults(page)).toEqual([]);
    const text = { en: 'The lift is out of order; use the stairs. '.repeat(4).trim() };
    const messages = { lift: { id: 'lift', text, at: Date.now(), until: Date.now() + 60_000 } };
    edge.show(aView([call(), ...before(7)], { layout: withMedia, messages }));
    await page.locator('wall-strip[loud]').waitFor();
    expect(await collisions(page)).toEqual([]);
    expect(await page.locator('call-rows li').count()).toBeGreaterThanOrEqual(3);
  });
});

describe('the waits of services', () => {
  it.each(Object.entries(sizes))(
    'are told in turn, in the languages of the clinic, and stay on the panel: %s',
    async (_name, size) => {
      const services = {
        blood: {
          id: 'blood',
          name: { en: 'Blood tests', ar: 'تحاليل الدم' },
          wait: { fromMinutes: 15, untilMinutes: 25 },
        },
        visit: {
          id: 'visit',
          name: { en: 'Consultation with the practice nurse, also without a number', ar: 'استشارة الممرضة' },
          wait: { stopped: 'closing' as const },
        },
      };
      edge.show(
        aView([call(), ...before(7)], { layout: { ...usualLayout, waits: ['blood', 'visit'] }, waits: services }),
      );
      const page = await openWall(size, true);
      await page.locator('wall-strip').getByText('Blood tests, waiting now: 15 to 25 minutes').waitFor();
      const isUpright = size.height > size.width;
      if (!isUpright) await page.getByText('تحاليل الدم، الانتظار الآن: من 15 إلى 25 دقيقة').waitFor();
      expect(await collisions(page)).toEqual([]);
      edge.tick();
      await page.clock.runFor(12_000);
      const second = page.locator('wall-strip').getByText(/^Consultation .*: Closing time may come first\.$/);
      await second.waitFor();
      expect(await collisions(page)).toEqual([]);
      expect(await seriousFaults(page)).toEqual([]);
    },
  );
});

describe('a language whose words have not come', () => {
  it('is left out of the strip until they are there', async () => {
    edge.show(aView([call()]));
    const page = await openWall();
    const held = Promise.withResolvers<void>();
    await page.route('**/ar-*.js', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.reload();
    const lines = page.locator('wall-strip fit-words');
    await lines.getByText('Feeling worse while you wait?').waitFor();
    expect(await lines.count()).toBe(1);
    held.resolve();
    await page.locator('wall-strip fit-words:lang(ar)').waitFor();
    expect(await lines.count()).toBe(2);
  });
});

describe('a picture whose turn is over', () => {
  it('stays while a call is new, and makes room for the next one then', async () => {
    const layout = { ...usualLayout, media: [shown, another].map((file) => ({ file, seconds: 10 })) };
    edge.show(aView([], { layout }));
    const page = await openWall(sizes.lying, true);
    const pass = async (ms: number) => {
      edge.tick();
      await page.clock.runFor(ms);
    };
    await page.getByText('No sound. 1 of 2.').waitFor();
    await pass(4_000);
    await pass(4_000);
    edge.show(aView([call()], { layout }));
    await page.locator('call-stage').waitFor();
    await pass(4_000);
    expect(await page.getByText('No sound. 1 of 2.').count()).toBe(1);
    await pass(4_500);
    await page.getByText('No sound. 2 of 2.').waitFor();
  });
});

describe('the sign of one room', () => {
  it.each([
    ['lying', sizes['beside a door']],
    ['upright', sizes.upright],
  ])('has nothing but its call, %s', async (_name, size) => {
    edge.show(aView([call(), ...before(3)], { layout: { ...usualLayout, recentCalls: 0 } }));
    const page = await openWall(size);
    await page.locator('call-stage[alone]').waitFor();
    expect(await page.locator('call-rows li').count()).toBe(0);
    expect(await collisions(page)).toEqual([]);
  });
});

describe('a room of two figures', () => {
  it('has both on its door, upright', async () => {
    edge.show(aView([call({ names: { en: 'Room 12' } })]));
    const page = await openWall(sizes.upright);
    const figure = (await page.locator('call-stage .figure').boundingBox())!;
    const door = (await page.locator('call-stage foyer-door').boundingBox())!;
    expect(figure.x).toBeGreaterThan(door.x);
    expect(figure.x + figure.width).toBeLessThan(door.x + door.width);
  });
});

describe('the voice that a clinic recorded', () => {
  const parts = ['number', 'letter-a', 'digit-0', 'digit-4', 'digit-7', 'go-to', 'room-room-3'];
  const asked = (prefix: string) =>
    edge.requests.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length));

  it('says a call whose parts are all there, and the edge’s says the others', async () => {
    recorded = parts;
    edge.show(aView([], { voice: true, recorded: ['en'] }));
    const page = await openWall();
    await page.mouse.click(900, 500);
    await page.getByText('Touch the screen for sound').waitFor({ state: 'detached' });
    edge.show(aView([call()], { voice: true, recorded: ['en'] }));
    await expect.poll(() => asked('/api/v1/clips/en/').toSorted()).toEqual(parts.toSorted());
    recorded = parts.slice(1);
    edge.show(aView([aCall('next', { at: Date.now() })], { voice: true, recorded: ['en'] }));
    await expect.poll(() => asked('/api/v1/voice/')).toEqual(['next/en.wav']);
  });
});

describe('a wall that comes back', () => {
  it('shows no old call as current when its browser was killed, and the new one at once', async () => {
    const old = aCall('old', { at: Date.now() - 60_000, number: 'A001' });
    edge.show(aView([old]));
    await openWall();
    await opened!.page.locator('call-rows li', { hasText: '001' }).waitFor();
    expect(await opened!.page.locator('call-stage').count()).toBe(0);
    await opened!.close();
    const page = await openWall();
    await page.locator('call-rows li', { hasText: '001' }).waitFor();
    expect(await page.locator('call-stage').count()).toBe(0);
    edge.show(aView([old, call()]));
    await page.locator('call-stage', { hasText: '047' }).waitFor();
  });

  it('is right again by itself after its line was cut, without the call that was withdrawn meanwhile', async () => {
    edge.show(aView([call()]));
    const page = await openWall();
    await page.locator('call-stage', { hasText: '047' }).waitFor();
    edge.hangUp();
    edge.show(aView([call({ id: 'other', number: 'R012', ticketId: 'another' })]));
    await page.locator('call-stage', { hasText: '012' }).waitFor();
    expect(await page.getByText('047').count()).toBe(0);
  });
});
