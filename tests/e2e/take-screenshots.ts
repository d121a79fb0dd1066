// `npm run screenshots`: the README's pictures, from the demonstration as a user starts it, in the middle of a day.

import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { DemoFile } from '@foyer/demo/launch/demo-file.ts';
import { Demonstration } from './demonstration.ts';

const folder = join(import.meta.dirname, '../../docs/screens');

interface Size {
  readonly width: number;
  readonly height: number;
}
const sizes = {
  kiosk: { width: 1080, height: 1920 },
  display: { width: 1920, height: 1080 },
  tablet: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  dashboard: { width: 1440, height: 900 },
} satisfies Record<string, Size>;

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const demonstration = new Demonstration();
  await demonstration.start();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--autoplay-policy=no-user-gesture-required'],
  });
  try {
    const facts = demonstration.facts();
    const link = (title: string): string =>
      new RegExp(`^  ${title} +(http\\S+)`).exec(
        demonstration.lines.find((line) => line.startsWith(`  ${title} `)) ?? '',
      )?.[1] ?? '';
    const display = await open(browser, link('Wall display'), sizes.display);
    await aMorning(facts);
    await shoot(display, 'display');
    await kiosk(browser, link('Kiosk'));
    await tablets(browser, facts, link('Nurse'));
    await phone(browser, facts);
    await dashboard(browser, facts);
  } finally {
    await browser.close();
    await demonstration.stop();
  }
}

/** Twenty have arrived, six are in rooms, three have paid. */
async function aMorning(facts: DemoFile): Promise<void> {
  const { tokens } = facts.edge;
  const send = async (token: string, command: object): Promise<Record<string, unknown>> => {
    const commandId = uuidV7(Date.now(), randomBytes(10));
    const answer = await fetch(`${facts.edge.url}/api/v1/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ commandId, ...command }),
    });
    const { result } = (await answer.json()) as { result?: Record<string, unknown> };
    if (result === undefined) throw new Error(`${JSON.stringify(command)} was answered with ${answer.status}`);
    return result;
  };
  for (const { id } of facts.appointments.slice(0, 16)) {
    await send(tokens.reception, { type: 'check-in', appointmentId: id });
  }
  for (const index of [0, 1, 2, 1]) {
    await send(tokens.reception, {
      type: 'issue-ticket',
      serviceId: facts.services[index]?.id,
      needs: index === 1 ? ['mobility'] : [],
    });
  }
  await send(tokens.cashier, { type: 'open-till', floatMinor: 10_000 });
  for (const round of [1, 2]) {
    for (const { id: servicePointId } of facts.servicePoints.slice(0, 6)) {
      const called = await send(tokens.supervisor, {
        type: 'call-next',
        servicePointId,
        ...(round === 2 && { finishCurrent: true }),
      });
      const ticket = called['ticket'] as { id: string; serviceId: string };
      if (round === 1) await send(tokens.supervisor, { type: 'confirm-arrival', servicePointId, ticketId: ticket.id });
      if (round === 1 && servicePointId !== facts.servicePoints[5]?.id) {
        await send(tokens.cashier, { type: 'record-charge', ticketId: ticket.id, serviceId: ticket.serviceId });
      }
    }
  }
}

async function open(browser: Browser, url: string, viewport: Size): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
  await page.goto(url);
  return page;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(2_500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function kiosk(browser: Browser, url: string): Promise<void> {
  const page = await open(browser, url, sizes.kiosk);
  await shoot(page, 'kiosk-idle');
  await page.getByRole('button', { name: /no appointment/ }).click();
  await page.getByRole('button', { name: /^Doctor/ }).click();
  await page.getByText('Your ticket is below.').waitFor();
  await shoot(page, 'kiosk-ticket');
}

async function tablets(browser: Browser, facts: DemoFile, url: string): Promise<void> {
  const page = await open(browser, url, sizes.tablet);
  const signIn = async (role: string): Promise<void> => {
    const member = facts.staff.find(({ roles }) => roles[0] === role);
    await page.getByRole('button', { name: new RegExp(member?.name ?? '') }).click();
    await page.keyboard.type(member?.pin ?? '');
  };
  await page.getByRole('button', { name: 'Choose the room' }).click();
  await page.getByRole('button', { name: 'Room 3' }).first().click();
  await signIn('nurse');
  await shoot(page, 'staff-nurse');
  await page.getByRole('button', { name: 'Lock' }).click();
  await signIn('cashier');
  await shoot(page, 'staff-reception');
  await page.getByRole('button', { name: 'Till', exact: true }).click();
  await page.locator('till-bills').getByRole('button').first().click();
  for (const digit of '5000') await page.getByRole('button', { name: digit, exact: true }).click();
  await shoot(page, 'staff-till');
}

async function phone(browser: Browser, facts: DemoFile): Promise<void> {
  const headers = { authorization: `Bearer ${facts.edge.tokens.supervisor}` };
  const board = (await (await fetch(`${facts.edge.url}/api/v1/board`, { headers })).json()) as {
    tickets: { publicId: string; state: string }[];
  };
  const waiting = board.tickets.filter(({ state }) => state === 'waiting');
  await shoot(await open(browser, `${facts.edge.url}/t/${waiting[3]?.publicId}`, sizes.phone), 'ticket-phone');
}

async function dashboard(browser: Browser, facts: DemoFile): Promise<void> {
  const page = await open(browser, facts.pms.url, sizes.dashboard);
  await page.getByLabel('E-mail address').fill(facts.pms.users[0]?.email ?? '');
  await page.getByLabel('Password').fill(facts.pms.users[0]?.password ?? '');
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByText('How is today going?').waitFor();
  await shoot(page, 'dashboard');
}

await main();
