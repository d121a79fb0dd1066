// A real Chromium for the tests of screens: one browser for a test file, a fresh context for each page.

import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The same Chromium without a desktop around it, where the machine has it: a fifth less work for each page. */
const withoutDesktop = '/usr/bin/chromium-headless-shell';

export function launchChromium(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: existsSync(withoutDesktop) ? withoutDesktop : '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage', '--font-render-hinting=none'],
      ...args,
    ],
  });
}

export interface OpenedPage {
  readonly page: Page;
  /** What the page complained about: errors, refused loads, breaches of the content security policy. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

/**
 * What axe-core finds that is serious or critical, one line each: `rule: selector`. `colours`: also words too pale for
 * what is behind them, which costs twice as much as all the rest. Every colour is held to more where the styles are read
 * (tokens.test.ts), so that this is asked only where each page of an app is looked at.
 */
export async function seriousFaults(page: Page, { colours = false } = {}): Promise<string[]> {
  // Evaluated through the protocol, so the page's content security policy stays as it is; once for each page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (withColours) => {
    interface Violation {
      readonly id: string;
      readonly impact: string | null;
      readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
    }
    const { axe } = globalThis as unknown as {
      axe: {
        readonly _audit: { readonly rules: readonly { readonly id: string; readonly impact: string | null }[] };
        run(options: object): Promise<{ violations: readonly Violation[] }>;
      };
    };
    // A rule's own impact is that of whatever it finds: the milder ones are not asked at all.
    const milder = axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate');
    const unasked = [...milder.map(({ id }) => id), ...(withColours ? [] : ['color-contrast'])];
    const rules = Object.fromEntries(unasked.map((id) => [id, { enabled: false }]));
    const { violations } = await axe.run({ resultTypes: ['violations'], rules });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  }, colours);
}

/** Everything that the page's memory still holds, as the text of a heap snapshot, after a full collection of garbage. */
export async function memoryOf(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.detach();
  return chunks.join('');
}
