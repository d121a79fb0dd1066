/** One arrival at a desk that has Foyer: the tablet's own page, touched and typed on. */
import type { Locator, Page } from 'playwright-core';
import type { Person } from '../kit/known-people.ts';
import { isBooked, type ArrivalKind } from './arrivals.ts';
import { said, together, type Effort } from './effort.ts';
import { Hands } from './hands.ts';

const greeting = 'Good morning. What is your name, and when were you born?';
const answer = 'My name is Anna Example, the fourth of December nineteen seventy eight';
/** Who waits is called by one touch; the wall and the voice do the rest. */
export const calledByTouch: Partial<Effort> = { touch: 1, thought: 1 };

export async function atTheDesk(page: Page, kind: ArrivalKind, person: Person): Promise<Effort> {
  const hands = new Hands(page);
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  if (isBooked(kind)) {
    const arrived = page.locator('reception-list').getByRole('button', { name: /^Open / });
    const before = await arrived.count();
    await hands.type(find(page), dateTyped(person.birthDate));
    await hands.await(page.locator('reception-list .lit'));
    await hands.press('Enter');
    await hands.await(arrived.nth(before));
  } else {
    if (kind === 'walk-in') await hands.touch(button('Number'));
    else await register(hands, kind, person);
    await hands.touch(page.locator('reception-number-dialog .services foyer-button').first());
    await hands.touch(button('Give the number'));
    await hands.await(page.locator('reception-number-dialog foyer-number'));
    await hands.touch(button('OK'));
    await page.locator('reception-number-dialog').waitFor({ state: 'detached' });
  }
  const isTold = said('Your number is A012. Please take a seat in waiting area two, the screen calls you.');
  return together(said(greeting), said(answer), hands.take(), { hand: 1 }, isTold, calledByTouch);
}

async function register(hands: Hands, kind: ArrivalKind, person: Person): Promise<void> {
  const { page } = hands;
  if (kind === 'not-found') {
    await hands.type(find(page), person.family);
    await hands.await(page.getByText('Nobody found.'));
    hands.add(said('I cannot find you. I shall write you in.'));
  }
  await hands.touch(page.getByRole('button', { name: 'Register', exact: true }).first());
  const dialog = page.locator('reception-register-dialog');
  await hands.type(dialog.getByLabel('Given names'), person.given);
  if (kind !== 'not-found') await hands.type(dialog.getByLabel('Family names'), person.family);
  else await dialog.getByLabel('Family names').fill(person.family);
  await hands.type(dialog.getByLabel('Birth date', { exact: true }), person.birthDate);
  if (kind === 'new') {
    hands.add(said(`And your phone number? ${person.phone}`));
    await hands.type(dialog.getByLabel('Phone'), person.phone);
  }
  await hands.touch(page.getByRole('button', { name: 'Register, then number' }));
  await hands.await(page.locator('reception-number-dialog .services foyer-button').first());
}

const find = (page: Page): Locator => page.getByLabel('Find by name, birth date, phone or number');

function dateTyped(birthDate: string): string {
  const [year, month, day] = birthDate.split('-');
  return `${Number(day)}.${Number(month)}.${year}`;
}
