// `npm run screenshots`: the README's pictures, from the demonstration as a user starts it, at twenty past ten.
// `npm run screenshots -- FOLDER` writes them somewhere else, to be looked at first.

import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { Board, Ticket } from '@foyer/contracts/board-view.ts';
import type { BenchView } from '@foyer/demo/devices/bench-view.ts';
import type { DemoFile } from '@foyer/demo/launch/demo-file.ts';
import { Demonstration } from './demonstration.ts';
import { paintPatientsWay } from './patients-way.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../docs/screens');

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

/** Whose way it is: booked for 10:40 with a doctor. */
const ourPatient = 8;
/** Room 3, which serves doctors' patients. */
const ourRoom = 2;

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const aheadMs = untilTwentyPastTen(new Date());
  const demonstration = new Demonstration({
    NODE_OPTIONS: `--import=${join(import.meta.dirname, '../integration/demonstration/clock-ahead.ts')}`,
    CLOCK_AHEAD_MS: String(aheadMs),
    // The clinic's clock is the browser's.
    TZ: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  await demonstration.start();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--autoplay-policy=no-user-gesture-required'],
  });
  try {
    const facts = demonstration.facts();
    const clinic = new Clinic(facts, () => Date.now() + aheadMs);
    const link = (title: string): string =>
      new RegExp(`^  ${title} +(http\\S+)`).exec(
        demonstration.lines.find((line) => line.startsWith(`  ${title} `)) ?? '',
      )?.[1] ?? '';
    const display = await open(browser, link('Wall display'), sizes.display);
    await aMorning(clinic);
    const ticket = await kiosk(browser, clinic, link('Kiosk'));
    await paper(facts);
    await clinic.send('supervisor', {
      type: 'call-ticket',
      servicePointId: facts.servicePoints[ourRoom]?.id,
      ticketId: ticket.id,
      reason: 'The one whose way it is',
      finishCurrent: 'completed',
    });
    await untilLargest(display, ticket.number);
    await shoot(display, 'display');
    await tablets(browser, clinic, link('Nurse'), ticket);
    await phone(browser, clinic);
    await dashboard(browser, facts);
    await paintPatientsWay(browser, folder);
  } finally {
    await browser.close();
    await demonstration.stop();
  }
}

function untilTwentyPastTen(now: Date): number {
  const then = new Date(now);
  then.setHours(10, 20, 0, 0);
  if (then <= now) then.setDate(then.getDate() + 1);
  return then.getTime() - now.getTime();
}

/** The edge, asked by the demonstration's staff. */
class Clinic {
  readonly facts: DemoFile;
  readonly #now: () => number;

  constructor(facts: DemoFile, now: () => number) {
    this.facts = facts;
    this.#now = now;
  }

  async send(as: keyof DemoFile['edge']['tokens'], command: object): Promise<Record<string, unknown>> {
    const { url, tokens } = this.facts.edge;
    const answer = await fetch(`${url}/api/v1/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens[as]}`, 'content-type': 'application/json' },
      body: JSON.stringify({ commandId: uuidV7(this.#now(), randomBytes(10)), ...command }),
    });
    const { result } = (await answer.json()) as { result?: Record<string, unknown> };
    if (result === undefined) throw new Error(`${JSON.stringify(command)} was answered with ${answer.status}`);
    return result;
  }

  async waiting(): Promise<readonly Ticket[]> {
    const { url, tokens } = this.facts.edge;
    const answer = await fetch(`${url}/api/v1/board`, { headers: { authorization: `Bearer ${tokens.supervisor}` } });
    return ((await answer.json()) as Board).tickets.filter(({ state }) => state === 'waiting');
  }
}

/** Nineteen have arrived, six are in rooms, three have paid. */
async function aMorning(clinic: Clinic): Promise<void> {
  const { appointments, services, servicePoints } = clinic.facts;
  for (const { id } of appointments.slice(0, 16).toSpliced(ourPatient, 1)) {
    await clinic.send('reception', { type: 'check-in', appointmentId: id });
  }
  for (const index of [0, 1, 2, 1]) {
    await clinic.send('reception', {
      type: 'issue-ticket',
      serviceId: services[index]?.id,
      needs: index === 1 ? ['mobility'] : [],
    });
  }
  await clinic.send('cashier', { type: 'open-till', floatMinor: 10_000 });
  for (const round of [1, 2]) {
    for (const { id: servicePointId } of servicePoints.slice(0, 6)) {
      const called = await clinic.send('supervisor', {
        type: 'call-next',
        servicePointId,
        ...(round === 2 && { finishCurrent: true }),
      });
      const ticket = called['ticket'] as Ticket;
      if (round === 1)
        await clinic.send('supervisor', { type: 'confirm-arrival', servicePointId, ticketId: ticket.id });
      if (round === 1 && servicePointId !== servicePoints[5]?.id) {
        await clinic.send('cashier', { type: 'record-charge', ticketId: ticket.id, serviceId: ticket.serviceId });
      }
    }
  }
}

async function open(browser: Browser, url: string, viewport: Size): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
  await page.goto(url);
  return page;
}

