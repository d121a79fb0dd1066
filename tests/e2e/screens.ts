// A screen of the clinic as a browser page: enrolled by the code it shows and an administrator's approval.

import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface ScreenPlace {
  readonly path: string;
  readonly role: 'kiosk' | 'display' | 'staff-tablet';
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
}
export interface ClinicAccess {
  /** `https://<address>:<port>`, as the screens reach it. */
  readonly tlsUrl: string;
  /** On this machine, for the administrator's act. */
  readonly url: string;
  readonly adminToken: string;
}

export async function enrolScreen(browser: Browser, clinic: ClinicAccess, place: ScreenPlace): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: place.viewport, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`${clinic.tlsUrl}${place.path}`);
  expect(await page.evaluate(() => globalThis.isSecureContext)).toBe(true);
  const shown = page.locator('foyer-enrol .code');
  await expect
    .poll(async () => (await shown.textContent())?.trim() ?? '', { timeout: 30_000 })
    .toMatch(/^[A-Z0-9]{4}-?[A-Z0-9]{4}$/);
  const code = (await shown.textContent())?.trim();
  const approved = await fetch(`${clinic.url}/api/v1/enrolments/approve`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clinic.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ code, role: place.role, name: place.name }),
  });
  expect(approved.status).toBe(200);
  await page.locator('foyer-enrol').waitFor({ state: 'detached', timeout: 30_000 });
  return page;
}

/** Nothing serious or critical by axe-core. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    return (await checker.run()).violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 160)) }));
  });
  expect(violations).toEqual([]);
}
