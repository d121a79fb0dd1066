// The README's "Ten minutes", step by step, as whoever read it would try: cables pulled on the page of virtual devices,
// the screens that `npm start` prints, and what they say meanwhile.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClinicDay, ClinicList } from '@foyer/contracts/centre-api.ts';
import type { Board } from '@foyer/contracts/board-view.ts';
import type { DemoFile } from '@foyer/demo/launch/demo-file.ts';
import { launchChromium } from '@foyer/ui-kit/testing/chromium.ts';
import { Demonstration } from './demonstration.ts';
import { EmptyEdge } from './empty-edge.ts';

const patience = { timeout: 30_000 };
const demonstration = new Demonstration();
const empty = new EmptyEdge();
let browser: Browser;
let facts: DemoFile;
let devices: Page;
let kiosk: Page;
let wall: Page;
let nurse: Page;
let other: Page;
let lastTaken = '';

beforeAll(async () => {
  await demonstration.start();
  facts = demonstration.facts();
  browser = await launchChromium();
  devices = await open(facts.devices.url, 1440, 900);
  kiosk = await open(link('Kiosk'), 1080, 1920);
  wall = await open(link('Wall display'), 1920, 1080);
  nurse = await open(link('Nurse'), 1280, 800);
  other = await open(link('Reception'), 1280, 800);
});
afterAll(async () => {
  await browser?.close();
  await demonstration.stop();
  await empty.stop();
});

/** As printed for this machine, with its one-time code. */
function link(title: string): string {
  const line = demonstration.lines.find((said) => said.startsWith(`  ${title} `)) ?? '';
  return line.trim().split(/\s+/).at(-1) ?? '';
}

async function open(url: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const pull = (name: string) => devices.getByRole('button', { name, exact: true }).click();
/** As many as there are, in the order of the page. */
const numbersOn = (page: Page) =>
  page
    .locator('foyer-number')
    .evaluateAll((elements) => elements.map((element) => (element as unknown as { value: string }).value));

async function signIn(page: Page, name: string, room: string): Promise<void> {
  const pin = facts.staff.find((member) => member.name === name)?.pin ?? '';
  await page.getByRole('button', { name: 'Choose the room' }).click();
  await page.getByRole('button', { name: room }).first().click();
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.keyboard.type(pin);
  await page.getByRole('button', { name: /Call next/ }).waitFor(patience);
}

/** Takes a number for a doctor, without an appointment. */
async function takeNumber(): Promise<string> {
  await kiosk.getByRole('button', { name: /I have no appointment/ }).click();
  await kiosk.getByRole('button', { name: /^Doctor/ }).click();
  await kiosk.getByText('Please go to').waitFor(patience);
  const [number = ''] = await numbersOn(kiosk);
  await kiosk.getByRole('button', { name: 'Start again' }).click();
  await kiosk.getByText('I have no appointment').waitFor(patience);
  return number;
}

async function board(): Promise<Board> {
  const { url, tokens } = facts.edge;
  const answer = await fetch(`${url}/api/v1/board`, { headers: { authorization: `Bearer ${tokens.supervisor}` } });
  return (await answer.json()) as Board;
}

async function arrivedAtTheCentre(): Promise<number> {
  const headers = { authorization: `Bearer ${facts.pms.tokens.clinicAdmin}` };
  const get = async <T>(path: string) => (await (await fetch(`${facts.pms.url}${path}`, { headers })).json()) as T;
  const { clinics } = await get<ClinicList>('/api/v1/clinics');
  return (await get<ClinicDay>(`/api/v1/clinics/${clinics[0]?.id}/day`)).arrived;
}

describe('ten minutes with a clinic', () => {
  it('pull the internet: the clinic goes on, says so, and the centre hears of everything later', async () => {
    await signIn(nurse, 'Amira Haddad', 'Room 1');
    const before = await arrivedAtTheCentre();
    await pull('Internet: Pulled out');
    const number = await takeNumber();
    await nurse.getByText(number).first().waitFor(patience);
    await nurse.getByText(/^No line to the office: \d+ entr(y|ies) wait/).waitFor(patience);
    expect(await arrivedAtTheCentre()).toBe(before);
    await pull('Internet: Plugged in');
    await expect.poll(arrivedAtTheCentre, { timeout: 60_000, interval: 500 }).toBe(before + 1);
  });

  it('pull the printer: the number stays on the screen, and the tablets say who has no paper', async () => {
    await pull('Power: Off');
    const number = await takeNumber();
    await nurse.getByText('The ticket printer does not print.').waitFor(patience);
    await nurse.getByText(number).first().waitFor(patience);
    await pull('Power: On');
    await nurse.getByText('The ticket printer does not print.').waitFor({ state: 'detached', ...patience });
  });

  it('press next on two tablets at once: two people are called, to two rooms', async () => {
    await signIn(other, 'Daniel Osei', 'Room 2');
    await Promise.all([nurse, other].map((page) => page.getByRole('button', { name: /Call next/ }).click()));
    await expect.poll(async () => (await board()).calls.length, patience).toBe(2);
    const { calls } = await board();
    expect(new Set(calls.map(({ ticketId }) => ticketId)).size).toBe(2);
    expect(new Set(calls.map(({ servicePointId }) => servicePointId)).size).toBe(2);
    await expect
      .poll(() => numbersOn(wall), patience)
      .toEqual(expect.arrayContaining(calls.map(({ number }) => number)));
  });

  it('kill the box: it is back in seconds with every number, and the screens find it by themselves', async () => {
    const waiting = await takeNumber();
    await pull('The box: Pull its plug');
    await expect
      .poll(() => demonstration.lines.some((line) => line.includes('edge ended by itself (SIGKILL)')), patience)
      .toBe(true);
    await nurse.getByText(waiting).first().waitFor(patience);
    lastTaken = await takeNumber();
    await nurse.getByText(lastTaken).first().waitFor(patience);
  });

  it('try to leave the kiosk’s page: it stays', async () => {
    await kiosk.goBack().catch(() => undefined);
    await kiosk.mouse.click(540, 300, { button: 'right' });
    await kiosk.keyboard.press('Control+p');
    await kiosk.keyboard.press('Alt+ArrowLeft');
    expect(new URL(kiosk.url()).pathname).toBe('/kiosk/');
    await kiosk.getByText('I have no appointment').waitFor(patience);
  });

  it('use your own phone: the printed code opens the number’s own page', async () => {
    const printed = async () =>
      (await (await fetch(`${facts.virtualPrinter.url}/tickets`)).json()) as { text: string; qr: string[] }[];
    await expect.poll(async () => (await printed()).at(-1)?.text, patience).toContain(lastTaken);
    const phone = await open((await printed()).at(-1)?.qr[0] ?? '', 390, 844);
    await expect.poll(() => numbersOn(phone), patience).toContain(lastTaken);
  });

  it('start from empty: the console’s code opens the set-up', async () => {
    const { url, code } = await empty.start();
    const page = await open(url, 1280, 800);
    await page.getByLabel('One-time code').fill(code);
    await page.keyboard.press('Enter');
    await page.getByLabel('Name of the clinic').waitFor(patience);
  });
});
