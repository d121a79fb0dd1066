/** One arrival at the kiosk, by the patient's own hands; counted is what staff do for it. */
import type { Page } from 'playwright-core';
import { readLine } from '@foyer/ui-kit/testing/a-reader.ts';
import type { Booked } from './clinic.ts';
import type { ArrivalKind } from './arrivals.ts';
import { calledByTouch } from './at-the-desk.ts';
import { metres, said, together, type Effort } from './effort.ts';

/** Where the desk still has to find out who this is: the kiosk gave a number, and no more. */
export const endsAtDesk = (kind: ArrivalKind): boolean => kind === 'not-found' || kind === 'new';

const handsKeyEveryMs = 120;

/** The help that somebody gives who walks over: half of what is touched, they touch. */
const helpSaid = 'Good morning, may I help you? Please type your birth date here. And your initials. There you are.';

export async function atTheKiosk(page: Page, kind: ArrivalKind, { person, time, code }: Booked): Promise<Effort> {
  switch (kind) {
    case 'code':
      await readLine(page, code);
      break;
    case 'birth-date':
    case 'help':
      await byBirthDate(page, person.birthDate, time, `${person.given[0]}${person.family[0]}`);
      break;
    case 'not-found':
      await toTheDesk(page);
      break;
    case 'walk-in':
    case 'new':
      await page.locator('idle-page .walk-in').click();
      await page.locator('services-page foyer-door').first().click();
  }
  await page.locator('ticket-page foyer-number').first().waitFor();
  await page.locator('kiosk-toolbar .nav foyer-button button').last().click();
  await page.locator('idle-page').waitFor();
  const helped =
    kind === 'help' ? together({ metre: 2 * metres.deskToKiosk, touch: 7, thought: 7 }, said(helpSaid)) : {};
  return together(helped, calledByTouch);
}

async function byBirthDate(page: Page, birthDate: string, time: string, initials: string): Promise<void> {
  await page.locator('idle-page foyer-door').first().click();
  await page
    .locator('identify-page')
    .getByRole('button', { name: /birth date/ })
    .first()
    .click();
  const [year = '', month = '', day = ''] = birthDate.split('-');
  for (const digit of `${day}${month}${year}`) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.locator('confirm-page .times').getByText(time, { exact: true }).click();
  await page.locator('confirm-page kiosk-field').waitFor();
  // Keys that follow one another faster are a scanner's.
  await page.keyboard.type(initials, { delay: handsKeyEveryMs });
  await page.keyboard.press('Enter');
}

/** Somebody who is sure to be booked, and is in no list. */
async function toTheDesk(page: Page): Promise<void> {
  await page.locator('idle-page foyer-door').first().click();
  await page
    .locator('identify-page')
    .getByRole('button', { name: /birth date/ })
    .first()
    .click();
  await page.getByRole('button', { name: /not sure/i }).click();
}
