// What a kiosk does while it stands there: languages, help, forgetting, the line going down, and coming up without it.

import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aView, NOW } from './a-clinic.ts';
import { KioskBench } from './kiosk.ts';

// Whole walks through a real browser, on machines that do other things as well.
vi.setConfig({ testTimeout: 90_000 });

const bench = new KioskBench();
beforeAll(() => bench.start());
afterEach(() => bench.closeKiosks());
afterAll(() => bench.stop());

describe('the idle screen', () => {
  it.each([
    ['English', 'en', 'ltr', 'Check in'],
    ['العربية', 'ar', 'rtl', 'تسجيل الوصول'],
    ['中文', 'zh', 'ltr', '签到'],
    ['Español', 'es', 'ltr', 'Ya llegué'],
  ])('speaks %s, with nothing serious for axe-core', async (name, code, dir, words) => {
    const { page, complaints } = await bench.open();
    await page.getByRole('button', { name }).click();
    await page.getByText(words).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      code,
      dir,
    ]);
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['upright', { width: 1080, height: 1920 }],
    ['lying', { width: 1920, height: 1080 }],
  ])('says who runs late, and fits a panel that is %s', async (_, viewport) => {
    const late = { serviceIds: ['nurse'], servicePointNames: { en: 'Room 3', es: 'Sala 3' } };
    const view = aView({
      delays: { a: { id: 'a', minutes: 40, ...late }, b: { id: 'b', minutes: 15, ...late, staffName: 'Dr Lim' } },
    });
    const { page } = await bench.open({ view }, { viewport });
    await page.getByText('Room 3 is running about 40 minutes late.').waitFor();
    await page.getByText('Dr Lim is running about 15 minutes late.').waitFor();
    const overflow = await page
      .locator('foyer-kiosk .stage')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    expect(overflow).toBe(0);
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByText('Sala 3 lleva un retraso de unos 40 minutos.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('stands on a panel lying down as well, and fits it without scrolling', async () => {
    const { page } = await bench.open({}, { viewport: { width: 1920, height: 1080 } });
    const overflow = await page.locator('foyer-kiosk').evaluate((kiosk) => {
      const stage = kiosk.shadowRoot!.querySelector('.stage')!;
      return stage.scrollHeight - stage.clientHeight;
    });
    expect(overflow).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('shows its code until an administrator lets it in', async () => {
    const { page } = await bench.open({}, { enrolled: false });
    await page.getByText('ABCD-2345').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('help', () => {
  it('says "Someone is coming" only once somebody took the call', async () => {
    const { page, edge, shows } = await bench.open();
    await page.getByRole('button', { name: /Very unwell/ }).click();
    await shows('help-page');
    await page.getByText('We are calling someone.').waitFor();
    expect(edge.commands).toMatchObject([{ type: 'request-help', kind: 'emergency' }]);
    const call = { id: 'h1', kind: 'emergency', at: NOW, from: 'Kiosk 1' } as const;
    edge.change((view) => ({ ...view, help: { h1: { ...call, state: 'escalated' } } }));
    await page.getByText('Go to the desk now, or call out.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    edge.change((view) => ({ ...view, help: { h1: { ...call, state: 'acknowledged' } } }));
    await page.getByText('Someone is coming.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /Go on here/ }).click();
    await shows('idle-page');
  });
});

describe('forgetting', () => {
  it('asks, and wipes everything of the person 20 s later', async () => {
    const { page, edge, door, shows, text } = await bench.open();
    await page.clock.install();
    const history = await page.evaluate(() => window.history.length);
    await page.getByRole('button', { name: 'Español' }).click();
    await door('idle-page', 1);
    await page.getByRole('button', { name: /Es mi primera vez/ }).click();
    for (const key of 'OKAFOR') await page.getByRole('button', { name: key, exact: true }).click();
    expect(await text()).toContain('Okafor');
    await page.clock.runFor(90_000);
    await page.getByText('¿Sigue ahí?').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.clock.runFor(20_000);
    await shows('idle-page');
    await page.getByText('Good morning.').waitFor();
    expect(await text()).not.toMatch(/okafor/i);
    const left = await page.evaluate(() => ({
      history: window.history.length,
      address: location.href,
      stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      keyboards: 'SimpleKeyboardInstances' in window,
    }));
    expect(left).toMatchObject({ history, address: `${edge.url}/kiosk/`, keyboards: false });
    expect(left.stored).not.toMatch(/okafor/i);
  });

  it('gives more time to who asks for it', async () => {
    const { page, door, shows } = await bench.open();
    await page.clock.install();
    await door('idle-page');
    await shows('identify-page');
    await page.clock.runFor(45_000);
    await page.getByRole('button', { name: 'I need more time' }).click();
    await page.locator('kiosk-still-there').waitFor({ state: 'detached' });
    await shows('identify-page');
  });
});

describe('the line to the clinic', () => {
  it('shows a mark after 5 s, and after 30 s says that the kiosk has stopped, with nothing lit', async () => {
    const { page, edge, shows, text } = await bench.open();
    await page.clock.install();
    edge.cut();
    await page.clock.runFor(6_000);
    await page.getByText(/No news for \d+ seconds/).waitFor();
    await page.clock.runFor(26_000);
    await shows('kiosk-stopped');
    expect(await text()).toMatch(/This kiosk has stopped\.[\s\S]*Please go to the desk\./);
    expect(await page.locator('foyer-door[state=lit]').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    edge.mend();
    await page.clock.runFor(10_000);
    await shows('idle-page');
  });

  it('is not needed for the page to come up: it says that it has stopped, and what to do', async () => {
    const { page, edge } = await bench.open({}, { serviceWorkers: 'allow' });
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state !== 'activated')
        await new Promise((done) => active?.addEventListener('statechange', done, { once: true }));
    });
    await edge.close();
    await page.clock.install();
    await page.reload();
    await page.clock.runFor(6_000);
    await page.getByText('This kiosk has stopped.').waitFor();
  });
});

describe('an evacuation', () => {
  const evacuation = { startedAt: NOW, meetingPoint: { en: 'the car park', es: 'el aparcamiento' } };

  it.each([
    ['upright', { width: 1080, height: 1920 }],
    ['lying', { width: 1920, height: 1080 }],
  ])('takes the whole screen, %s, in every language, with nothing to touch but help', async (_name, viewport) => {
    const { page, edge, shows } = await bench.open({}, { viewport });
    edge.change((view) => ({ ...view, evacuation }));
    await shows('kiosk-leave');
    for (const words of ['Leave now.', 'Salgan ahora.', '请立即离开。', 'غادروا المبنى الآن.']) {
      await page.getByText(words, { exact: true }).waitFor();
    }
    await page.getByText('Meeting point: the car park').first().waitFor();
    expect(await page.locator('foyer-door button').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Start again|Back/ }).count()).toBe(0);
    const overflow = await page.locator('foyer-kiosk').evaluate((kiosk) => {
      const stage = kiosk.shadowRoot!.querySelector('.stage')!;
      return [stage.scrollHeight - stage.clientHeight, stage.scrollWidth - stage.clientWidth];
    });
    expect(overflow).toEqual([0, 0]);
    expect(await seriousFaults(page)).toEqual([]);
    edge.change(({ evacuation: _over, ...view }) => view);
    await shows('idle-page');
  });

  it('lets go of who stood here, and still calls for help and says what became of it', async () => {
    const { page, edge, door, shows, text } = await bench.open();
    await door('idle-page', 1);
    await page.getByRole('button', { name: 'I am new here' }).click();
    for (const key of 'OKAFOR') await page.getByRole('button', { name: key, exact: true }).click();
    edge.change((view) => ({ ...view, evacuation }));
    await shows('kiosk-leave');
    expect(await text()).not.toMatch(/okafor/i);
    await page.getByRole('button', { name: /Very unwell/ }).click();
    await page.getByText('We are calling someone.').waitFor();
    expect(edge.commands.at(-1)).toMatchObject({ type: 'request-help', kind: 'emergency' });
    const call = { id: 'h1', kind: 'emergency', at: NOW, from: 'Kiosk 1' } as const;
    edge.change((view) => ({ ...view, help: { h1: { ...call, state: 'acknowledged' } } }));
    await page.getByText('Someone is coming.').waitFor();
    expect(await page.locator('kiosk-leave').count()).toBe(1);
    edge.change(({ evacuation: _over, ...view }) => view);
    await shows('idle-page');
  });
});
