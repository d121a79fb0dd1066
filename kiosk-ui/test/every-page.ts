// Every page of the kiosk, one after the other, in one language: what looks at all of them walks here, and a page that is
// added here is looked at by all.

import { Languages, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { expect, vi } from 'vitest';
import { accepted, anAppointment, NOW, withWaits } from './a-clinic.ts';
import { bloodForms, withForms } from './blood-forms.ts';
import type { Page } from 'playwright-core';
import { walkArrivals } from './every-arrival.ts';
import type { Kiosk } from './kiosk.ts';

/** Looks at a page that is shown: its tag, and its name where one tag has several. */
export type Look = (tag: string, name: string) => Promise<void>;

export async function walkEveryPage(kiosk: Kiosk, code: LanguageCode, see: Look): Promise<void> {
  const { page, edge, door, shows } = kiosk;
  const look = async (tag: string, name = tag) => {
    await shows(tag);
    await see(tag, name);
  };
  const navigate = (which: 'first' | 'last') => page.locator('kiosk-toolbar .nav foyer-button button')[which]().click();
  const skip = () => page.locator('register-page .wide button').last().click();

  await page.getByRole('button', { name: Languages[code].name }).click();
  await look('idle-page');
  edge.change(withWaits);
  await page.locator('idle-page kiosk-wait').waitFor();
  await look('idle-page', 'idle-page, a wait');
  await door('idle-page', 1);
  await look('services-page');
  await page.locator('services-page .wide button').first().click();
  await page.locator('.hg-button').first().waitFor();
  for (const field of ['family', 'given', 'birth date', 'gender', 'phone']) {
    await look('register-page', `register-page, ${field}`);
    if (field !== 'phone') await skip();
  }
  await navigate('last');
  await door('idle-page');
  await look('identify-page');
  await walkOtherWays(page, look);
  await door('identify-page');
  await look('scan-page');
  await page.locator('scan-page .camera button').click();
  await page.locator('kiosk-camera video').waitFor();
  await look('scan-page', 'scan-page, camera');
  await navigate('first');
  await door('identify-page', 2);
  for (const digit of '14121958') await page.getByRole('button', { name: digit, exact: true }).click();
  await look('birth-date-page');
  await page.locator('kiosk-keypad foyer-door button').click();
  await look('confirm-page', 'confirm-page, time');
  await door('confirm-page', 3);
  await page.locator('.hg-button').first().waitFor();
  await look('confirm-page', 'confirm-page, initials');

  const card = { name: { en: 'Health card' }, masked: '\u2022\u2022\u2022 \u2022\u2022\u2022 5919' };
  const known = { phoneEnd: '41', language: 'es', needs: ['hearing', 'mobility'], card } as const;
  edge.clinic.identify = () => ({ identificationId: 'i1', matched: true, appointments: [], known });
  edge.scan(`CARD.${code}.0000`);
  await look('returning-page');
  await page.locator('returning-page .wide button').nth(1).click();
  await page.locator('returning-page [lang]').first().waitFor();
  await look('returning-page', 'returning-page, language');

  edge.clinic.identify = () => ({
    identificationId: 'i1',
    matched: true,
    appointments: [{ ...anAppointment, at: NOW - 25 * 60_000 }],
  });
  edge.scan(`FOYER1.${code}`);
  await shows('ticket-page');
  const wait = { fromMinutes: 90, untilMinutes: 120, planned: true } as const;
  edge.change((view) => ({ ...view, issued: { t1: { ahead: 16, state: 'waiting', wait } } }));
  await look('ticket-page', 'ticket-page, late');
  edge.change((view) => ({
    ...view,
    prints: { j: { jobId: 'j', ticketId: 't1', state: 'failed', code: 'paper-out' } },
  }));
  const sign = page.locator('ticket-page .state foyer-icon');
  await vi.waitFor(async () => expect(await sign.evaluate((icon) => Reflect.get(icon, 'name'))).toBe('printer-empty'));
  await look('ticket-page', 'ticket-page, no paper');
  await page.locator('kiosk-toolbar .call button').click();
  await look('help-page', 'help-page, calling');
  const call = { id: 'h1', kind: 'assistance', at: NOW, from: 'Kiosk 1' } as const;
  for (const state of ['escalated', 'acknowledged'] as const) {
    edge.change((view) => ({ ...view, help: { h1: { ...call, state } } }));
    await page.locator(state === 'escalated' ? 'help-page .escalation' : 'help-page .taken').waitFor();
    await look('help-page', `help-page, ${state}`);
  }
  await page.locator('kiosk-toolbar .call button').click();
  await navigate('last');

  for (const [reason, facts] of [
    ['code-of-another-clinic', { clinicName: 'Northside' }],
    ['code-of-another-day', { date: '2026-11-24' }],
    ['not-found', {}],
  ] as const) {
    edge.clinic.identify = () => ({ identificationId: 'i1', matched: false, askDesk: true, reason });
    edge.clinic.command = () => ({ ok: false, refusal: { code: reason, ...facts }, status: 409 });
    edge.scan(`FOYER1.${code}.${reason}`);
    await page.locator('refusal-page').waitFor();
    await look('refusal-page', `refusal-page, ${reason}`);
    await navigate('last');
    await shows('idle-page');
  }

  await walkArrivals(kiosk, look);

  edge.clinic.forms = bloodForms;
  edge.change(withForms);
  await door('idle-page', 1);
  await door('services-page', 1);
  await look('consent-page');
  await door('consent-page');
  await look('signature-page');
  await navigate('first');
  await door('consent-page', 1);
  await look('question-page', 'question-page, two answers');
  await door('question-page');
  await page.locator('question-page foyer-door').nth(3).waitFor();
  await look('question-page', 'question-page, four answers');
  await door('question-page');
  await page.locator('.hg-button').first().waitFor();
  await look('question-page', 'question-page, typed');
  await navigate('last');
  edge.clinic.forms = { consents: [], questionnaires: [] };

  edge.clinic.command = () => ({ ok: false, refusal: { code: 'day-full', serviceId: 'blood' }, status: 409 });
  edge.change((view) => ({ ...view, clinic: { ...view.clinic, opensNextDayAt: NOW + 22 * 3_600_000 } }));
  await door('idle-page', 1);
  await door('services-page');
  await look('refusal-page', 'refusal-page, day full');
  await navigate('last');
  for (const deskOpen of [true, undefined]) {
    edge.change(({ deskOpen: _before, ...view }) => ({
      ...view,
      ...(deskOpen && { deskOpen }),
      clinic: {
        ...view.clinic,
        dayClosed: true,
        closedFor: { en: 'Constitution Day', es: 'Día de la Constitución', zh: '宪法日', ar: 'يوم الدستور' },
      },
    }));
    await look('closed-page', `closed-page, ${deskOpen ? 'somebody' : 'nobody'} at the desk`);
  }
  edge.change(({ clinic: { dayClosed: _closed, closedFor: _why, ...clinic }, ...view }) => ({ ...view, clinic }));
  await shows('idle-page');
  edge.change((view) => ({ ...view, storage: { state: 'full', since: NOW } }));
  await look('storage-page');
  edge.change(({ storage: _well, ...view }) => view);
  await shows('idle-page');

  edge.clinic.command = () => accepted({});
  await door('idle-page');
  await page.clock.install();
  await page.locator('identify-page').click({ position: { x: 8, y: 8 } });
  await page.clock.runFor(45_000);
  await look('kiosk-still-there');
  await page.locator('kiosk-still-there .more button').click();
  edge.cut();
  // Words that were still on their way count as news.
  await vi.waitFor(
    async () => {
      await page.clock.runFor(11_000);
      expect(await page.locator('kiosk-stopped').count()).toBe(1);
    },
    { timeout: 20_000 },
  );
  await look('kiosk-stopped');
}

/** From who is here for somebody else to the pictures of needs, and back to how to be found. */
async function walkOtherWays(page: Page, look: (tag: string, name?: string) => Promise<void>): Promise<void> {
  const back = () => page.locator('kiosk-toolbar .nav foyer-button button').first().click();
  await page.locator('identify-page .wide button').click();
  await look('something-else-page');
  await page.locator('something-else-page foyer-door button').nth(2).click();
  await look('needs-page');
  await page.locator('needs-page .picture button').first().click();
  await look('needs-page', 'needs-page, language');
  await back();
  await back();
  await page.locator('identify-page').waitFor();
}
