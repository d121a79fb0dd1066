/** What somebody does at the soaked kiosk, one kind of session each, up to where they stand still or go. */
import type { Locator, Page } from 'playwright-core';
import type { PatientHands } from './hands.ts';
import type { Booked } from './soak-clinic.ts';
import { digitsOf, tracesOf, type SoakPerson } from './soak-people.ts';

export const sessionKinds = [
  'walk-in',
  'code',
  'passport',
  'birth-date',
  'phone-end',
  'new',
  'returning',
  'language',
  'abandoned-name',
  'abandoned-answer',
] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** Whoever comes, as this kind of session needs them. */
export interface Visitor {
  readonly booked: Booked;
  readonly regular: SoakPerson;
  readonly newcomer: SoakPerson;
}
export interface SoakSession {
  /** What nothing may hold afterwards. */
  readonly traces: readonly string[];
  /** They go without a word: the kiosk has to notice. */
  readonly isLeft: boolean;
}

/** Those who need an appointment of their own. */
export const isOfBooked = (kind: SessionKind): boolean =>
  ['code', 'passport', 'birth-date', 'phone-end', 'abandoned-answer'].includes(kind);

export async function playSession(
  hands: PatientHands,
  kind: SessionKind,
  { booked, regular, newcomer }: Visitor,
): Promise<SoakSession> {
  const { page } = hands;
  const { person } = booked;
  switch (kind) {
    case 'walk-in':
      await walkIn(page);
      return { traces: [], isLeft: false };
    case 'code':
      await hands.scan([booked.code]);
      await ticketIn(page).waitFor();
      return { traces: tracesOf(person, booked.code), isLeft: true };
    case 'passport':
      await hands.scan(person.passport);
      await ticketIn(page).waitFor();
      return { traces: tracesOf(person), isLeft: false };
    case 'birth-date':
      await askedForTime(hands, booked);
      await hands.letters(`${person.given[0]}${person.family[0]}`);
      await next(page.locator('kiosk-keyboard'));
      await ticketIn(page).waitFor();
      return { traces: tracesOf(person), isLeft: true };
    case 'phone-end':
      await bornOn(hands, person);
      await page.locator('confirm-page foyer-button.wide').first().click();
      await hands.digits(person.phone.slice(-4));
      await next(page.locator('kiosk-keypad'));
      await ticketIn(page).waitFor();
      return { traces: tracesOf(person), isLeft: false };
    case 'new':
      await register(hands, newcomer);
      return { traces: tracesOf(newcomer), isLeft: false };
    case 'returning':
      await hands.scan(regular.passport);
      await page.locator('returning-page foyer-button').first().click();
      await hands.digits(newcomer.phone);
      await next(page.locator('kiosk-keypad'));
      await page.locator('returning-page foyer-door.on').click();
      await page.locator('services-page foyer-door').first().click();
      await ticketIn(page).waitFor();
      return { traces: [...tracesOf(regular), ...tracesOf(newcomer)], isLeft: true };
    case 'language':
      await page.locator('kiosk-toolbar foyer-button[lang="ar"]').click();
      await page.locator('html[lang="ar"]').waitFor({ state: 'attached' });
      await walkIn(page);
      return { traces: [], isLeft: true };
    case 'abandoned-name':
      await beginsToRegister(hands, newcomer);
      return { traces: tracesOf(newcomer), isLeft: true };
    case 'abandoned-answer':
      await askedForTime(hands, booked);
      return { traces: tracesOf(person), isLeft: true };
  }
}

async function walkIn(page: Page): Promise<void> {
  await page.locator('idle-page .walk-in').click();
  await page.locator('services-page foyer-door').first().click();
  await ticketIn(page).waitFor();
}

async function bornOn(hands: PatientHands, { birthDate }: SoakPerson): Promise<void> {
  const { page } = hands;
  await page.locator('idle-page .check-in').click();
  await page.locator('identify-page .doors foyer-button, identify-page .doors foyer-door').last().click();
  await hands.digits(digitsOf(birthDate));
  await next(page.locator('kiosk-keypad'));
  await page.locator('confirm-page .times').waitFor();
}

async function askedForTime(hands: PatientHands, { person, time }: Booked): Promise<void> {
  await bornOn(hands, person);
  await hands.page.locator('confirm-page .times').getByText(time, { exact: true }).click();
  await hands.page.locator('confirm-page kiosk-field').waitFor();
}

/** The family name on the screen's keys, the given names on a keyboard. */
async function beginsToRegister(hands: PatientHands, { family, given }: SoakPerson): Promise<void> {
  const { page } = hands;
  await page.locator('idle-page .walk-in').click();
  await page.locator('services-page foyer-button.wide').first().click();
  await page.locator('register-page kiosk-keyboard .hg-button').first().waitFor();
  await hands.letters(family);
  await next(page.locator('kiosk-keyboard'));
  await page.getByText('2 of 5').waitFor();
  await hands.type(given);
}

async function register(hands: PatientHands, newcomer: SoakPerson): Promise<void> {
  const { page } = hands;
  await beginsToRegister(hands, newcomer);
  await next(page.locator('kiosk-keyboard'));
  await page.locator('register-page kiosk-date').waitFor();
  await hands.digits(digitsOf(newcomer.birthDate));
  await next(page.locator('kiosk-keypad'));
  await page.locator('register-page .doors foyer-door').first().click();
  await hands.digits(newcomer.phone);
  await next(page.locator('kiosk-keypad'));
  await page.locator('services-page foyer-door').first().click();
  await ticketIn(page).waitFor();
}

const ticketIn = (page: Page): Locator => page.locator('ticket-page foyer-number').first();

async function next(keys: Locator): Promise<void> {
  await keys.getByRole('button', { name: 'Next' }).click();
}
