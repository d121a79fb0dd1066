/**
 * A morning of sixty arrivals, three times over: at the kiosk, at a desk with Foyer, and at a desk with a printed list
 * and a program that is typed into. Kiosk and desk are the real pages on the real edge, worked by scripts that count each
 * touch, key and word and measure each wait for the screen; how long a person takes for one of them is in
 * `front-office/times.json`, with its source. The staff minutes are simulated, and are called so.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { arrivalKinds, arrivalsOfMorning, inSomeOrder, isBooked, type ArrivalKind } from './front-office/arrivals.ts';
import { atTheDesk } from './front-office/at-the-desk.ts';
import { atTheKiosk, endsAtDesk } from './front-office/at-the-kiosk.ts';
import { morningClinic, type Booked, type MorningClinic } from './front-office/clinic.ts';
import { secondsOf, type Effort } from './front-office/effort.ts';
import { onPaper } from './front-office/on-paper.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { repositoryRoot } from './kit/bench-clinic.ts';
import { launchChromium } from './kit/chromium.ts';
import { type EdgeProcess, startEdge } from './kit/edge-process.ts';
import type { Figure } from './kit/figure.ts';
import { createRandom } from './kit/random.ts';
import { RunRefused } from './kit/run-refused.ts';
import type { RunOptions } from './kit/run-options.ts';

/** Of as many kinds. */
const quickArrivals = 3;

export const frontOffice: Bench = {
  name: 'front-office',
  about: 'staff minutes for each of sixty arrivals: kiosk, desk with Foyer, paper and typing (simulated)',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  for (const screen of ['kiosk-ui', 'staff-ui']) {
    if (!existsSync(join(repositoryRoot, screen, 'dist', 'index.html'))) {
      throw new RunRefused('not-built', 'the screens are not built: npm run build');
    }
  }
  const random = createRandom(options.seed);
  const kinds = options.quick
    ? inSomeOrder(arrivalKinds, random).slice(0, quickArrivals)
    : inSomeOrder(arrivalsOfMorning, random);
  const morning = await morningClinic(random, { seed: options.seed, booked: 2 * kinds.length, others: kinds.length });
  const browser = await launchChromium();
  let edge: EdgeProcess | undefined;
  try {
    edge = await startEdge({ clinic: morning.clinic });
    const byKiosk = await kioskMorning(browser, edge.url, morning, kinds);
    const atDesk = await deskMorning(browser, edge.url, morning, kinds);
    // More than it takes: the desk gives no second number to who comes with one.
    const atKiosk = byKiosk.map((effort, index) => (endsAtDesk(kinds[index]!) ? atDesk[index]! : effort));
    const paper = kinds.map((kind, index) => onPaper(kind, whoIs(kind, index, morning), 'A012', '10:40'));
    options.say(`${kinds.length} arrivals; seconds of staff for each kind, simulated:`);
    for (const line of byKind(kinds, { kiosk: atKiosk, desk: atDesk, paper })) options.say(line);
    return {
      runs: 1,
      figures: [
        minutes('kiosk, staff minutes a patient (simulated)', atKiosk),
        minutes('desk with Foyer, staff minutes a patient (simulated)', atDesk),
        minutes('paper and typing, staff minutes a patient (simulated)', paper),
      ],
    };
  } finally {
    await browser.close();
    await edge?.stop();
    morning.clinic.remove();
  }
}

async function kioskMorning(
  browser: Browser,
  url: string,
  morning: MorningClinic,
  kinds: readonly ArrivalKind[],
): Promise<readonly Effort[]> {
  const { clinic, booked } = morning;
  const page = await (await browser.newContext({ viewport: { width: 1080, height: 1920 }, locale: 'en-GB' })).newPage();
  const credential = { token: clinic.kiosks[0]!, deviceId: '', role: 'kiosk', name: 'Kiosk 1' };
  await page.addInitScript((kept) => localStorage.setItem('foyer.credential.kiosk', kept), JSON.stringify(credential));
  await page.goto(`${url}/kiosk/`);
  await page.locator('idle-page').waitFor();
  const efforts: Effort[] = [];
  for (const [index, kind] of kinds.entries()) {
    efforts.push(await atTheKiosk(page, kind, booked[index]!));
  }
  await page.context().close();
  return efforts;
}

async function deskMorning(
  browser: Browser,
  url: string,
  morning: MorningClinic,
  kinds: readonly ArrivalKind[],
): Promise<readonly Effort[]> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })).newPage();
  await signIn(page, url, morning);
  const efforts: Effort[] = [];
  for (const [index, kind] of kinds.entries()) {
    efforts.push(await atTheDesk(page, kind, whoIs(kind, index, morning)));
  }
  await page.context().close();
  return efforts;
}

async function signIn(page: Page, url: string, { clinic, clerk }: MorningClinic): Promise<void> {
  await page.goto(`${url}/staff/#${clinic.tabletCodes[0]}`);
  const { deskServiceId = '', servicePoints } = clinic.configuration;
  const desk = servicePoints.find(({ serviceIds }) => serviceIds.includes(deskServiceId));
  await page.getByRole('button', { name: 'Choose the room' }).first().click();
  await page
    .getByRole('button', { name: desk?.name.en ?? '' })
    .first()
    .click();
  await page.getByRole('button', { name: new RegExp(clerk.name) }).click();
  await page.keyboard.type(clerk.pin);
  await page.locator('reception-page').waitFor();
}

/** The second half of those who are booked comes to the desk. */
function whoIs(kind: ArrivalKind, index: number, { booked, others }: MorningClinic): Booked['person'] {
  return isBooked(kind) ? booked[booked.length / 2 + index]!.person : others[index]!;
}

function minutes(name: string, efforts: readonly Effort[]): Figure {
  const seconds = efforts.reduce((total, effort) => total + secondsOf(effort), 0);
  return { name, value: seconds / efforts.length / 60, unit: 'min' };
}

function byKind(kinds: readonly ArrivalKind[], ways: Readonly<Record<string, readonly Effort[]>>): readonly string[] {
  return arrivalKinds.map((kind) => {
    const mean = (efforts: readonly Effort[]): string => {
      const own = efforts.filter((_, index) => kinds[index] === kind).map(secondsOf);
      return (own.reduce((total, seconds) => total + seconds, 0) / own.length).toFixed(1);
    };
    return `  ${kind.padEnd(12)}${Object.entries(ways)
      .map(([way, efforts]) => `${way} ${mean(efforts)} s`)
      .join(', ')}`;
  });
}
