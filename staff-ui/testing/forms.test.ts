// What a tablet shows of the answers that patients gave before a service, and of whom they send elsewhere.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FormResponse } from '@foyer/contracts/forms.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { aPatient, aStaffView, aTicket, room3 } from './a-staff-view.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

const screening = {
  sendTo: { en: 'the side entrance' },
  instructions: ['mask' as const, 'do-not-sit-in-hall' as const],
};
const maria = aPatient(1, 'María Ortega', '1956-03-07');
const current = aTicket('A047', {
  state: 'serving',
  servicePointId: room3,
  patientId: maria.id,
  formsAnswered: true,
  screening,
});
const waiting = aTicket('A048', { screening, waitedMinutes: 4 });
const unanswered = aTicket('A049', { formsMissing: true, waitedMinutes: 2 });
const aRoom = (): StaffView => aStaffView({ current, tickets: [waiting, unanswered], patients: [maria] });

const responses: FormResponse[] = [
  {
    id: 'r1',
    formId: 'c1',
    version: 1,
    at: Date.UTC(2026, 10, 24, 10, 20),
    content: {
      given: true,
      signature: {
        by: 'glass',
        strokes: [
          [
            [1_000, 2_000],
            [3_000, 800],
            [5_000, 2_400],
            [8_000, 1_200],
          ],
        ],
      },
    },
    consent: {
      id: 'c1',
      version: 1,
      serviceIds: [],
      title: { en: 'Your sample' },
      text: { en: 'We take a sample.' },
      signature: 'glass',
    },
  },
  {
    id: 'r2',
    formId: 'q1',
    version: 1,
    at: Date.UTC(2026, 10, 24, 10, 21),
    content: {
      answers: [
        { linkId: 'cough', value: 'yes' },
        { linkId: 'fasting', value: false },
      ],
    },
    questionnaire: {
      id: 'q1',
      version: 1,
      serviceIds: [],
      title: { en: 'Before your sample' },
      items: [
        {
          linkId: 'cough',
          text: { en: 'Do you have a cough or a fever?' },
          type: 'choice',
          options: [
            { value: 'yes', text: { en: 'Yes, since yesterday' }, screening },
            { value: 'no', text: { en: 'No' } },
          ],
        },
        { linkId: 'fasting', text: { en: 'Have you eaten today?' }, type: 'boolean' },
      ],
    },
  },
];

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(aRoom());
  bench.edge.formResponses = { responses, toFill: { consents: [], questionnaires: [] } };
  tablet = await openSignedIn(bench);
});
afterAll(() => bench?.close());
beforeEach(() => bench.edge.reset(aRoom()));

describe('somebody who waits elsewhere', () => {
  it('is told of in the list, as a notice and in the room, with what to do', async () => {
    const { page } = tablet;
    await page.locator('room-queue').getByText('Mask · Not in the hall').waitFor();
    const room = page.locator('room-person ticket-forms');
    await room.getByText('Waits at: the side entrance').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.locator('notice-strip .strip').click();
    await page.getByText('A048 waits at: the side entrance').last().waitFor();
    await page.getByRole('button', { name: 'I know' }).click();
  });

  it('may wait with everybody once staff say why', async () => {
    const { page } = tablet;
    await page.locator('room-person').getByRole('button', { name: 'May wait with everybody' }).click();
    await page.getByRole('button', { name: 'A nurse has looked' }).click();
    await page.locator('screening-dialog').getByRole('button', { name: 'May wait with everybody' }).click();
    await page.locator('screening-dialog').waitFor({ state: 'detached' });
    expect(bench.edge.commands).toMatchObject([
      { type: 'clear-screening', ticketId: current.id, reason: 'A nurse has looked' },
    ]);
  });
});

describe('answers', () => {
  it('are asked of the edge when they are opened, with the signature as it was drawn', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: 'Read the answers' }).click();
    await page.getByText('Yes, since yesterday').waitFor();
    await page.getByText('Consent given').waitFor();
    expect(await page.locator('signature-picture path').count()).toBe(1);
    expect(bench.edge.requests.at(-1)).toContain(`/api/v1/tickets/${current.id}/forms`);
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('forms-dialog').waitFor({ state: 'detached' });
  });

  it('that a patient left to the desk are typed there, as far as they are asked', async () => {
    const { page } = tablet;
    const [, { questionnaire } = {}] = responses;
    bench.edge.formResponses = { responses: [], toFill: { consents: [], questionnaires: [questionnaire!] } };
    bench.edge.reset(aStaffView({ current: { ...current, formsMissing: true }, patients: [maria] }));
    await page.getByRole('button', { name: 'Read the answers' }).click();
    const save = page.getByRole('button', { name: 'Save the answers' });
    await page.getByRole('group', { name: 'Do you have a cough or a fever?' }).getByText('No', { exact: true }).click();
    await page.getByRole('group', { name: 'Have you eaten today?' }).getByText('Yes', { exact: true }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await save.click();
    await expect
      .poll(() => bench.edge.commands)
      .toMatchObject([
        {
          type: 'answer-questionnaire',
          ticketId: current.id,
          version: 1,
          answers: [
            { linkId: 'cough', value: 'no' },
            { linkId: 'fasting', value: true },
          ],
        },
      ]);
    await page.keyboard.press('Escape');
    await page.locator('forms-dialog').waitFor({ state: 'detached' });
  });

  it('begun at the kiosk are counted, and stand there already; a consent is signed on the glass', async () => {
    const { page } = tablet;
    const [{ consent } = {}, { questionnaire } = {}] = responses;
    const begun = { id: 'r3', formId: 'q1', version: 1, at: Date.UTC(2026, 10, 24, 10, 22) };
    bench.edge.formResponses = {
      responses: [{ ...begun, content: { answers: [{ linkId: 'cough', value: 'no' }] } }],
      toFill: { consents: [consent!], questionnaires: [questionnaire!] },
    };
    const left = { ...current, formsMissing: true, formsBegun: { answered: 1, asked: 2 } } as const;
    bench.edge.reset(aStaffView({ current: left, patients: [maria] }));
    await page.getByText('Questionnaire: 1 of 2 answered').waitFor();
    await page.getByRole('button', { name: 'Read the answers' }).click();
    const no = page.getByRole('group', { name: 'Do you have a cough or a fever?' }).getByRole('button', { name: 'No' });
    await no.and(page.locator('[aria-pressed=true]')).waitFor();
    await page.getByRole('button', { name: 'Agrees', exact: true }).click();
    const pad = (await page.locator('foyer-signature-pad svg').boundingBox())!;
    await page.mouse.move(pad.x + pad.width * 0.2, pad.y + pad.height * 0.6);
    await page.mouse.down();
    await page.mouse.move(pad.x + pad.width * 0.5, pad.y + pad.height * 0.3, { steps: 4 });
    await page.mouse.move(pad.x + pad.width * 0.8, pad.y + pad.height * 0.7, { steps: 4 });
    await page.mouse.up();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Signed', exact: true }).click();
    await expect
      .poll(() => bench.edge.commands)
      .toMatchObject([{ type: 'record-consent', consentId: 'c1', given: true, signature: { by: 'glass' } }]);
    await page.keyboard.press('Escape');
    await page.locator('forms-dialog').waitFor({ state: 'detached' });
  });

  it('that are missing are said to be, at the ticket', async () => {
    const { page } = tablet;
    await page.locator('room-queue').getByRole('button', { name: /A049/ }).first().click();
    await page.getByText('Questionnaire not filled in').waitFor();
    await page.keyboard.press('Escape');
    expect(tablet.complaints).toEqual([]);
  });
});
