// The first run's page in a real browser: from the code on the console to open doors.

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, openPage, seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { deviceToken } from './fake-edge.ts';
import { builtTablet } from './built-tablet.ts';
import { consoleCode, FakeEmptyEdge } from './fake-empty-edge.ts';

let browser: Browser;
let edge: FakeEmptyEdge;
let opened: OpenedPage;
let page: Page;
beforeAll(async () => {
  const [launched, folder] = await Promise.all([launchChromium(), builtTablet()]);
  browser = launched;
  edge = await FakeEmptyEdge.start(folder);
});
afterAll(async () => {
  await browser?.close();
  await edge?.stop();
});

const place = { locale: 'en-GB', timezoneId: 'Europe/Lisbon', viewport: { width: 1280, height: 800 } };
beforeEach(async () => {
  edge.reset();
  opened = await openPage(browser, edge.url, place);
  ({ page } = opened);
  page.setDefaultTimeout(10_000);
});
afterEach(() => opened.close());

const next = () => page.locator('.next button').click();
const step = (name: string) => page.locator(`${name}-step`).waitFor();

async function enter(code = consoleCode): Promise<void> {
  await page.getByLabel('One-time code').fill(code);
  await page.keyboard.press('Enter');
}
async function nameClinic(): Promise<void> {
  await enter();
  await page.getByLabel('Name of the clinic').fill('Harbour Street Clinic');
}
async function addPerson(name: string, pin: string, again = pin): Promise<void> {
  await page.getByRole('dialog').waitFor();
  await page.getByLabel('Name, as on the tile').fill(name);
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByLabel('PIN once more').fill(again);
}
const save = () => page.getByRole('button', { name: 'Save' }).click();
const doorsOpen = () => page.waitForURL((url) => url.pathname === '/staff/');

