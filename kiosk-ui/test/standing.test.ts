// What a kiosk does while it stands there: languages, help, forgetting, the line going down, and coming up without it.

import { memoryOf, seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { anAppointment, aTicket, aView, NOW } from './a-clinic.ts';
import { KioskBench } from './kiosk.ts';

// Whole walks through a real browser, on machines that do other things as well.
vi.setConfig({ testTimeout: 90_000 });

const UPRIGHT = { width: 1080, height: 1920 };
const LYING = { width: 1920, height: 1080 };

/** By how much what is in the stage is higher and wider than it, once everything stands as it will. */
const overflow = (page: Page) =>
  page.locator('foyer-kiosk .stage').evaluate(async (stage) => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))));
    return [stage.scrollHeight - stage.clientHeight, stage.scrollWidth - stage.clientWidth];
  });

const bench = new KioskBench();
beforeAll(() => bench.start());
afterEach(() => bench.closeKiosks());
afterAll(() => bench.stop());

describe('the idle screen', () => {
  it('speaks every language of the clinic, with nothing serious for axe-core', async () => {
    const { page, complaints } = await bench.open();
    for (const [name, code, dir, words] of [
      ['English', 'en', 'ltr', 'Check in'],
      ['العربية', 'ar', 'rtl', 'تسجيل الوصول'],
      ['中文', 'zh', 'ltr', '签到'],
      ['Español', 'es', 'ltr', 'Ya llegué'],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await page.getByText(words).waitFor();
      expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
        code,
        dir,
      ]);
      expect(await seriousFaults(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it('says who runs late, and fits a panel that is upright and one that is lying', async () => {
    const late = { serviceIds: ['nurse'], servicePointNames: { en: 'Room 3', es: 'Sala 3' } };
    const view = aView({
      delays: { a: { id: 'a', minutes: 40, ...late }, b: { id: 'b', minutes: 15, ...late, staffName: 'Dr Lim' } },
    });
    const { page } = await bench.open({ view });
    for (const viewport of [UPRIGHT, LYING]) {
      await page.setViewportSize(viewport);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('Room 3 is running about 40 minutes late.').waitFor();
      await page.getByText('Dr Lim is running about 15 minutes late.').waitFor();
      expect(await overflow(page)).toEqual([0, 0]);
      await page.getByRole('button', { name: 'Español' }).click();
      await page.getByText('Sala 3 lleva un retraso de unos 40 minutos.').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
    }
  });

  it('stands on a panel lying down as well, and fits it without scrolling', async () => {
    const { page } = await bench.open({}, { viewport: LYING });
    expect(await overflow(page)).toEqual([0, 0]);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('shows its code until an administrator lets it in', async () => {
    const { page } = await bench.open({}, { enrolled: false });
    await page.getByText('ABCD-2345').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('a page that is longer than its stage', () => {
  it('shows that there is more, and brings it up at a press', async () => {
    const { page, door, shows } = await bench.open();
    const larger = page.getByRole('button', { name: 'Larger' });
    await door('idle-page', 1);
    await shows('services-page');
    expect(await page.getByRole('button', { name: 'More below' }).count()).toBe(0);
    await larger.click();
    await larger.click();
    const more = page.getByRole('button', { name: 'More below' });
    const last = page.locator('services-page foyer-door').last();
    const floor = (await page.locator('foyer-floor').boundingBox())!.y;
    const hidden = () =>
      page
        .locator('foyer-kiosk .stage')
        .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
    while ((await hidden()) > 24) await more.click();
    await more.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'More above' }).waitFor();
    const { y, height } = (await last.boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(floor + 1);
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
    expect(/okafor/i.test(await memoryOf(page))).toBe(false);
    const left = await page.evaluate(() => ({
      history: window.history.length,
      address: location.href,
      stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      keyboards: 'SimpleKeyboardInstances' in window,
    }));
    expect(left).toMatchObject({ history, address: `${edge.url}/kiosk/`, keyboards: false });
    expect(left.stored).not.toMatch(/okafor/i);
  });

  it('keeps nothing of a ticket once its 20 s and the question are over, in sight or in memory', async () => {
    const initials = 'Qx. Zw.';
    const { page, edge, shows, text } = await bench.open({
      identify: () => ({ identificationId: 'i1', matched: true, appointments: [{ ...anAppointment, initials }] }),
    });
    await page.clock.install();
    edge.scan('FOYER1.code-of-a-patient');
    await shows('ticket-page');
    expect(await text()).toContain(initials);
    expect(await memoryOf(page)).toContain(initials);
    // The edge takes a code back once it was used.
    edge.change(({ scan: _used, ...view }) => view);
    await page.clock.runFor(20_000);
    // Not by its words: looking for words keeps those of the whole page in the memory of who looks.
    await page.locator('kiosk-still-there').waitFor();
    await page.clock.runFor(20_000);
    await shows('idle-page');
    expect(await text()).not.toMatch(/Qx\. Zw\.|A047|10:40/);
    const memory = await memoryOf(page);
    for (const secret of [initials, 'code-of-a-patient', aTicket().publicId])
      expect(memory.includes(secret)).toBe(false);
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

  it('leaves help and the languages in reach while it is away, and help says what to do without it', async () => {
    const { page, edge, shows, text } = await bench.open();
    await page.clock.install();
    edge.cut();
    await page.clock.runFor(32_000);
    await shows('kiosk-stopped');
    expect(await page.getByRole('button', { name: /Start again|Back|Move down/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByText('Este quiosco se ha parado.').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: /Very unwell/ }).click();
    await page.getByText('Go to the desk now, or call out.').waitFor();
    expect(await text()).toContain('The alarm could not be sent');
    expect(await text()).not.toContain('Someone still comes.');
    expect(await seriousFaults(page)).toEqual([]);
    edge.mend();
    await page.clock.runFor(10_000);
    await page.getByText('We are calling someone.').waitFor();
    expect(edge.commands[0]).toMatchObject({ type: 'request-help', kind: 'emergency' });
    expect(new Set(edge.commands.map(({ commandId }) => commandId)).size).toBe(1);
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
    await page.getByText('Harbour Street Clinic').waitFor();
    await page.getByRole('button', { name: 'العربية' }).waitFor();
    await page.getByRole('button', { name: 'I need help' }).click();
    await page.getByText('Go to the desk now, or call out.').waitFor();
    await page.getByText('Kiosk 1, entrance').waitFor({ state: 'detached' });
  });
});

describe('an evacuation', () => {
  const evacuation = { startedAt: NOW, meetingPoint: { en: 'the car park', es: 'el aparcamiento' } };

  it('takes the whole screen, upright and lying, in every language, with nothing to touch but help', async () => {
    const { page, edge, shows } = await bench.open();
    for (const viewport of [UPRIGHT, LYING]) {
      await page.setViewportSize(viewport);
      edge.change((view) => ({ ...view, evacuation }));
      await shows('kiosk-leave');
      for (const words of ['Leave now.', 'Salgan ahora.', '请立即离开。', 'غادروا المبنى الآن.']) {
        await page.getByText(words, { exact: true }).waitFor();
      }
      await page.getByText('Meeting point: the car park').first().waitFor();
      expect(await page.locator('foyer-door button').count()).toBe(0);
      expect(await page.getByRole('button', { name: /Start again|Back/ }).count()).toBe(0);
      expect(await overflow(page)).toEqual([0, 0]);
      expect(await seriousFaults(page)).toEqual([]);
      edge.change(({ evacuation: _over, ...view }) => view);
      await shows('idle-page');
    }
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
