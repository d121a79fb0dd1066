// What is asked before a service, in a real browser: doors, keys, a signature, and a ticket that says where to wait.

import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aView } from './a-clinic.ts';
import { bloodForms, withForms } from './blood-forms.ts';
import { KioskBench } from './kiosk.ts';

vi.setConfig({ testTimeout: 90_000 });

const bench = new KioskBench();
beforeAll(() => bench.start());
afterEach(() => bench.closeKiosks());
afterAll(() => bench.stop());

const aKiosk = () => bench.open({ view: withForms(aView()), forms: bloodForms });

describe('a service that asks something first', () => {
  it('takes a consent with a signature on the glass, asks one question a screen, and says where to wait', async () => {
    const { page, edge, door, shows, text, complaints } = await aKiosk();
    await door('idle-page', 1);
    await door('services-page', 1);
    await shows('consent-page');
    expect(await text()).toContain('Question 1 of 4');
    expect(await seriousFaults(page)).toEqual([]);
    await door('consent-page', 0);
    await shows('signature-page');
    expect(await page.locator('signature-page foyer-door button').isDisabled()).toBe(true);
    const pad = await page.locator('foyer-signature-pad svg').boundingBox();
    const { x, y, width, height } = pad ?? { x: 0, y: 0, width: 0, height: 0 };
    const sign = async () => {
      await page.mouse.move(x + width * 0.2, y + height * 0.6);
      await page.mouse.down();
      for (let step = 1; step <= 12; step += 1) {
        await page.mouse.move(x + width * (0.2 + step * 0.05), y + height * (step % 2 === 0 ? 0.6 : 0.3));
      }
      await page.mouse.up();
    };
    await sign();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.locator('signature-page foyer-door button').isDisabled()).toBe(true);
    await sign();
    expect(await seriousFaults(page)).toEqual([]);
    await door('signature-page');

    await shows('question-page');
    expect(await text()).toContain('Do you have a cough or a fever?');
    expect(await seriousFaults(page)).toEqual([]);
    await door('question-page', 0);
    await page.getByText('When did you eat last?').waitFor();
    await door('question-page', 3);
    await page.getByText('Yesterday').waitFor();
    await door('question-page', 1);
    await page.getByText('Which medicines do you take?').waitFor();
    await page.locator('.hg-button').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Leave this one out' }).click();

    await shows('ticket-page');
    edge.change((view) => ({
      ...view,
      issued: { t1: { ahead: 2, state: 'waiting', sendTo: { en: 'the side entrance' } } },
    }));
    await page.getByText('the side entrance').waitFor();
    expect(await text()).toContain('Please wait at');
    expect(await text()).not.toContain('Waiting area 2');
    const [issue, consent, answers, paper] = edge.commands;
    expect(issue).toMatchObject({ type: 'issue-ticket', print: false });
    expect(consent).toMatchObject({ type: 'record-consent', given: true, signature: { by: 'glass' } });
    expect(answers).toMatchObject({
      type: 'answer-questionnaire',
      answers: [
        { linkId: 'cough', value: 'yes' },
        { linkId: 'food', value: 'yesterday' },
      ],
    });
    expect(paper).toMatchObject({ type: 'reprint-ticket' });
    expect(complaints).toEqual([]);
  });

  it('gives the number at once to who would rather be asked at the desk, in Arabic too', async () => {
    const { page, edge, door, shows } = await aKiosk();
    await page.getByRole('button', { name: 'العربية' }).click();
    await door('idle-page', 1);
    await door('services-page', 1);
    await shows('consent-page');
    await door('consent-page', 1);
    await page.getByText('هل لديك سعال أو حمى؟').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /اسألوني عند الاستقبال/ }).click();
    await shows('ticket-page');
    expect(edge.commands.map(({ type }) => type)).toEqual(['issue-ticket', 'record-consent', 'reprint-ticket']);
    expect(edge.commands[1]).toMatchObject({ given: false });
  });
});