describe('the first run', () => {
  it('begins with the code that the console shows, and with no other', async () => {
    await enter('a-code-that-was-guessed');
    await page.getByRole('alert').getByText('That is not the code that the box shows now.').waitFor();
    await enter();
    await step('clinic');
    expect(await page.getByText('Ticket printer, ready').count()).toBe(1);
    expect(await page.getByText('2 screens wait.').count()).toBe(1);
  });

  it('leads step by step to a clinic of one’s own, and to its tablet', async () => {
    await nameClinic();
    expect(await page.getByLabel('Short code').inputValue()).toBe('HARBOUR');
    expect(await page.getByLabel('Currency').inputValue()).toBe('EUR');
    await next();
    await page.getByRole('button', { name: /^Every day/ }).click();
    await page.getByRole('button', { name: 'Closed from 13:00 to 14:00' }).click();
    await next();
    await page.getByRole('button', { name: 'Add a service' }).click();
    await page.locator('service-dialog').getByLabel('Name', { exact: true }).fill('Vaccination');
    await save();
    await next();
    await page.getByRole('button', { name: 'Add a door' }).click();
    expect(await page.getByLabel('The sign on it').inputValue()).toBe('Room 4');
    await page.locator('room-dialog').getByRole('button', { name: 'Consultation' }).click();
    await page.locator('room-dialog').getByRole('button', { name: 'Vaccination' }).click();
    await page.locator('room-dialog').getByRole('button', { name: 'To the left' }).click();
    await save();
    await next();
    await page.getByRole('button', { name: 'The administrator' }).click();
    await addPerson('Wei-Ling Tan', '2741');
    await save();
    await page.getByRole('button', { name: 'Add a person' }).click();
    await addPerson('Amira Haddad', '8052');
    await page.getByRole('button', { name: 'Reception', exact: true }).click();
    await save();
    await next();
    await page.getByLabel('Consultation').fill('45,5');
    await next();
    await step('open');
    expect(opened.complaints).toEqual([]);
    await page.getByRole('button', { name: /^Open the doors/ }).click();
    await doorsOpen();
    expect(edge.asked).toHaveLength(1);
    const [{ setUp, tablet } = { setUp: undefined, tablet: undefined }] = edge.asked;
    expect(tablet).toEqual({ name: 'Tablet 1', publicKey: expect.stringMatching(/^[\w-]{87}$/) });
    expect(setUp).toMatchObject({
      clinic: {
        name: 'Harbour Street Clinic',
        code: 'HARBOUR',
        zone: 'Europe/Lisbon',
        currency: 'EUR',
        languages: ['en'],
      },
      staff: [
        { name: 'Wei-Ling Tan', roles: ['admin'], pin: '2741' },
        { name: 'Amira Haddad', roles: ['nurse', 'reception'], pin: '8052' },
      ],
    });
    expect(setUp?.openingHours).toHaveLength(14);
    expect(setUp?.services[0]?.priceMinor).toBe(4_550);
    expect(setUp?.services.at(-1)).toMatchObject({ name: { en: 'Vaccination' }, prefix: 'Y' });
    expect(setUp?.servicePoints.at(-1)).toMatchObject({
      name: { en: 'Room 4', es: 'Sala 4' },
      serviceKeys: [setUp?.services.at(-1)?.key],
      direction: 'left',
    });
    const kept = await page.evaluate(() => localStorage.getItem('foyer.credential.staff'));
    expect(JSON.parse(kept ?? '{}')).toMatchObject({ token: deviceToken, role: 'staff-tablet' });
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('opens the doors at any moment, asking for nothing but a name and an administrator', async () => {
    await enter();
    const hurry = page.getByRole('button', { name: 'Open the doors now' });
    await hurry.click();
    await page.getByText('Something has to stand here.').waitFor();
    await page.getByLabel('Name of the clinic').fill('Harbour Street');
    await hurry.click();
    await addPerson('Wei-Ling Tan', '2741');
    await save();
    await hurry.click();
    await doorsOpen();
    expect(edge.asked[0]?.setUp).toMatchObject({ services: { length: 4 }, servicePoints: { length: 5 } });
  });

  it('says at the field what does not fit, and what to do', async () => {
    await nameClinic();
    await page.getByLabel('Short code').fill('H-1');
    await next();
    await page.getByText('2 to 8 capital letters and digits, nothing else.').waitFor();
    expect(
      await page.evaluate(() =>
        document.activeElement?.shadowRoot?.activeElement?.shadowRoot?.activeElement?.getAttribute('name'),
      ),
    ).toBe('code');
    await page.getByLabel('Short code').fill('HS');
    await next();
    await page.getByRole('button', { name: /^Our own hours/ }).click();
    await page.getByLabel('Monday, until').fill('6');
    await next();
    await page.getByText('It has to close after it opens.').waitFor();
    await page.getByLabel('Monday, until').fill('1830');
    await next();
    await page.getByRole('button', { name: 'Change: Samples' }).click();
    await page.getByRole('button', { name: 'Take it away' }).click();
    await next();
    await next();
    await page.getByText('Choose what it is for.').waitFor();
    await page.getByRole('button', { name: 'Change: Laboratory 1' }).click();
    await page.getByRole('button', { name: 'Take it away' }).click();
    await next();
    await next();
    await addPerson('Wei-Ling Tan', '1234', '4321');
    await save();
    await page.getByText('That PIN is guessed at once.').waitFor();
    await page.getByText('The two are not the same.').waitFor();
    await addPerson('Wei-Ling Tan', '27419');
    await save();
    await page.getByRole('button', { name: 'Add a person' }).click();
    await addPerson('wei-ling tan', '8052');
    await save();
    await page.getByText('As many digits as the others').waitFor();
    await page.getByText('This name is taken.').waitFor();
  });

  it('finds everything again after a reload, PINs apart', async () => {
    await nameClinic();
    await page.getByRole('button', { name: 'Open the doors now' }).click();
    await addPerson('Wei-Ling Tan', '2741');
    await save();
    expect(await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))).not.toContain(
      '2741',
    );
    await page.reload();
    await step('people');
    await page.getByText('PIN is needed again').waitFor();
    await page.getByRole('button', { name: 'Clinic Harbour Street Clinic' }).click();
    expect(await page.getByLabel('Name of the clinic').inputValue()).toBe('Harbour Street Clinic');
  });

  it('keeps what was typed when the box does not answer, or shows another code', async () => {
    await nameClinic();
    const hurry = page.getByRole('button', { name: 'Open the doors now' });
    await hurry.click();
    await addPerson('Wei-Ling Tan', '2741');
    await save();
    edge.isAway = true;
    await hurry.click();
    await page.getByRole('alert').getByText("The clinic's server does not answer.").waitFor();
    edge.isAway = false;
    edge.code = 'another-code-of-the-console';
    await hurry.click();
    await enter('another-code-of-the-console');
    await step('people');
    await hurry.click();
    await doorsOpen();
    expect(edge.asked.map(({ setUp }) => setUp.clinic.name)).toEqual(['Harbour Street Clinic']);
  });

  it('lets the tablet in where the clinic comes from an office', async () => {
    edge.status = { ...edge.status, fromCentre: true };
    await enter();
    await page.getByText('The box is connected to an office').waitFor();
    await next();
    await doorsOpen();
    expect(edge.asked).toEqual([]);
    expect(await page.evaluate(() => localStorage.getItem('foyer.credential.staff'))).toContain(deviceToken);
  });

  it('can be done with the keyboard alone', async () => {
    await page.keyboard.type(consoleCode);
    await page.keyboard.press('Enter');
    await step('clinic');
    const tabTo = async (name: string | RegExp) => {
      for (let pressed = 0; pressed < 60; pressed += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          const host = (element?.getRootNode() as ShadowRoot | undefined)?.host;
          return `${element?.getAttribute('name') ?? ''} ${host?.localName === 'foyer-button' ? host.textContent : ''}`;
        });
        if (new RegExp(name).test(focused)) return;
      }
      throw new Error(`${String(name)} is out of reach`);
    };
    await tabTo(/^name /);
    await page.keyboard.type('Harbour Street');
    await tabTo('Open the doors now');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Wei-Ling Tan');
    await tabTo(/^pin /);
    await page.keyboard.type('2741');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2741');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('person-dialog').count()).toBe(0);
    await tabTo('Open the doors now');
    await page.keyboard.press('Enter');
    await doorsOpen();
  });
});