/** Calls of one moment take turns on the wall. */
async function untilLargest(display: Page, number: string): Promise<void> {
  const shown = display.locator('foyer-number').first();
  for (const deadline = Date.now() + 180_000; Date.now() < deadline; await display.waitForTimeout(200)) {
    if ((await shown.evaluate((element) => (element as unknown as { value: string }).value)) === number) return;
  }
  throw new Error(`the wall did not show ${number}`);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(2_500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** The patient checks in by the code of the appointment. */
async function kiosk(browser: Browser, clinic: Clinic, url: string): Promise<Ticket> {
  const { devices, appointments } = clinic.facts;
  const page = await open(browser, url, sizes.kiosk);
  await shoot(page, 'kiosk-idle');
  const before = new Set((await clinic.waiting()).map(({ id }) => id));
  const { kiosks } = (await (await fetch(`${devices.url}/api/bench`)).json()) as BenchView;
  const scan = { kioskDeviceId: kiosks[0]?.deviceId, format: 'qr', text: appointments[ourPatient]?.qr };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${devices.url}/api/scans`, { method: 'POST', headers, body: JSON.stringify(scan) });
  await page.getByText('Your ticket is below.').waitFor();
  await shoot(page, 'kiosk-ticket');
  const ticket = (await clinic.waiting()).find(({ id }) => !before.has(id));
  if (ticket === undefined) throw new Error('the kiosk gave no number');
  return ticket;
}

/** The last ticket, as the virtual printer printed it. */
async function paper({ virtualPrinter }: DemoFile): Promise<void> {
  const tickets = (await (await fetch(`${virtualPrinter.url}/tickets`)).json()) as { png: string }[];
  const [, data = ''] = (tickets.at(-1)?.png ?? '').split('base64,');
  writeFileSync(join(folder, 'ticket-paper.png'), Buffer.from(data, 'base64'));
}

async function tablets(browser: Browser, clinic: Clinic, url: string, ticket: Ticket): Promise<void> {
  const { staff, servicePoints } = clinic.facts;
  const page = await open(browser, url, sizes.tablet);
  const signIn = async (role: string): Promise<void> => {
    const member = staff.find(({ roles }) => roles[0] === role);
    await page.getByRole('button', { name: new RegExp(member?.name ?? '') }).click();
    await page.keyboard.type(member?.pin ?? '');
  };
  await page.getByRole('button', { name: 'Choose the room' }).click();
  await page.getByRole('button', { name: 'Room 3' }).first().click();
  await signIn('nurse');
  await shoot(page, 'staff-nurse');
  const served = { servicePointId: servicePoints[ourRoom]?.id, ticketId: ticket.id };
  await clinic.send('supervisor', { type: 'finish-service', ...served });
  await clinic.send('cashier', { type: 'record-charge', ticketId: ticket.id, serviceId: ticket.serviceId });
  await page.getByRole('button', { name: 'Lock' }).click();
  await signIn('cashier');
  await shoot(page, 'staff-reception');
  await page.getByRole('button', { name: 'Till', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^${ticket.number}`) }).click();
  for (const digit of '5000') await page.getByRole('button', { name: digit, exact: true }).click();
  await shoot(page, 'staff-till');
}

async function phone(browser: Browser, clinic: Clinic): Promise<void> {
  const waiting = await clinic.waiting();
  await shoot(await open(browser, `${clinic.facts.edge.url}/t/${waiting[3]?.publicId}`, sizes.phone), 'ticket-phone');
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
