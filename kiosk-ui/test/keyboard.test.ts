// Every way to a number with a keyboard alone, and every page as keys and ears find it: the focus begins at what is asked,
// Tab comes by everything that can be pressed, the guide says the question and every choice, and axe-core has nothing
// serious.

import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { walkEveryPage } from './every-page.ts';
import { Keypad } from './keypad.ts';
import { KioskBench } from './kiosk.ts';
import { Keyboard, pageForKeys } from './keyboard.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = new KioskBench();
beforeAll(() => bench.start());
afterEach(() => bench.closeKiosks());
afterAll(() => bench.stop());

describe('with a keyboard alone', () => {
  it('a walk-in goes by arrows and Enter, and sees where the focus is', async () => {
    const { page, edge, shows } = await bench.open();
    const keyboard = new Keyboard(page);
    await keyboard.goTo('I have no appointment', 'ArrowDown');
    expect(await keyboard.focusIsVisible()).toBe(true);
    await keyboard.press('Enter');
    await shows('services-page');
    await keyboard.goTo('Blood test', 'ArrowDown');
    await keyboard.press('Enter');
    await shows('ticket-page');
    expect(edge.commands).toMatchObject([{ type: 'issue-ticket', serviceId: 'blood' }]);
  });

  it('who is booked types the date and the initials, and goes by Tab and Enter', async () => {
    const { page, edge, shows } = await bench.open();
    const keyboard = new Keyboard(page);
    await keyboard.choose('Check in');
    await keyboard.choose('Type my birth date');
    await shows('birth-date-page');
    await keyboard.typeDate('14031958');
    await keyboard.press('Enter');
    await keyboard.choose('10:40');
    await page.getByText('Your initials').first().waitFor();
    await keyboard.type('mo');
    await keyboard.press('Enter');
    await shows('ticket-page');
    expect(edge.identifications).toEqual([
      { birthDate: '1958-03-14' },
      { identificationId: 'i1', initials: 'M. O.', time: '10:40' },
    ]);
  });

  it('a new patient types into each field as it comes, and skips the rest', async () => {
    const { page, edge, shows } = await bench.open();
    const keyboard = new Keyboard(page);
    await keyboard.choose('I have no appointment');
    await keyboard.choose('I am new here');
    await page.getByText('What is your family name?').first().waitFor();
    await keyboard.type('taj');
    await keyboard.press('Enter');
    for (const question of ['given name?', 'born?', 'documents?', 'phone number?']) {
      await page.locator('register-page h1').getByText(question).waitFor();
      await keyboard.choose('Skip this');
    }
    await shows('services-page');
    expect(edge.commands).toMatchObject([{ type: 'register-patient', patient: { name: { family: 'Taj' } } }]);
  });

  it('goes backwards by the arrow that points backwards, in Arabic to the right', async () => {
    const { page, shows } = await bench.open();
    const keyboard = new Keyboard(page);
    await keyboard.choose('العربية');
    await page.getByText('ليس لدي موعد').waitFor();
    await keyboard.goTo('ليس لدي موعد', 'ArrowLeft');
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await shows('identify-page');
  });

  it('calls for help, and goes on where it was', async () => {
    const { page, edge, shows } = await bench.open();
    const keyboard = new Keyboard(page);
    await keyboard.choose('Check in');
    await shows('identify-page');
    await keyboard.choose('I need help', 'ArrowUp');
    await shows('help-page');
    await keyboard.choose('Go on here');
    await shows('identify-page');
    expect(edge.commands).toMatchObject([{ type: 'request-help', kind: 'assistance' }]);
  });
});

it('every page is found by keys and by ear, with nothing serious for axe-core', async () => {
  const kiosk = await bench.open();
  const { page } = kiosk;
  await new Keypad(page).listen();
  const faults: string[] = [];
  let before = '';
  await walkEveryPage(kiosk, 'en', async (tag, name) => {
    const found = await seriousFaults(page, { colours: true });
    // Any key answers it, and it is gone.
    if (tag !== 'kiosk-still-there') {
      const { question, focus } = await pageForKeys(page);
      if (question !== before && !pressed.has(tag) && focus !== question) found.push(`the focus begins at "${focus}"`);
      before = question;
      found.push(...(await faultsOfKeys(page)), ...(await faultsOfGuide(page)));
    }
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  });
  expect(faults).toEqual([]);
});

/** Where something was pressed before it is looked at, and the focus is there. */
const pressed = new Set(['idle-page', 'birth-date-page']);

async function faultsOfKeys(page: Page): Promise<string[]> {
  const { question, choices } = await pageForKeys(page);
  const missed = await new Keyboard(page).missedByTab(choices);
  return [
    ...(question === '' ? ['has no heading'] : []),
    ...missed.map((choice) => `Tab does not come by "${choice}"`),
  ];
}

/** Plugs headphones in, listens to the page, and goes through its choices. */
async function faultsOfGuide(page: Page): Promise<string[]> {
  const { question, choices } = await pageForKeys(page);
  const keys = new Keypad(page);
  await new Keyboard(page).letGo();
  await keys.nothingYet();
  await keys.send('F15');
  await keys.hears(question.replace(/([A-Z])(\d)(\d)(\d)/, '$1 $2 $3 $4').replace(/[^.?!]$/, '$&.'));
  for (const _choice of choices) await keys.send('ArrowDown');
  const heard = (await keys.heard()).join(' ').replace(/\s+/g, '');
  await keys.send('F16');
  return choices.filter((choice) => !heard.includes(choice)).map((choice) => `the guide does not say "${choice}"`);
}
