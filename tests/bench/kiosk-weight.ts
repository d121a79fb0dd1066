/**
 * What a kiosk with an empty cache fetches from the real edge, in real Chromium: the scripts until its first screen
 * stands, the scripts of a walk-in's whole way and all that is loaded on it, and every byte until the ticket shows,
 * fonts included, in each language. Sizes are as they come over the line.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type BenchClinic, makeBenchClinic, repositoryRoot } from './kit/bench-clinic.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import { launchChromium } from './kit/chromium.ts';
import { startEdge } from './kit/edge-process.ts';
import type { Figure } from './kit/figure.ts';
import { type Fetched, recordTraffic } from './kit/page-traffic.ts';
import { RunRefused } from './kit/run-refused.ts';
import type { RunOptions } from './kit/run-options.ts';
import { leastRounds, quickRounds } from './kit/rounds.ts';
import { median } from './kit/statistics.ts';

const bytesInKb = 1024;
/** As the portrait kiosk of a clinic stands. */
const viewport = { width: 1080, height: 1920 };

interface Walk {
  readonly firstScreenScripts: number;
  readonly walkScripts: number;
  readonly allBytes: number;
}

export const kioskWeight: Bench = {
  name: 'kiosk-weight',
  about: 'what the kiosk fetches until its first screen and until a walk-in holds a ticket',
  run: measure,
};

async function measure(options: RunOptions): Promise<BenchOutcome> {
  requireBuiltKiosk();
  const clinic = makeBenchClinic({ seed: options.seed, kiosks: 1, displays: 0 });
  const browser = await launchChromium();
  try {
    const edge = await startEdge({ clinic });
    const { languages } = clinic.configuration;
    const rounds = options.quick ? quickRounds : leastRounds;
    const walks = new Map<string, Walk[]>(languages.map((code) => [code, []]));
    for (let round = 0; round < rounds; round++)
      for (const code of options.quick ? languages.slice(0, 1) : languages)
        walks.get(code)?.push(await walkIn(browser, edge.url, clinic, code, languages[0]!));
    await edge.stop();
    return { figures: figuresOf(walks), runs: rounds };
  } finally {
    await browser.close();
    clinic.remove();
  }
}

function figuresOf(walks: ReadonlyMap<string, readonly Walk[]>): readonly Figure[] {
  const all = [...walks.values()].flat();
  const kb = (name: string, bytes: number, bound: number): Figure => ({
    name,
    value: bytes / bytesInKb,
    unit: 'KB',
    goal: { of: 'value', op: '<=', bound },
  });
  return [
    kb('scripts to the first screen', median(all.map((walk) => walk.firstScreenScripts)), 60),
    kb('scripts of the walk-in path', Math.max(...all.map((walk) => walk.walkScripts)), 130),
    ...[...walks]
      .filter(([, measured]) => measured.length > 0)
      .map(([code, measured]) =>
        kb(`all bytes until the ticket, ${code}`, median(measured.map((walk) => walk.allBytes)), 500),
      ),
  ];
}

async function walkIn(
  browser: Browser,
  url: string,
  clinic: BenchClinic,
  language: string,
  firstLanguage: string,
): Promise<Walk> {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const credential = { token: clinic.kiosks[0]!, deviceId: '', role: 'kiosk', name: 'Kiosk 1' };
    await page.addInitScript(enrolAndWatch, JSON.stringify(credential));
    const traffic = await recordTraffic(await context.newCDPSession(page));
    await page.goto(`${url}/kiosk/`);
    await page.locator('idle-page .walk-in').waitFor();
    const firstScreenAt = await page.evaluate(() => (globalThis as unknown as Watched).firstScreenAt);

    if (language !== firstLanguage) {
      await page.locator(`kiosk-toolbar foyer-button[lang="${language}"]`).click();
      await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
    }
    await page.locator('idle-page .walk-in').click();
    await page.locator('services-page foyer-door').first().click();
    await page.locator('ticket-page foyer-number').waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForLoadState('networkidle');
    return weigh(traffic.fetched, firstScreenAt);
  } finally {
    await context.close();
  }
}

interface Watched {
  firstScreenAt: number;
}

/** Runs in the page before its own scripts: an enrolled kiosk, and the moment its first screen stands. */
function enrolAndWatch(credential: string): void {
  localStorage.setItem('foyer.credential.kiosk', credential);
  const look = (): void => {
    const idle = document.querySelector('foyer-kiosk')?.shadowRoot?.querySelector('idle-page');
    if (idle?.shadowRoot?.querySelector('foyer-door') == null) requestAnimationFrame(look);
    else (globalThis as unknown as Watched).firstScreenAt = Date.now();
  };
  requestAnimationFrame(look);
}

function weigh(fetched: readonly Fetched[], firstScreenAt: number): Walk {
  const scripts = fetched.filter(({ kind }) => kind === 'Script');
  return {
    firstScreenScripts: sum(scripts.filter(({ askedAt }) => askedAt <= firstScreenAt)),
    walkScripts: sum(scripts),
    allBytes: sum(fetched),
  };
}

function sum(fetched: readonly Fetched[]): number {
  return fetched.reduce((total, { bytes }) => total + bytes, 0);
}

function requireBuiltKiosk(): void {
  const page = join(repositoryRoot, 'kiosk-ui', 'dist', 'index.html');
  if (statSync(page, { throwIfNoEntry: false }) === undefined)
    throw new RunRefused('not-built', 'the kiosk is not built: npm run build');
}
