// What scans at the kiosk itself: a scanner that types, and the camera.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLine } from '@foyer/ui-kit/testing/a-reader.ts';
import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { drawCode, writeFilm } from './drawn-code.ts';
import { KioskBench } from './kiosk.ts';

vi.setConfig({ testTimeout: 60_000 });

const CODE = 'FOYER1.eyJjbGluaWMiOiIxIn0.c2lnbmF0dXJl';
const folder = mkdtempSync(join(tmpdir(), 'foyer-film-'));
const bench = new KioskBench();

beforeAll(async () => {
  const film = join(folder, 'code.y4m');
  writeFilm(film, await drawCode(CODE, 'QRCode', { scale: 8 }));
  await bench.start(film);
});
afterEach(() => bench.closeKiosks());
afterAll(async () => {
  await bench.stop();
  rmSync(folder, { recursive: true });
});

const nobody = { identificationId: 'i1', matched: false, askDesk: true } as const;

/** As a browser answers that was told never to let this page film. */
async function refuseCamera(page: Page): Promise<() => Promise<void>> {
  const real = await page.evaluateHandle(() => navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices));
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  });
  return () => page.evaluate((allowed) => void (navigator.mediaDevices.getUserMedia = allowed), real);
}

describe('a scanner that types', () => {
  it('reads while somebody types their name, and the name stays as it is', async () => {
    const { page, edge, door, shows } = await bench.open({ identify: () => nobody });
    await door('idle-page', 1);
    await shows('services-page');
    await page.locator('services-page .wide button').first().click();
    await shows('register-page');
    const field = page.locator('register-page kiosk-field input');
    const typed: string[] = [];
    await page.exposeFunction('typed', (value: string) => typed.push(value));
    await field.evaluate((input: HTMLInputElement) =>
      input.addEventListener('input', () => (globalThis as unknown as { typed(v: string): void }).typed(input.value)),
    );
    for (const key of 'Ana') {
      await page.keyboard.press(key);
      await vi.waitFor(() => expect(typed.at(-1)?.at(-1)).toBe(key));
    }
    await page.keyboard.press('Backspace');
    await vi.waitFor(() => expect(typed.at(-1)).toBe('An'));
    await readLine(page, CODE);
    await shows('refusal-page');
    expect(edge.identifications).toEqual([{ qr: CODE }]);
    expect(typed).toEqual(['A', 'An', 'Ana', 'An']);
  });
});

describe('the camera of a kiosk', () => {
  it('says that it may not be used, and reads the code that is held before it where it may', async () => {
    const { page, edge, complaints, door, shows, text } = await bench.open({ identify: () => nobody });
    const allow = await refuseCamera(page);
    await door('idle-page');
    await door('identify-page');
    await page.getByRole('button', { name: 'Use the camera of this screen' }).click();
    await page.getByText('This screen may not use its camera').waitFor();
    await page.getByRole('button', { name: 'Use the reader instead' }).click();
    await page.getByText('It is on. Nothing to press.').waitFor();

    await allow();
    // The picture is looked at before anything may be read from it.
    await page.route('**/*.wasm', async (route) => {
      await seen;
      await route.continue();
    });
    let look: () => void = () => undefined;
    const seen = new Promise<void>((done) => (look = done));
    await page.getByRole('button', { name: 'Use the camera of this screen' }).click();
    await page.getByText('Hold it inside the frame').waitFor();
    await vi.waitFor(() =>
      page.locator('kiosk-camera video').evaluate((video: HTMLVideoElement) => {
        if (video.videoWidth === 0) throw new Error('no picture yet');
      }),
    );
    expect(await seriousFaults(page)).toEqual([]);
    if (process.env['FOYER_LOOK']) await page.screenshot({ path: `${process.env['FOYER_LOOK']}/camera.png` });
    look();
    await shows('refusal-page');
    expect(edge.identifications).toEqual([{ qr: CODE }]);
    expect(await page.locator('kiosk-camera').count()).toBe(0);
    expect(await text()).not.toContain(CODE);
    expect(complaints).toEqual([]);
  });
});
