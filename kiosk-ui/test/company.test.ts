// Who does not come for an appointment of their own, in a real browser: for somebody else, with a family, or known and
// without a time.

import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { heapOf } from './heap-of.ts';
import { KioskBench } from './kiosk.ts';

// Whole walks through a real browser, on machines that do other things as well.
vi.setConfig({ testTimeout: 90_000 });

const bench = new KioskBench();
beforeAll(() => bench.start());
afterEach(() => bench.closeKiosks());
afterAll(() => bench.stop());

it('somebody comes for a patient, says what they need by pictures, and checks in another one of the family', async () => {
  const { page, edge, door, shows, text, complaints } = await bench.open();
  await door('idle-page');
  await page.getByRole('button', { name: /I am here for someone else/ }).click();
  await shows('something-else-page');
  expect(await seriousFaults(page)).toEqual([]);
  await door('something-else-page', 2);
  await shows('needs-page');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'An interpreter' }).click();
  expect(await seriousFaults(page)).toEqual([]);
  await page.locator('needs-page').getByRole('button', { name: 'العربية' }).click();
  await page.getByRole('button', { name: 'I hear poorly', pressed: false }).click();
  await page.getByRole('button', { name: 'An interpreter', pressed: true }).waitFor();
  await page.getByRole('button', { name: 'That is all. Go on' }).click();
  await door('something-else-page', 0);
  await page.getByText('How shall we find the patient?').waitFor();
  edge.scan('FOYER1.code');
  await shows('ticket-page');
  const said = { onBehalf: true, needs: ['interpreter', 'hearing'], interpreterLanguage: 'ar' };
  expect(edge.commands[0]).toMatchObject({ type: 'check-in', ...said });

  edge.change((view) => ({ ...view, prints: { j: { jobId: 'j', ticketId: 't1', state: 'printed' } } }));
  await page.getByRole('button', { name: 'Check in another person' }).click();
  await page.getByText('Your numbers stay together.').waitFor();
  expect(await text()).not.toContain('M. O.');
  edge.scan('FOYER1.another');
  await shows('ticket-page');
  expect(edge.commands[1]).toMatchObject({ type: 'check-in', partyOf: 't1' });
  expect(edge.commands[1]).not.toHaveProperty('onBehalf');
  expect(complaints).toEqual([]);
});

it('somebody who is known confirms in Arabic what is written, puts the phone right, and chooses a service', async () => {
  const card = {
    name: { en: 'Health card', ar: 'البطاقة الصحية' },
    masked: '\u2022\u2022\u2022 \u2022\u2022\u2022 5919',
  };
  const known = { phoneEnd: '41', language: 'ar', needs: ['hearing'], card } as const;
  const { page, edge, door, shows, text, complaints } = await bench.open({
    identify: () => ({ identificationId: 'i1', matched: true, appointments: [], language: 'ar', known }),
  });
  edge.scan('9434765919');
  await shows('returning-page');
  await page.getByText('ينتهي الهاتف بـ 41').waitFor();
  await page.getByText('البطاقة الصحية').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.locator('returning-page .wide button').first().click();
  for (const digit of '600999888') await page.getByRole('button', { name: digit, exact: true }).click();
  expect(await seriousFaults(page)).toEqual([]);
  await page.locator('kiosk-keypad foyer-door button').click();
  await page.getByText('ينتهي الهاتف بـ 88').waitFor();
  expect(await text()).not.toContain('600999888');
  await door('returning-page');
  await door('services-page');
  await shows('ticket-page');
  expect(edge.commands).toMatchObject([
    { type: 'update-patient', identificationId: 'i1', patient: { phone: '600999888' } },
    { type: 'issue-ticket', identificationId: 'i1', needs: ['hearing'] },
  ]);

  edge.scan('of somebody else');
  await shows('returning-page');
  const held = await heapOf(page);
  expect(held).toContain('of somebody else');
  expect(held).not.toContain('9434765919');
  expect(held).not.toContain('600999888');
  expect(complaints).toEqual([]);
});
