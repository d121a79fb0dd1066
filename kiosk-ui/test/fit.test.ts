// Every screen fits its panel in every language, and with letters up to twice as large: as it is drawn nothing hides, and
// larger nothing is cut, whatever can be touched comes into sight, and its words really are that large.

import { Languages, languageCodes } from '@foyer/ui-kit/language/language.ts';
import { faultsOfWords } from '@foyer/ui-kit/testing/words.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accepted, anAppointment, NOW } from './a-clinic.ts';
import { KioskBench, type Kiosk } from './kiosk.ts';
import { lettersOfTargets, targetsOutOfReach } from './targets.ts';

vi.setConfig({ testTimeout: 240_000 });

const bench = new KioskBench();
beforeAll(() => bench.start());
afterAll(() => bench.stop());

/** Letters of this size, 34 mm on the reference panel, need not grow any more. */
const LARGE_PX = 136;

const wordsOf = (page: Page, except?: string) =>
  faultsOfWords(page, { host: 'foyer-kiosk', ...(except ? { except } : {}) });

/** Looks at a screen as drawn, and larger twice, and leaves it as drawn. */
async function faultsOf({ page }: Kiosk): Promise<string[]> {
  const larger = page.locator('kiosk-toolbar foyer-button[icon=larger] button');
  const hidden = await page
    .locator('foyer-kiosk .stage')
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  const drawn = await lettersOfTargets(page);
  const faults = [...(hidden > 0 ? [`${hidden} px do not show`] : []), ...(await wordsOf(page))];
  for (const times of ['1.4', '2']) {
    await larger.click();
    faults.push(
      ...[...(await wordsOf(page)), ...(await targetsOutOfReach(page))].map((fault) => `${times} x: ${fault}`),
    );
  }
  const large = await lettersOfTargets(page);
  for (const [words, before] of Object.entries(drawn)) {
    const after = large[words];
    if (after !== undefined && after < Math.min(2 * before - 1, LARGE_PX))
      faults.push(`2 x: "${words}" is ${after} px of ${before}`);
  }
  await larger.click();
  return faults;
}

describe.each([
  ['upright', { width: 1080, height: 1920 }],
  ['lying', { width: 1920, height: 1080 }],
])('a kiosk that is %s', (_, viewport) => {
  it.each(languageCodes)('shows all of each screen, and larger cuts nothing: %s', async (code) => {
    const kiosk = await bench.open({}, { viewport });
    const { page, edge, door, shows } = kiosk;
    const faults: string[] = [];
    const look = async (tag: string, name = tag) => {
      await shows(tag);
      for (const fault of await faultsOf(kiosk)) faults.push(`${name}: ${fault}`);
    };
    const navigate = (which: 'first' | 'last') =>
      page.locator('kiosk-toolbar .nav foyer-button button')[which]().click();
    const skip = () => page.locator('register-page .wide button').last().click();

    await page.getByRole('button', { name: Languages[code].name }).click();
    await look('idle-page');
    await door('idle-page', 1);
    await look('services-page');
    await page.locator('services-page .wide button').click();
    await page.locator('.hg-button').first().waitFor();
    for (const field of ['family', 'given', 'birth date', 'gender', 'phone']) {
      await look('register-page', `register-page, ${field}`);
      if (field !== 'phone') await skip();
    }
    await navigate('last');
    await door('idle-page');
    await look('identify-page');
    await door('identify-page');
    await look('scan-page');
    await navigate('first');
    await door('identify-page', 2);
    for (const digit of '14121958') await page.getByRole('button', { name: digit, exact: true }).click();
    await look('birth-date-page');
    await page.locator('kiosk-keypad foyer-door button').click();
    await look('confirm-page', 'confirm-page, time');
    await door('confirm-page', 3);
    await page.locator('.hg-button').first().waitFor();
    await look('confirm-page', 'confirm-page, initials');

    edge.clinic.identify = () => ({
      identificationId: 'i1',
      matched: true,
      appointments: [{ ...anAppointment, at: NOW - 25 * 60_000 }],
    });
    edge.scan(`FOYER1.${code}`);
    await shows('ticket-page');
    edge.change((view) => ({ ...view, issued: { t1: { ahead: 16, state: 'waiting' } } }));
    await look('ticket-page', 'ticket-page, late');
    edge.change((view) => ({
      ...view,
      prints: { j: { jobId: 'j', ticketId: 't1', state: 'failed', code: 'paper-out' } },
    }));
    const sign = page.locator('ticket-page .state foyer-icon');
    await vi.waitFor(async () =>
      expect(await sign.evaluate((icon) => Reflect.get(icon, 'name'))).toBe('printer-empty'),
    );
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
        clinic: { ...view.clinic, dayClosed: true },
      }));
      await look('closed-page', `closed-page, ${deskOpen ? 'somebody' : 'nobody'} at the desk`);
    }
    edge.change(({ clinic: { dayClosed: _closed, ...clinic }, ...view }) => ({ ...view, clinic }));
    await shows('idle-page');

    edge.clinic.command = () => accepted({});
    await door('idle-page');
    await page.clock.install();
    await page.locator('identify-page').click({ position: { x: 8, y: 8 } });
    await page.clock.runFor(45_000);
    await page.locator('kiosk-still-there').waitFor();
    faults.push(...(await wordsOf(page, '.stage, header, foyer-path')).map((fault) => `still there: ${fault}`));
    await page.locator('kiosk-still-there .more button').click();
    edge.cut();
    await page.clock.runFor(31_000);
    await look('kiosk-stopped');
    expect(faults).toEqual([]);
    await bench.closeKiosks();
  });
});