describe('every step', () => {
  const sizes = {
    'tablet 1280': { width: 1280, height: 800 },
    'tablet 1024': { width: 1024, height: 768 },
    'upright 768': { width: 768, height: 1024 },
    phone: { width: 390, height: 844 },
  } as const;

  it.each([
    ['en', 'tablet 1280'],
    ['ar', 'tablet 1024'],
    ['zh', 'upright 768'],
    ['es', 'phone'],
  ] as const)('in %s on %s is whole, for eyes and for readers', async (language, size) => {
    await opened.close();
    opened = await openPage(browser, edge.url, { ...place, locale: language, viewport: sizes[size] });
    ({ page } = opened);
    const isWhole = async () => {
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    };
    await page.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
    await isWhole();
    await page.locator('input[name=code]').fill(consoleCode);
    await page.keyboard.press('Enter');
    await page.locator('input[name=name]').fill('Harbour Street Clinic of Internal Medicine');
    await isWhole();
    for (const name of ['hours', 'services', 'rooms', 'people']) {
      await next();
      await step(name);
      await isWhole();
    }
    await next();
    await page.locator('person-dialog input[name=name]').fill('Christopher Abernathy-Worthington');
    for (const field of ['pin', 'again']) await page.locator(`person-dialog input[name=${field}]`).fill('2741');
    await isWhole();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('person-dialog').count()).toBe(0);
    for (const name of ['prices', 'open']) {
      await next();
      await step(name);
      await isWhole();
    }
    expect(opened.complaints).toEqual([]);
  });
});
