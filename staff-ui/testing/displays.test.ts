// What displays show and say, set at a tablet in a real browser: the settings with their small picture, files that are
// brought, and the voice of calls recorded with the tablet's microphone.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import { launchChromium, seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import { aStaffView, id, room3, services } from './a-staff-view.ts';
import { refused } from './fake-edge.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

const admin = () => ({ ...aStaffView(), me: { id: id('staff', 10), name: 'Wei-Ling Tan', roles: ['admin' as const] } });
const aPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let bench: Bench;
/** Its microphone hums, and nobody has to allow it. */
let humming: Browser;
beforeAll(async () => {
  [bench, humming] = await Promise.all([
    aBench(),
    launchChromium(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']),
  ]);
});
afterAll(async () => {
  await humming?.close();
  await bench?.close();
});
beforeEach(() => bench.edge.reset(admin()));

async function openSettings(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `About ${name}` }).click();
  await page.getByRole('button', { name: `Settings: ${name}` }).click();
}

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);

describe('the settings of a display', () => {
  it('are sent as they were chosen, with the picture beside the fields', async () => {
    const { page, complaints, close } = await openSignedIn(bench);
    await openSettings(page, 'Display 1');
    const dialog = page.locator('display-dialog');
    const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
    await press('Some rooms');
    await press('Room 3');
    await dialog.getByLabel('Earlier calls below').selectOption('0');
    await dialog.locator('layout-picture .sign').waitFor();
    await dialog.getByLabel('Each call stays at least').selectOption('12');
    await press('Initials: M. O.');
    await dialog.locator('display-waits').getByRole('button', { name: 'Blood count' }).click();
    await press('Spanish');
    await press('English');
    await press('Softer');
    await press('Add a text');
    await dialog.getByLabel('Text 1 in English').fill('Flu vaccine on Tuesdays');
    await dialog.getByText('Flu vaccine on Tuesdays').waitFor();
    await dialog
      .locator('display-media input[type=file]')
      .setInputFiles({ name: 'vaccine.png', mimeType: 'image/png', buffer: aPicture });
    await dialog.locator('display-media img').waitFor();
    await dialog.locator('layout-picture .media').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await press('Save');
    const layout = {
      ...usualLayout,
      scope: { servicePointIds: [room3] },
      recentCalls: 0,
      dwellSeconds: 12,
      names: 'masked',
      waits: [services.laboratory],
      voiceLanguages: ['es', 'en'],
      quietHours: { from: '21:00', until: '07:00', sound: 'softer' },
      ticker: [{ en: 'Flu vaccine on Tuesdays' }],
      media: [{ file: `${'0'.repeat(32)}.png`, seconds: 12 }],
    };
    await expect.poll(sent).toEqual([{ type: 'set-display-layout', deviceId: id('device', 2), layout }]);
    await expect.poll(() => dialog.count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('stay open with what is wrong: a text without its first line, and a display that is gone', async () => {
    const scope = { servicePointIds: [id('point', 99)] };
    bench.edge.reset({ ...admin(), displayLayouts: { [id('device', 3)]: { ...usualLayout, scope } } });
    const { page, close } = await openSignedIn(bench);
    await page.getByText('Display 2 shows no calls: what it was to show is gone.').waitFor();
    await page.getByRole('button', { name: 'Choose what it shows' }).click();
    const dialog = page.locator('display-dialog');
    await dialog.getByRole('button', { name: 'Add a text' }).click();
    await dialog.getByLabel('Text 1 in Arabic').fill('لقاح');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('The text needs its first line').waitFor();
    expect(sent()).toEqual([]);
    await dialog.getByRole('button', { name: 'Remove text 1' }).click();
    bench.edge.answer = () => refused('unknown-display');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This display is not known here any more.').waitFor();
    await close();
  });
});

describe('the voice of calls', () => {
  it('is recorded a phrase at a time, heard again, and goes on where somebody left it', async () => {
    const { page, complaints, close } = await openSignedIn({ ...bench, browser: humming });
    const open = () => page.getByRole('button', { name: 'Voice of calls' }).click();
    await open();
    const dialog = page.locator('clips-dialog');
    const phrase = dialog.locator('.phrase');
    await phrase.getByText('Number').waitFor();
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await dialog.getByText(/^\s*1 of \d+ recorded/).waitFor();
    expect(bench.edge.files.clips.get('en/number')!.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
    await dialog.getByRole('button', { name: 'Listen' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Next' }).click();
    await phrase.getByText('please go to').waitFor();
    await page.keyboard.press('Escape');
    await open();
    await phrase.getByText('please go to').waitFor();
    await dialog.getByRole('button', { name: 'Spanish' }).click();
    await phrase.getByText('Número').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says what to do where the microphone is not allowed', async () => {
    const { page, close } = await openSignedIn(bench);
    await page.getByRole('button', { name: 'Voice of calls' }).click();
    await page.locator('clips-dialog').getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('The microphone cannot be used.').waitFor();
    await close();
  });
});
